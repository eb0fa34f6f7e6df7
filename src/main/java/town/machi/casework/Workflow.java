package town.machi.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import town.machi.casework.Standing.Limit;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Refusal;
import town.machi.kernel.Role;
import town.machi.kernel.SectionId;
import town.machi.procedure.Ruling;
import town.machi.procedure.WorkflowPlan;
import town.machi.procedure.WorkflowPlan.Act;
import town.machi.procedure.WorkflowPlan.Meaning;

/// The rules of a case, without database or screen. Read this first.
///
/// A case is opened, moved by acts of the office, corrected or withdrawn by the resident, and at last closed.
/// Each change answers with a [Step]: the next [Standing], or why not. Nothing here remembers anything.
///
/// @param plan the workflow of the definition under which the case was filed
/// @param ruling what the law asks of its decision
public record Workflow(WorkflowPlan plan, Ruling ruling, BusinessCalendar calendar) {

    /// Who works on cases at all. 管理者 and 監査 alone do not see them.
    public static final Set<Role> CASE_WORKERS = Set.of(Role.RECEPTION, Role.HANDLER, Role.DECIDER);

    /// Whether this person may see a case of this section, and everything that hangs on it.
    public static boolean maySee(Actor.Staff staff, SectionId section) {
        return staff.isIn(section) && !Collections.disjoint(staff.roles(), CASE_WORKERS);
    }

    /// Where a case stands that has just arrived.
    ///
    /// @param countsFrom the open day from which the filing counts
    public Standing open(Instant now, LocalDate countsFrom) {
        Optional<Limit> limit =
                ruling.limit().map(days -> new Limit(DecisionLimit.lastDay(countsFrom, days.days()), false));
        CaseState state = enter(state(plan.first()), now, countsFrom, Set.of(), plan.first());
        return new Standing(within(state, limit), 1, limit);
    }

    /// The acts that this person may do now, in the order of the definition.
    public List<Act> acts(Standing standing, SectionId section, Actor.Staff staff) {
        if (standing.state().isClosed() || !maySee(staff, section)) {
            return List.of();
        }
        return state(standing.state().id()).acts().stream()
                .filter(act -> mayDo(staff, act))
                .toList();
    }

    /// An act of the office.
    public Step act(Standing standing, SectionId section, Actor.Staff staff, Move move, Instant now) {
        if (move.seenRevision() != standing.revision()) {
            return new Step.Stale(standing.revision());
        }
        Optional<Act> act = find(standing.state(), move.act());
        if (act.isEmpty()) {
            return Step.refused("casework.refusal.not-now");
        }
        if (!maySee(staff, section) || !mayDo(staff, act.get())) {
            return Step.refused("casework.refusal.not-your-role", roles(act.get()));
        }
        return take(standing, act.get(), move, now);
    }

    /// The resident answered a send-back: the case goes back to where it came from.
    public Step correct(Standing standing, Instant now) {
        return switch (standing.state()) {
            case CaseState.Correcting correcting ->
                step(
                        standing,
                        enter(state(correcting.returnTo()), now, countsFrom(now), Set.of(), correcting.id()),
                        now);
            case CaseState.Open _, CaseState.Closed _ -> Step.refused("casework.refusal.correction-late");
        };
    }

    /// The resident took it back, which they may until it is closed, or done though not closed.
    public Step withdraw(Standing standing, Instant at) {
        Optional<WorkflowPlan.State> end = plan.states().values().stream()
                .filter(state -> state.meaning() == Meaning.WITHDRAWN)
                .findFirst();
        if (standing.state().isClosed()
                || end.isEmpty()
                || state(standing.state().id()).firm()) {
            return Step.refused("casework.refusal.withdrawal-late");
        }
        return step(standing, new CaseState.Closed(end.get().id(), at, Meaning.WITHDRAWN), at);
    }

