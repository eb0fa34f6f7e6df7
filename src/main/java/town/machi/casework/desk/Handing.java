package town.machi.casework.desk;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.casework.ActOutcome;
import town.machi.casework.CaseEvent;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseId;
import town.machi.casework.Workflow;
import town.machi.casework.jdbc.CaseRows;
import town.machi.casework.jdbc.EventRows;
import town.machi.casework.jdbc.ProposalRows;
import town.machi.identity.StaffDirectory;
import town.machi.identity.StaffMember;
import town.machi.kernel.Actor;
import town.machi.kernel.SectionId;
import town.machi.kernel.StaffId;
import town.machi.platform.Section;
import town.machi.platform.Town;

/// From hand to hand: who has a case, and which section.
@Component
public class Handing {

    private final Access access;
    private final CaseRows rows;
    private final EventRows events;
    private final Journal journal;
    private final Hands hands;
    private final SectionMail mail;

    Handing(Access access, CaseRows rows, EventRows events, Journal journal, Hands hands, SectionMail mail) {
        this.access = access;
        this.rows = rows;
        this.events = events;
        this.journal = journal;
        this.hands = hands;
        this.mail = mail;
    }

    /// The sections and people among whom cases go.
    @Component
    record Hands(Town town, StaffDirectory directory, ProposalRows proposals) {}

    /// @param to null: nobody has it any more
    @Transactional
    public ActOutcome assign(CaseId id, @Nullable StaffId to, UUID request, Actor.Staff staff) {
        return journal.once(access.lock(id, staff, "assign"), request, file -> assign(file, to, request, staff));
    }

    private ActOutcome assign(CaseFile file, @Nullable StaffId to, UUID request, Actor.Staff staff) {
        if (file.state().isClosed()) {
            return ActOutcome.refused("casework.refusal.closed");
        }
        if (to != null
                && listColleagues(file.section()).stream()
                        .noneMatch(member -> member.id().equals(to))) {
            return ActOutcome.refused("casework.refusal.not-a-colleague");
        }
        CaseFile assigned = Changes.assigned(file, Optional.ofNullable(to));
        rows.updateStanding(assigned);
        CaseEvent.Place place =
                new CaseEvent.Place(null, staffText(file.assignee()), staffText(assigned.assignee()), null, null);
        return new ActOutcome.Done(
                journal.write(assigned, staff, Journal.Entry.of(CaseEvent.Kind.ASSIGNED, place, "", request)));
    }

    /// Gives it to another section. The giver keeps the line in the history and nothing else.
    @Transactional
    public ActOutcome handOver(CaseId id, HandOver to, UUID request, Actor.Staff staff) {
        Optional<CaseFile> found = access.lock(id, staff, "hand-over");
        return found.isEmpty()
                ? findRepeat(id, request, staff).orElseGet(ActOutcome.NotFound::new)
                : journal.once(found, request, file -> handOver(file, to, request, staff));
    }

    private ActOutcome handOver(CaseFile file, HandOver to, UUID request, Actor.Staff staff) {
        Optional<Section> section = hands.town().findSection(to.section());
        if (to.seenRevision() != file.revision()) {
            return new ActOutcome.Stale(file, List.of());
        }
        if (file.state().isClosed()) {
            return ActOutcome.refused("casework.refusal.closed");
        }
        if (hands.proposals().findOpen(file.id()).isPresent()) {
            return ActOutcome.refused("casework.route.no-hand-over");
        }
        if (section.isEmpty() || section.get().id().equals(file.section())) {
            return ActOutcome.refused("casework.refusal.no-such-section");
        }
        if (to.reason().isBlank()) {
            return ActOutcome.refused("casework.refusal.reason-missing");
        }
        return new ActOutcome.Done(give(file, section.get(), to.reason().strip(), request, staff));
    }

    /// @param reason read by the other section, not by the resident
    public record HandOver(SectionId section, String reason, int seenRevision) {}

    /// Who may have a case of this section.
    public List<StaffMember> listColleagues(SectionId section) {
        return hands.directory().listBySection(section).stream()
                .filter(member -> !Collections.disjoint(member.roles(), Workflow.CASE_WORKERS))
                .toList();
    }

    /// What this person's sections gave away lately: the trace that stays.
    public List<CaseEvent> listGivenAway(Actor.Staff staff) {
        return events.listGivenAway(Access.sections(staff), 50);
    }

    private CaseEvent give(CaseFile file, Section section, String reason, UUID request, Actor.Staff staff) {
        CaseFile given = Changes.handedTo(file, section.id());
        rows.updateStanding(given);
        CaseEvent.Place place = new CaseEvent.Place(
                null, null, null, file.section().value(), section.id().value());
        CaseEvent event =
                journal.write(given, staff, Journal.Entry.of(CaseEvent.Kind.HANDED_OVER, place, reason, request));
        mail.handedOver(given, section, event.id());
        return event;
    }

    /// The giver's second click finds the case gone; it was their own first one that did it.
    private Optional<ActOutcome> findRepeat(CaseId id, UUID request, Actor.Staff staff) {
        return events.findByRequest(request)
                .filter(event -> event.caseId().equals(id) && event.actor().equals("staff:" + staff.id()))
                .map(ActOutcome.Done::new);
    }

    private static @Nullable String staffText(Optional<StaffId> staff) {
        return staff.map(StaffId::toString).orElse(null);
    }
}
