package town.machi.procedure;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.platform.Section;
import town.machi.platform.Town;
import town.machi.procedure.ListedProcedure.Online;
import town.machi.procedure.jdbc.ListedRows;
import town.machi.procedure.listing.ListingFile;

/// 手続台帳: every procedure of the town, from the list that the town keeps and from what is published here.
@Component
public class Listings {

    private final ListedRows rows;
    private final Procedures procedures;
    private final Town town;
    private final AuditTrail audit;
    private final Clock clock;

    Listings(ListedRows rows, Procedures procedures, Town town, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.procedures = procedures;
        this.town = town;
        this.audit = audit;
        this.clock = clock;
    }

    /// In the order of the town's list; what is published and stands in no list comes last.
    public List<ListedProcedure> list() {
        Map<String, Definition> published = new LinkedHashMap<>();
        procedures
                .listPublished()
                .forEach(one ->
                        published.put(ListingFile.key(one.definition().title().ja()), one.definition()));
        List<ListedProcedure> all = new ArrayList<>();
        for (ListedProcedure listed : rows.list()) {
            Definition definition = published.remove(ListingFile.key(listed.title()));
            all.add(definition == null ? listed : together(listed, definition));
        }
        published.values().forEach(definition -> all.add(alone(definition)));
        return List.copyOf(all);
    }

    /// Replaces the town's list by what a file says, or by nothing where one line has a fault.
    ///
    /// @param request the client-made id: the same one again changes nothing
    /// @return what the file says, with its faults
    @Transactional
    public ListingFile.Result take(String csv, UUID request, Actor actor) {
        ListingFile.Result read = ListingFile.read(csv);
        if (read.faults().isEmpty()
                && rows.insertListing(request, read.rows().size(), actor.kind() + ":" + actor.id(), clock.instant())) {
            rows.replace(read.rows());
            audit.record(AuditEntry.done(actor, AuditAction.WRITE, "procedure.listing:" + request, "replace"));
        }
        return read;
    }

    private ListedProcedure together(ListedProcedure listed, Definition definition) {
        Online online = isOnline(definition) ? Online.DONE : listed.online();
        return new ListedProcedure(
                listed.title(),
                listed.basis(),
                listed.section(),
                listed.yearly(),
                online,
                listed.planned(),
                listed.note(),
                true);
    }

    private ListedProcedure alone(Definition definition) {
        return new ListedProcedure(
                definition.title().ja(),
                definition.basis().ja(),
                town.findSection(definition.section())
                        .map(Section::name)
                        .orElse(definition.section().value()),
                OptionalInt.empty(),
                isOnline(definition) ? Online.DONE : Online.NOT_YET,
                "",
                "",
                true);
    }

    private static boolean isOnline(Definition definition) {
        return definition.channels().contains(Channel.WEB)
                || definition.channels().contains(Channel.LINE);
    }
}
