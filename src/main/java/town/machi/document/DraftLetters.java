package town.machi.document;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.ProblemException;

/// Letters as they will be, for whoever decides about them: without number, day, seal or code, and marked 案. Nothing is
/// kept of them.
@Component
public class DraftLetters {

    private final LetterWriter writer;
    private final Clock clock;

    DraftLetters(LetterWriter writer, Clock clock) {
        this.writer = writer;
        this.clock = clock;
    }

    /// @return the PDF
    /// @throws ProblemException when there is no font, no such template, or a value is missing
    public byte[] print(Letter letter) {
        Instant now = clock.instant();
        String number = writer.check(letter).numbered() ? "（文書番号は決裁のあとに付きます）" : null;
        LetterPaper.Stamp stamp = new LetterPaper.Stamp(number, "（決裁のあとの日付）", null, now);
        return writer.write(letter, stamp, LocalDate.ofInstant(now, BusinessCalendar.TOKYO))
                .pdf();
    }
}
