package town.machi.shell;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.Language;
import town.machi.kernel.Wareki;

/// Days, times and numbers as a language writes them. Days mean Asia/Tokyo.
public final class DayWords {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter ENGLISH_DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu (EEE)", Locale.ENGLISH);
    private static final DateTimeFormatter ENGLISH_TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.ENGLISH);

    private final Language language;

    DayWords(Language language) {
        this.language = language;
    }

    /// 令和8年11月24日(火) 午後3時05分: for papers and sheets, which are in Japanese.
    public static String japanese(Instant at) {
        return new DayWords(Language.JA).moment(at);
    }

    /// 令和8年11月24日(火), 24 November 2026 (Tue).
    public String day(LocalDate day) {
        return switch (language) {
            case JA, EASY -> Wareki.format(day);
            case EN -> ENGLISH_DAY.format(day);
        };
    }

    /// 午後3時, 午後3時05分, 3:00 PM.
    public String time(LocalTime time) {
        return switch (language) {
            case EN -> ENGLISH_TIME.format(time);
            case JA, EASY -> {
                var hour = (time.getHour() < 12 ? "午前" : "午後") + time.getHour() % 12 + "時";
                yield time.getMinute() == 0 ? hour : hour + "%02d分".formatted(time.getMinute());
            }
        };
    }

    /// The day and the time of day.
    public String moment(Instant instant) {
        return moment(instant.atZone(TOKYO).toLocalDateTime());
    }

    private String moment(LocalDateTime at) {
        return day(at.toLocalDate()) + " " + time(at.toLocalTime());
    }

    /// Any argument of a message, in words.
    String say(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case LocalDate day -> day(day);
            case LocalTime time -> time(time);
            case Instant instant -> moment(instant);
            case LocalDateTime at -> moment(at);
            case ZonedDateTime at -> moment(at.toInstant());
            case Integer number -> String.format(Locale.ROOT, "%,d", number);
            case Long number -> String.format(Locale.ROOT, "%,d", number);
            default -> value.toString();
        };
    }
}
