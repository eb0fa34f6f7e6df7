package town.machi.water;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import town.machi.kernel.Language;
import town.machi.procedure.ProcedureName;

/// 折り返しの電話: somebody wants water, or wants it closed, sooner than it is offered, and asks to be called.
///
/// @param id made by whoever asks; the same again is the same one
/// @param language in which they read
/// @param called empty: nobody has called yet
public record Callback(UUID id, Wanted wanted, Who who, Language language, Instant askedAt, Optional<Called> called) {

    /// @param on the day that was too near
    public record Wanted(ProcedureName procedure, LocalDate on) {}

    /// @param phone digits, with hyphens where they were typed
    public record Who(String name, String phone) {

        /// Personal; logs get neither.
        @Override
        public String toString() {
            return "somebody";
        }
    }

    /// @param outcome what was agreed, in words
    public record Called(Instant at, String outcome) {}

    /// As the audit names it.
    public String subject() {
        return "water.callback:" + id;
    }
}
