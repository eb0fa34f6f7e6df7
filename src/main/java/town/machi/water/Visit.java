package town.machi.water;

import java.time.Instant;
import java.util.Optional;
import town.machi.kernel.StaffId;
import town.machi.platform.FileId;

/// A report as it is kept.
///
/// @param receivedAt when it arrived here, perhaps hours after it was made
/// @param photo empty while it has not arrived, or where none was taken
/// @param late whether the order was over when it came: told to the office, counted nowhere
public record Visit(
        WorkOrderId order, VisitReport report, StaffId by, Instant receivedAt, Optional<FileId> photo, boolean late) {

    /// Whether a photo was taken that never arrived.
    public boolean misses() {
        return !report.photo().isEmpty() && photo.isEmpty();
    }
}
