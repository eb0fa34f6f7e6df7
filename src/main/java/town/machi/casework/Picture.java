package town.machi.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import town.machi.procedure.ProcedureName;

/// How the office's work stands, in figures. It knows nobody.
///
/// @param from first day on which what is counted was received; what waits is counted whenever it came
/// @param procedures most waiting first
/// @param months oldest first, one for each month since `from`
/// @param questions sent back most often first
public record Picture(LocalDate from, List<OfProcedure> procedures, List<OfMonth> months, List<OfQuestion> questions) {

    /// @param number how many wait, with the town or with the resident
    /// @param oldest when the first of them came; null: none waits
    /// @param late whose day is over
    /// @param correcting of the number, those that wait for the resident
    public record Waiting(
            long number, @org.jspecify.annotations.Nullable Instant oldest, long late, long correcting) {
        public static final Waiting NONE = new Waiting(0, null, 0, 0);
    }

    /// @param online of those received, by web or LINE
    /// @param finished of those received, withdrawals left out
    /// @param days open days to the end, on average; empty: none has finished
    /// @param standard 標準処理期間 in open days; empty: 未設定
    public record OfProcedure(
            ProcedureName name,
            String title,
            Waiting waiting,
            long received,
            long online,
            long finished,
            OptionalDouble days,
            OptionalInt standard) {}

    public record OfMonth(YearMonth month, long received, long online, long finished) {}

    /// @param question its label, or its id where today's definition has none of that name
    public record OfQuestion(String procedure, String question, long times) {}

    public long waiting() {
        return procedures.stream().mapToLong(one -> one.waiting().number()).sum();
    }

    public long late() {
        return procedures.stream().mapToLong(one -> one.waiting().late()).sum();
    }

    public long correcting() {
        return procedures.stream().mapToLong(one -> one.waiting().correcting()).sum();
    }

    public long received() {
        return procedures.stream().mapToLong(OfProcedure::received).sum();
    }

    public long online() {
        return procedures.stream().mapToLong(OfProcedure::online).sum();
    }
}
