package town.machi.water;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import town.machi.casework.CaseId;
import town.machi.kernel.Refusal;

/// 作業票: what a crew is sent to do, and how far it has come. The acts are pure: each answers with the next order, or
/// why not.
///
/// @param holder who holds its place on a crew's day: the submission, or the order itself where no case stands behind
/// it
/// @param wantedOn the day that was asked for; empty: any
/// @param joinedTo the order that is done on the same trip
/// @param revision counts up with each change; an act says which one it saw
public record WorkOrder(
        WorkOrderId id,
        SupplyPointId point,
        OrderKind kind,
        Optional<CaseId> caseId,
        UUID holder,
        Optional<LocalDate> wantedOn,
        Optional<WorkOrderId> joinedTo,
        State state,
        int revision) {

    /// How far it has come.
    public sealed interface State {

        /// No crew has it yet.
        record Waiting() implements State {}

        record Planned(CrewDay on) implements State {}

        /// @param at when the crew was done, by their clock
        record Done(Instant at) implements State {}

        /// @param reason for the office
        record Cancelled(Instant at, String reason) implements State {}
    }

    /// What came of an act.
    public sealed interface Step {

        record Taken(WorkOrder next) implements Step {}

        record Refused(Refusal refusal) implements Step {}
    }

    public boolean isOpen() {
        return switch (state) {
            case State.Waiting _, State.Planned _ -> true;
            case State.Done _, State.Cancelled _ -> false;
        };
    }

    public Optional<CrewDay> plannedOn() {
        return state instanceof State.Planned(CrewDay on) ? Optional.of(on) : Optional.empty();
    }

    /// A crew gets it for a day that is not over.
    ///
    /// @param today in Tokyo
    public Step plan(CrewDay on, LocalDate today) {
        if (!isOpen()) {
            return refused();
        }
        return on.day().isBefore(today)
                ? new Step.Refused(Refusal.of("water.order.day-over", on.day()))
                : to(new State.Planned(on));
    }

    /// It goes back to those that wait for a crew, as after a trip in vain.
    public Step putBack() {
        return isOpen() ? to(new State.Waiting()) : refused();
    }

    public Step complete(Instant at) {
        return isOpen() ? to(new State.Done(at)) : refused();
    }

    public Step cancel(Instant at, String reason) {
        return isOpen() ? to(new State.Cancelled(at, reason)) : refused();
    }

    private Step to(State next) {
        return new Step.Taken(new WorkOrder(id, point, kind, caseId, holder, wantedOn, joinedTo, next, revision + 1));
    }

    private Step refused() {
        return new Step.Refused(
                state instanceof State.Done ? Refusal.of("water.order.done") : Refusal.of("water.order.cancelled"));
    }
}
