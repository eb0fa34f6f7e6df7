package town.machi.casework.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.casework.ActOutcome;
import town.machi.casework.CaseEvent;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseMoved;
import town.machi.casework.Drafted;
import town.machi.casework.Proposal;
import town.machi.casework.Proposal.Stage;
import town.machi.casework.Proposal.Way;
import town.machi.casework.ProposalId;
import town.machi.casework.Route;
import town.machi.casework.jdbc.CaseRows;
import town.machi.casework.jdbc.ProposalRows;
import town.machi.kernel.Actor;
import town.machi.kernel.Refusal;
import town.machi.kernel.Seat;
import town.machi.kernel.StaffId;

/// The deciders' side: approve (承認), give back (差戻し), look at it afterwards (後閲); and the writer's way back (取下げ).
@Component
public class Deciding {

    private static final int LONGEST = 4000;

    private final Access access;
    private final Rows rows;
    private final Decisions decisions;
    private final Journal journal;
    private final DecisionMail mail;
    private final Clock clock;

    Deciding(Access access, Rows rows, Decisions decisions, Journal journal, DecisionMail mail, Clock clock) {
        this.access = access;
        this.rows = rows;
        this.decisions = decisions;
        this.journal = journal;
        this.mail = mail;
        this.clock = clock;
    }

    @Component
    record Rows(CaseRows cases, ProposalRows proposals) {}

    /// What somebody wants to do with a draft.
    ///
    /// @param step of a 後閲; else what the route says
    /// @param seen how many marks the page showed
    /// @param words why it goes back, or a word along the way
    /// @param text the draft as the approver left it; empty: unchanged
    public record Wish(Route.Kind kind, int step, int seen, String words, Optional<Proposal.Text> text) {}

    /// Opens a draft for reading, which the audit notes.
    @Transactional
    public Optional<Drafted> open(ProposalId id, Actor.Staff staff) {
        return rows.proposals()
                .find(id)
                .flatMap(proposal -> access.openAsked(
                                proposal.caseId(), decisions.concerns(proposal, staff), staff, "decision")
                        .map(file -> new Drafted(proposal, file)));
    }

    /// What somebody is told who sat on a seat of this route and left it; empty for everybody else.
    @Transactional(readOnly = true)
    public Optional<Refusal> explainTo(ProposalId id, Actor.Staff staff) {
        return rows.proposals()
                .find(id)
                .filter(proposal -> decisions.hasLeft(proposal, staff))
                .map(proposal -> decisions.explain(Refusal.of("casework.route.not-your-turn"), proposal, staff));
    }

    /// @param request the client-made id: the same one again gets the first outcome
    @Transactional
    public ActOutcome act(ProposalId id, Wish wish, UUID request, Actor.Staff staff) {
        Optional<CaseFile> locked =
                rows.proposals().find(id).flatMap(found -> rows.cases().lock(found.caseId()));
        return journal.once(
                locked,
                request,
                file -> rows.proposals()
                        .find(id)
                        .map(now -> act(new Drafted(now, file), wish, request, staff))
                        .orElseGet(ActOutcome.NotFound::new));
    }

    private ActOutcome act(Drafted opened, Wish wish, UUID request, Actor.Staff staff) {
        if (wish.words().length() > LONGEST) {
            return ActOutcome.refused("casework.refusal.words-too-long", LONGEST);
        }
        if (wish.kind() == Route.Kind.RETURNED && wish.words().isBlank()) {
            return ActOutcome.refused("casework.route.return-needs-reason");
        }
        return opened.proposal()
                                .route()
                                .map(route -> answer(route, wish, staff.staffId()))
                                .orElse(over())
                        instanceof Route.Answer.Taken taken
                ? write(opened, taken, wish, request, staff)
                : refused(opened.proposal(), wish, opened.file(), staff);
    }

    private static Route.Answer over() {
        return new Route.Answer.Refused(Refusal.of("casework.route.over"));
    }

    private Route.Answer answer(Route route, Wish wish, StaffId who) {
        return switch (wish.kind()) {
            case APPROVED -> route.approve(who, wish.seen(), decisions.chairs());
            case RETURNED -> route.giveBack(who, wish.seen(), decisions.chairs());
            case WITHDRAWN -> route.withdraw(who);
            case CONFIRMED -> route.confirm(wish.step(), who, decisions.chairs());
            case LAPSED -> over();
        };
    }

