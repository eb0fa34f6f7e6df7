package town.machi.casework.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import town.machi.casework.ActGuard;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseId;
import town.machi.casework.Proposal;
import town.machi.casework.Route;
import town.machi.casework.jdbc.ProposalRows;
import town.machi.form.Forms;
import town.machi.identity.Chairs;
import town.machi.identity.Holding;
import town.machi.identity.Seats;
import town.machi.identity.StaffDirectory;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Refusal;
import town.machi.kernel.Seat;
import town.machi.kernel.SectionId;
import town.machi.kernel.StaffId;
import town.machi.kernel.Wareki;
import town.machi.platform.Position;
import town.machi.platform.Town;
import town.machi.procedure.Definition;
import town.machi.procedure.WorkflowPlan.Act;

/// What is decided, and what must be: an act that needs a decision waits until there is one.
@Component
public class Decisions implements ActGuard {

    private final ProposalRows rows;
    private final CaseDefinitions definitions;
    private final Forms forms;
    private final Seated people;
    private final Town town;

    Decisions(ProposalRows rows, CaseDefinitions definitions, Forms forms, Seated people, Town town) {
        this.rows = rows;
        this.definitions = definitions;
        this.forms = forms;
        this.people = people;
        this.town = town;
    }

    /// Who sits where, and what they are called.
    @Component
    record Seated(Seats seats, StaffDirectory directory, Clock clock) {

        String names(Set<StaffId> who) {
            return who.isEmpty()
                    ? "いまはだれもいません"
                    : who.stream().map(directory::nameOf).sorted().collect(Collectors.joining("、"));
        }

