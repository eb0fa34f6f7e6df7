package town.machi.water;

import java.util.UUID;

/// One supply point (給水装置): pipe, valve and meter of one place of use.
public record SupplyPointId(UUID value) {

    /// The point as the audit names it: `water.point:uuid`.
    public String subject() {
        return "water.point:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
