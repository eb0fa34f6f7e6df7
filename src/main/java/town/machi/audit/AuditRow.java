package town.machi.audit;

import java.time.Instant;

/// One row of the trail, as it was written.
///
/// @param number counts up, with gaps; rows of parallel transactions may become visible out of its order
public record AuditRow(long number, Instant at, Who who, Deed deed) {

    /// @param kind `staff`, `resident`, `anonymous`, `system`
    /// @param address where the request came from; `-` for the program itself
    public record Who(String kind, String id, String address) {}

    /// @param action name of an [AuditAction]
    public record Deed(String action, String subject, String what, String outcome) {}
}