    /// The decision is put off, once, by a notice with its reason. The day given is the new last day.
    public Step extend(Standing standing, Extension extension, Instant now) {
        if (extension.seenRevision() != standing.revision()) {
            return new Step.Stale(standing.revision());
        }
        Optional<Refusal> against = decisionLimit().findReasonAgainst(standing, extension, now);
        if (against.isPresent()) {
            return new Step.Refused(against.get());
        }
        Optional<Limit> limit = Optional.of(new Limit(extension.until(), true));
        return taken(standing, standing.state(), limit);
    }

    /// By when the law wants a decision.
    public DecisionLimit decisionLimit() {
        return new DecisionLimit(ruling, calendar);
    }

    /// Whether this act asks which fields to open to the resident.
    public boolean isSendBack(Act act) {
        WorkflowPlan.State to = state(act.to());
        return to.meaning() == Meaning.CORRECTING && to.asking().isEmpty();
    }

    /// Whether this act asks for words that the resident will read. A refusal always does (行政手続法 8条).
    public boolean needsReason(Act act) {
        Meaning leadsTo = state(act.to()).meaning();
        return act.needsReason() || isSendBack(act) || leadsTo == Meaning.REFUSED || leadsTo == Meaning.PARTLY;
    }

    public WorkflowPlan.State state(String id) {
        return Objects.requireNonNull(plan.states().get(id), () -> "no such state in the workflow: " + id);
    }

    private Step take(Standing standing, Act act, Move move, Instant now) {
        boolean sendsBack = isSendBack(act);
        if (sendsBack && move.fields().isEmpty()) {
            return Step.refused("casework.refusal.fields-missing");
        }
        if (needsReason(act) && move.reason().isBlank()) {
            return Step.refused("casework.refusal.reason-missing");
        }
        String from = standing.state() instanceof CaseState.Correcting again
                ? again.returnTo()
                : standing.state().id();
        return step(standing, enter(state(act.to()), now, countsFrom(now), move.fields(), from), now);
    }

    private CaseState enter(
            WorkflowPlan.State state, Instant now, LocalDate countsFrom, Set<String> fields, String from) {
        Optional<LocalDate> due = state.within().isPresent()
                ? Optional.of(
                        calendar.plusBusinessDays(countsFrom, state.within().getAsInt()))
                : Optional.empty();
        return switch (state.meaning()) {
            case OPEN -> new CaseState.Open(state.id(), now, due);
            case CORRECTING ->
                state.asking()
                        .map(asking -> new CaseState.Correcting(state.id(), now, due, asking.fields(), asking.then()))
                        .orElseGet(() -> new CaseState.Correcting(state.id(), now, due, fields, from));
            case DONE, PARTLY, REFUSED, WITHDRAWN -> new CaseState.Closed(state.id(), now, state.meaning());
        };
    }

    private Optional<Act> find(CaseState from, String id) {
        return from.isClosed()
                ? Optional.empty()
                : state(from.id()).acts().stream()
                        .filter(act -> act.id().equals(id))
                        .findFirst();
    }

    private LocalDate countsFrom(Instant now) {
        return calendar.countFrom(now);
    }

    /// Days on which the resident was asked to correct do not count.
    private Step step(Standing standing, CaseState next, Instant now) {
        Optional<Limit> limit = standing.limit().map(old -> DecisionLimit.without(old, standing.state(), now));
        return taken(standing, next, limit);
    }

    private Step taken(Standing before, CaseState next, Optional<Limit> limit) {
        return new Step.Taken(new Standing(within(next, limit), before.revision() + 1, limit));
    }

    /// While the town works, the law's last day counts where it comes before the state's own.
    private CaseState within(CaseState state, Optional<Limit> limit) {
        if (limit.isEmpty() || !(state instanceof CaseState.Open(String id, Instant since, Optional<LocalDate> own))) {
            return state;
        }
        LocalDate last = calendar.firstOpenFrom(limit.get().lastDay());
        Optional<LocalDate> due = Optional.of(own.filter(last::isAfter).orElse(last));
        return new CaseState.Open(id, since, due);
    }

    private static boolean mayDo(Actor.Staff staff, Act act) {
        return !Collections.disjoint(staff.roles(), act.by());
    }

    private static String roles(Act act) {
        return String.join("・", act.by().stream().sorted().map(Role::label).toList());
    }
}