    /// Why it did not happen, in words that also say whose turn it is.
    private ActOutcome refused(Proposal proposal, Wish wish, CaseFile file, Actor.Staff staff) {
        Route.Answer answer = proposal.route()
                .map(route -> answer(route, wish, staff.staffId()))
                .orElse(over());
        access.refuse(file.id(), staff, "decision:" + wish.kind());
        return new ActOutcome.Refused(
                answer instanceof Route.Answer.Refused(Refusal why)
                        ? decisions.explain(why, proposal, staff)
                        : Refusal.of("casework.route.over"));
    }

    private ActOutcome write(Drafted opened, Route.Answer.Taken taken, Wish wish, UUID request, Actor.Staff staff) {
        Proposal before = opened.proposal();
        boolean confirms = wish.kind() == Route.Kind.CONFIRMED;
        Proposal.Text text = wish.kind() == Route.Kind.APPROVED
                ? wish.text().map(Deciding::stripped).orElse(before.text())
                : before.text();
        if (text.words().isBlank()
                || (text.reason().isBlank() && !before.text().reason().isBlank())) {
            return ActOutcome.refused("casework.route.words-missing");
        }
        Instant now = clock.instant();
        Stage stage = confirms ? before.stage() : Stage.of(taken.route());
        Proposal after = before.with(text, way(before, taken.route(), now), stage);
        rows.proposals().update(before, after, now);
        CaseEvent event = journal.write(
                opened.file(),
                staff,
                new Journal.Entry(
                        kind(taken, stage),
                        place(taken),
                        wish.words().strip(),
                        Set.of(),
                        Drafting.changes(before.text(), text),
                        request));
        mail.moved(opened.file(), after, taken.mark(), decisions.chairs());
        return new ActOutcome.Done(event);
    }

    private static Proposal.Text stripped(Proposal.Text text) {
        return new Proposal.Text(text.words().strip(), text.reason().strip());
    }

    private static Way way(Proposal before, Route route, Instant now) {
        List<Instant> times = before.way() instanceof Way.On(Route _, List<Instant> known)
                ? new ArrayList<>(known)
                : new ArrayList<>();
        times.add(now);
        return new Way.On(route, times);
    }

    private static CaseEvent.Kind kind(Route.Answer.Taken taken, Stage stage) {
        return switch (taken.mark().kind()) {
            case APPROVED -> stage == Stage.DECIDED ? CaseEvent.Kind.DECIDED : CaseEvent.Kind.APPROVED;
            case RETURNED -> CaseEvent.Kind.GIVEN_BACK;
            case WITHDRAWN -> CaseEvent.Kind.DRAFT_WITHDRAWN;
            case CONFIRMED -> CaseEvent.Kind.CONFIRMED;
            case LAPSED -> CaseEvent.Kind.DRAFT_LAPSED;
        };
    }

    /// The seat, and that somebody else took its place.
    private static CaseEvent.Place place(Route.Answer.Taken taken) {
        Seat seat = taken.route().seats().get(taken.mark().step());
        return new CaseEvent.Place(null, seat.code(), taken.mark().inPlace() ? "in-place" : null, null, null);
    }

    /// Part of the act: a decision that was carried out is done, and one that no longer fits falls.
    @EventListener
    public void caseMoved(CaseMoved moved) {
        rows.proposals().findOpen(moved.caseId()).ifPresent(open -> {
            boolean carriedOut = open.isDecided() && open.act().equals(moved.act());
            Instant now = clock.instant();
            if (carriedOut) {
                rows.proposals().update(open, open.with(open.text(), open.way(), Stage.DONE), now);
            } else if (!open.inState().equals(moved.to())) {
                fall(open, now);
            }
        });
    }

    private void fall(Proposal open, Instant now) {
        CaseFile file = rows.cases().find(open.caseId()).orElseThrow();
        Way way = open.route()
                .map(route -> way(open, route.lapse(route.drafter()), now))
                .orElse(open.way());
        rows.proposals().update(open, open.with(open.text(), way, Stage.LAPSED), now);
        CaseEvent.Place place = new CaseEvent.Place(null, null, open.act(), null, null);
        journal.write(
                file,
                new Actor.SystemJob("casework.decisions"),
                Journal.Entry.of(CaseEvent.Kind.DRAFT_LAPSED, place, "", null));
    }
}
