package town.machi.shelter.web;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import town.machi.kernel.BusinessCalendar;

/// A time as a box of a page takes it: `2026-07-29T07:30`.
final class TimeBox {

    private static final DateTimeFormatter BOX = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private TimeBox() {}

    static String text(Instant time) {
        return text(LocalDateTime.ofInstant(time, BusinessCalendar.TOKYO));
    }

    static String text(LocalDateTime time) {
        return BOX.format(time);
    }

    /// Empty where nothing is written, or no time.
    static Optional<Instant> read(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().replace(' ', 'T');
        try {
            return plain.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDateTime.parse(plain)
                            .atZone(BusinessCalendar.TOKYO)
                            .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
