package town.machi.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import town.machi.kernel.SectionId;
import town.machi.kernel.Yen;

/// What is paid together, on one day, by one section.
///
/// @param number by which the office calls it
/// @param payOn 振込指定日
/// @param by `staff:uuid`
/// @param exports how often it left the program
public record TransferRun(
        UUID id, long number, SectionId section, LocalDate payOn, String by, Instant at, Sums sums, int exports) {

    /// @param ordered of them, not yet paid and not sent back
    public record Sums(int count, Yen yen, int ordered) {}

    /// @param reason empty for the first
    public record Export(int nth, Transfer.Format format, Optional<String> reason, String by, Instant at) {}
}
