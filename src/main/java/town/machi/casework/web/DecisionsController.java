package town.machi.casework.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.casework.ActOutcome;
import town.machi.casework.CaseworkProblem;
import town.machi.casework.Proposal;
import town.machi.casework.ProposalId;
import town.machi.casework.Route;
import town.machi.casework.desk.Deciding;
import town.machi.identity.Seats;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Reading;
import town.machi.kernel.Refusal;
import town.machi.kernel.Wareki;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;

/// 私の決裁: what waits for whoever looks, and one draft to approve, give back, look at afterwards or take back.
@Controller
@RequestMapping("/office/decisions")
class DecisionsController {

    private final Deciding deciding;
    private final DecisionPages pages;
    private final Seats seats;
    private final Context context;

    DecisionsController(Deciding deciding, DecisionPages pages, Seats seats, Context context) {
        this.deciding = deciding;
        this.pages = pages;
        this.seats = seats;
        this.context = context;
    }

    @GetMapping
    Reply list(@RequestParam(defaultValue = "") String done) {
        return pages.list(context.staff(), done, null, 200);
    }

    @GetMapping("/{id}")
    Reply show(@PathVariable UUID id) {
        Actor.Staff staff = context.staff();
        return deciding.open(new ProposalId(id), staff)
                .<Reply>map(opened -> pages.one(opened, staff, DecisionPage.Typed.NOTHING, null, 200))
                .orElseGet(() -> notTheirs(new ProposalId(id), staff));
    }

    @PostMapping("/{id}/approve")
    Reply approve(
            @PathVariable UUID id,
            @RequestParam int seen,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam UUID onceId) {
        Optional<Proposal.Text> text = Optional.ofNullable(words).map(typed -> new Proposal.Text(typed, reason));
        var typed = new DecisionPage.Typed("approve", note, words == null ? "" : words, reason);
        return act(id, new Deciding.Wish(Route.Kind.APPROVED, 0, seen, note, text), onceId, typed);
    }

    @PostMapping("/{id}/return")
    Reply giveBack(
            @PathVariable UUID id,
            @RequestParam int seen,
            @RequestParam(defaultValue = "") String note,
            @RequestParam UUID onceId) {
        var typed = new DecisionPage.Typed("return", note, "", "");
        return act(id, new Deciding.Wish(Route.Kind.RETURNED, 0, seen, note, Optional.empty()), onceId, typed);
    }

    @PostMapping("/{id}/withdraw")
    Reply withdraw(@PathVariable UUID id, @RequestParam UUID onceId) {
        return act(
                id,
                new Deciding.Wish(Route.Kind.WITHDRAWN, 0, 0, "", Optional.empty()),
                onceId,
                DecisionPage.Typed.NOTHING);
    }

    @PostMapping("/{id}/confirm")
    Reply confirm(@PathVariable UUID id, @RequestParam int step, @RequestParam UUID onceId) {
        return act(
                id,
                new Deciding.Wish(Route.Kind.CONFIRMED, step, 0, "", Optional.empty()),
                onceId,
                DecisionPage.Typed.NOTHING);
    }

    /// @param until as typed
    @PostMapping("/away")
    Reply leave(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam UUID onceId) {
        Actor.Staff staff = context.staff();
        Optional<Refusal> refusal = Wareki.parse(from) instanceof Reading.Read<LocalDate>(LocalDate first)
                        && Wareki.parse(until) instanceof Reading.Read<LocalDate>(LocalDate last)
                ? seats.leave(onceId, first, last, staff)
                : Optional.of(Refusal.of("identity.absence.range"));
        return refusal.<Reply>map(why -> pages.list(staff, "", why, new DecisionsPage.Away(from, until), 422))
                .orElseGet(() -> new Redirect("/office/decisions?done=AWAY"));
    }

    @PostMapping("/back")
    Reply comeBack() {
        seats.comeBack(context.staff());
        return new Redirect("/office/decisions?done=BACK");
    }

    private Reply act(UUID id, Deciding.Wish wish, UUID request, DecisionPage.Typed typed) {
        Actor.Staff staff = context.staff();
        ProposalId proposal = new ProposalId(id);
        return switch (deciding.act(proposal, wish, request, staff)) {
            case ActOutcome.Done done ->
                new Redirect("/office/decisions?done=" + done.event().kind());
            case ActOutcome.Refused(Refusal why) -> refused(proposal, why, typed, staff);
            case ActOutcome.Stale _, ActOutcome.NotFound _ ->
                throw new ProblemException(CaseworkProblem.NO_SUCH_DECISION);
        };
    }

    private Reply refused(ProposalId id, Refusal why, DecisionPage.Typed typed, Actor.Staff staff) {
        return deciding.open(id, staff)
                .<Reply>map(opened -> pages.one(opened, staff, typed, why, 422))
                .orElseGet(() -> pages.list(staff, "", why, 403));
    }

    /// Whoever sat on a seat of this route and left it is told so; for everybody else it is not there.
    private Reply notTheirs(ProposalId id, Actor.Staff staff) {
        return deciding.explainTo(id, staff)
                .<Reply>map(why -> pages.list(staff, "", why, 403))
                .orElseThrow(() -> new ProblemException(CaseworkProblem.NO_SUCH_DECISION));
    }
}
