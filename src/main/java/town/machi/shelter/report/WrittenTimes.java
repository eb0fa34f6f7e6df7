package town.machi.shelter.report;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times of the day as a town writes them into a setting: `翌朝 18:00 昼 9:00`, `夜は22時`.
final class WrittenTimes {

    private WrittenTimes() {}

    /// The time that follows the word; empty where there is none that can be read.
    static Optional<LocalTime> after(String word, String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        Matcher found =
                Pattern.compile(word + "\\D{0,4}(\\d{1,2})[:時](\\d{2})?").matcher(plain);
        return found.find() ? time(found) : Optional.empty();
    }

    private static Optional<LocalTime> time(Matcher found) {
        try {
            int minute = found.group(2) == null ? 0 : Integer.parseInt(found.group(2));
            return Optional.of(LocalTime.of(Integer.parseInt(found.group(1)), minute));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
