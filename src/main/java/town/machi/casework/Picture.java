package town.machi.casework;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.SectionId;
import town.machi.procedure.ProcedureName;

/// How the office's work stands, in figures. It knows nobody.
///
/// What waits is counted as of now, whenever it came. What was received, and what was finished, is counted in the
/// months of the filter, each by its own day.
///
/// @param all everything together
/// @param procedures most waiting first
/// @param sections in the town's order
/// @param months oldest first, one for each month of the filter
/// @param questions sent back most often first
public record Picture(
        PictureFilter of,
        Line all,
        List<OfProcedure> procedures,
        List<OfSection> sections,
        List<OfMonth> months,
        List<OfQuestion> questions) {

    /// @param number how many wait, with the town or with the resident
    /// @param oldest when the first of them came; null: none waits
    /// @param late whose day is over
    /// @param correcting of the number, those that wait for the resident
    public record Waiting(long number, @Nullable Instant oldest, long late, long correcting) {
        public static final Waiting NONE = new Waiting(0, null, 0, 0);

        public Waiting plus(Waiting other) {
            Instant first = oldest;
            if (first == null || (other.oldest != null && other.oldest.isBefore(first))) {
                first = other.oldest;
            }
            return new Waiting(number + other.number, first, late + other.late, correcting + other.correcting);
        }
    }

    /// @param online of those received, by web or LINE
    public record Received(long number, long online) {}

    /// What came to its end, withdrawals left out.
    ///
    /// @param days open days from its counting day to the end, on average; empty: none has finished
    /// @param median half of them took no longer
    /// @param measured of the number, those of a procedure with a 標準処理期間
    /// @param within of the measured, those that kept it
    public record Finished(long number, OptionalDouble days, OptionalInt median, long measured, long within) {}

    public record Line(Waiting waiting, Received received, Finished finished) {}

    /// @param standard 標準処理期間 in open days; empty: 未設定
    public record OfProcedure(ProcedureName name, String title, Line line, OptionalInt standard) {}

    public record OfSection(SectionId id, Line line) {}

    /// @param waitingAtEnd how many were open when the month was over, or are now
    public record OfMonth(YearMonth month, Received received, Finished finished, long waitingAtEnd) {}

    /// @param question its label, or its id where today's definition has none of that name
    public record OfQuestion(ProcedureName procedure, String title, String question, long times) {}
}
