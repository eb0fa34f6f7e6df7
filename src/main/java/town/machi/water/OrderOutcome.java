package town.machi.water;

import town.machi.kernel.Refusal;

/// What came of planning, moving or cancelling a work order.
public sealed interface OrderOutcome {

    record Done(WorkOrder order) implements OrderOutcome {}

    record Refused(Refusal refusal) implements OrderOutcome {}

    static OrderOutcome refused(String key, Object... args) {
        return new Refused(Refusal.of(key, args));
    }
}
