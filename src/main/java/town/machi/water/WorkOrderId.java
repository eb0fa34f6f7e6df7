package town.machi.water;

import java.util.UUID;

/// One work order. A UUIDv7, so that orders sort by when they were made.
public record WorkOrderId(UUID value) {

    /// The order as the audit names it: `water.order:uuid`.
    public String subject() {
        return "water.order:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