        /// The seat on one of these that this person left last.
        Optional<Holding> findLeft(StaffId staff, List<Seat> route) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
            List<Holding> all = seats.listOf(staff).stream()
                    .filter(holding -> route.contains(holding.seat()))
                    .toList();
            return all.stream().anyMatch(holding -> holding.isOn(today))
                    ? Optional.empty()
                    : all.stream()
                            .filter(holding ->
                                    holding.until().filter(today::isAfter).isPresent())
                            .max(Comparator.comparing(Holding::from));
        }
    }

    @Override
    public Optional<Refusal> findReasonAgainst(CaseFile file, Act act, Actor.Staff staff) {
        if (!needsDecision(file, act.id()) || findDecided(file, act.id()).isPresent()) {
            return Optional.empty();
        }
        boolean waiting = rows.findOpen(file.id())
                .filter(open -> open.act().equals(act.id()))
                .isPresent();
        return Optional.of(Refusal.of(waiting ? "casework.route.being-decided" : "casework.route.needs-decision"));
    }

    public boolean needsDecision(CaseFile file, String act) {
        return definitions.get(file.basis()).route().needsDecision(act);
    }

    /// All drafts of a case, the first one first.
    public List<Proposal> list(CaseFile file) {
        return rows.list(file.id());
    }

    /// The decision under which this act may be done now.
    public Optional<Proposal> findDecided(CaseFile file, String act) {
        return rows.findOpen(file.id())
                .filter(Proposal::isDecided)
                .filter(open -> open.act().equals(act)
                        && open.inState().equals(file.state().id()));
    }

    /// The seats that a draft of this act would go to, the last of which decides; none: it needs no decision.
    public List<Seat> seatsFor(CaseFile file, String act) {
        Definition definition = definitions.get(file.basis());
        if (!definition.route().needsDecision(act)) {
            return List.of();
        }
        String owner = "submission:" + file.filing().submission();
        Map<String, Object> values =
                forms.open(definition, owner, true).journey(file.answers()).known();
        return definition.route().stepsFor(act, values).stream()
                .map(step -> seat(step.position(), step.of().orElse(file.section())))
                .distinct()
                .toList();
    }

    /// Who sits where today.
    public Chairs chairs() {
        return people.seats().today();
    }

    /// What waits for this person: to be approved.
    public List<Proposal> listWaitingFor(Actor.Staff staff) {
        return listWaitingFor(staff, chairs());
    }

    /// What others decided in this person's place, to be looked at (後閲).
    public List<Proposal> listToConfirmBy(Actor.Staff staff) {
        return listToConfirmBy(staff, chairs());
    }

    private List<Proposal> listWaitingFor(Actor.Staff staff, Chairs chairs) {
        return rows.listWaiting(chairs.reachOf(staff.staffId())).stream()
                .filter(proposal -> proposal.route()
                        .map(route -> route.asked(chairs).contains(staff.staffId()))
                        .orElse(false))
                .toList();
    }

    private List<Proposal> listToConfirmBy(Actor.Staff staff, Chairs chairs) {
        return rows.listToConfirm(chairs.seatsOf(staff.staffId())).stream()
                .filter(proposal -> proposal.route()
                        .map(route ->
                                !route.toConfirmBy(staff.staffId(), chairs).isEmpty())
                        .orElse(false))
                .toList();
    }

    /// What this person wrote and what became of it.
    public List<Proposal> listOwn(Actor.Staff staff) {
        return rows.listOwn(staff.staffId());
    }

    /// Whether a decision about this case is, or was, this person's matter.
    boolean concerns(CaseId id, Actor.Staff staff) {
        return rows.list(id).stream().anyMatch(proposal -> concerns(proposal, staff));
    }

    /// How much waits for this person; empty for whoever decides nothing at all.
    public OptionalInt countFor(Actor.Staff staff) {
        Chairs chairs = chairs();
        return chairs.seatsOf(staff.staffId()).isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(listWaitingFor(staff, chairs).size()
                        + listToConfirmBy(staff, chairs).size());
    }

    /// A refusal that also says whose turn it is, and that somebody has left their seat.
    public Refusal explain(Refusal why, Proposal proposal, Actor.Staff staff) {
        boolean turn = why.key().equals("casework.route.not-your-turn");
        if (!turn || !(proposal.route().map(Route::state).orElse(null) instanceof Route.State.Waiting waiting)) {
            return why;
        }
        String asked = people.names(proposal.route().orElseThrow().asked(chairs()));
        String seat = town.nameOf(waiting.seat());
        return people.findLeft(staff.staffId(), proposal.route().orElseThrow().seats())
                .map(left -> Refusal.of(
                        "casework.route.left-seat",
                        Wareki.format(left.until().orElseThrow()),
                        town.nameOf(left.seat()),
                        seat,
                        asked))
                .orElseGet(() -> Refusal.of("casework.route.whose-turn", seat, asked));
    }

    /// Whether this person sat on one of its seats, and no longer does.
    public boolean hasLeft(Proposal proposal, Actor.Staff staff) {
        return proposal.route()
                .flatMap(route -> people.findLeft(staff.staffId(), route.seats()))
                .isPresent();
    }

    /// Whether it is, or was, this person's matter.
    boolean concerns(Proposal proposal, Actor.Staff staff) {
        Chairs chairs = chairs();
        return proposal.route()
                .map(route -> route.drafter().equals(staff.staffId())
                        || route.isAsked(staff.staffId(), chairs)
                        || !route.toConfirmBy(staff.staffId(), chairs).isEmpty()
                        || hasMarked(route, staff))
                .orElse(false);
    }

    /// Who approved something may read on while they still have a seat on this route.
    private boolean hasMarked(Route route, Actor.Staff staff) {
        boolean marked = route.marks().stream().anyMatch(mark -> mark.by().equals(staff.staffId()));
        return marked && chairs().reachOf(staff.staffId()).stream().anyMatch(route.seats()::contains);
    }

    private Seat seat(String position, SectionId section) {
        return town.findPosition(position)
                .map(found -> found.seat(section))
                .orElseGet(() -> new Position(position, position, true, List.of()).seat(section));
    }
}
