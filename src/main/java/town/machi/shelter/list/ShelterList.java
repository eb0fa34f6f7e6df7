package town.machi.shelter.list;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.platform.Ids;
import town.machi.platform.Town;
import town.machi.shelter.ShelterId;
import town.machi.shelter.jdbc.ShelterRows;

/// Takes a list of places in, and gives it out. First a dry run that tells every fault with its line; then all
/// or
/// nothing. A place that the list does not name stays as it is.
@Component
public class ShelterList {

    private final ShelterRows rows;
    private final Ids ids;
    private final Clock clock;
    private final Town town;
    private final AuditTrail audit;

    ShelterList(ShelterRows rows, Ids ids, Clock clock, Town town, AuditTrail audit) {
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
        this.town = town;
        this.audit = audit;
    }

    /// The dry run: what is surely the same place is taken for it.
    public ListPlan plan(String csv) {
        return plan(csv, ListPlan.Alike::sure);
    }

    private ListPlan plan(String csv, Predicate<ListPlan.Alike> same) {
        CsvTable table = CsvTable.read(csv, ShelterColumns.NAME, "名称、ID");
        return table.faults().isEmpty()
                ? new ListPlan.Planning(rows.list(), new Likeness(town), () -> new ShelterId(ids.next()), same)
                        .plan(table.rows())
                : ListPlan.refused(table.faults());
    }

    /// Takes it in, when it is sound.
    @Transactional
    public ListPlan take(String csv, Actor by) {
        return write(plan(csv), by);
    }

    /// Takes it in as staff chose.
    ///
    /// @param same the town's places that a row is taken to tell of; another row of that name is another place
    @Transactional
    public ListPlan take(String csv, Set<ShelterId> same, Actor by) {
        return write(plan(csv, each -> same.contains(each.known().id())), by);
    }

    private ListPlan write(ListPlan plan, Actor by) {
        if (plan.isSound()) {
            plan.added().forEach(shelter -> rows.insert(shelter, clock.instant()));
            plan.rewritten().forEach(shelter -> rows.update(shelter, clock.instant()));
            audit.record(AuditEntry.done(
                    by,
                    AuditAction.WRITE,
                    "shelter.list:-",
                    "fresh:" + plan.added().size() + " changed:"
                            + plan.rewritten().size()));
        }
        return plan;
    }

    /// The header of the export.
    ///
    /// @param national only the columns of the national sheet
    public List<String> header(boolean national) {
        return national ? ShelterColumns.NATIONAL : ShelterColumns.ALL;
    }

    /// The national sheet holds places to flee to only; ours all of them.
    public Stream<List<String>> rows(boolean national) {
        return rows.list().stream()
                .filter(shelter -> !national || shelter.ids().emergency() != null)
                .map(shelter -> ShelterColumns.row(shelter, town, header(national)));
    }
}
