package town.machi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("国民の祝日と休日")
class HolidaysTests {

    /// holiday-jp's list (MIT), 1970–2050, where it lies beside the project; else our own excerpt.
    private static final Path WHOLE_LIST = Path.of("../shared/data/holidays/holidays.yml");

    private static final Path EXCERPT = Path.of("src/test/resources/town/machi/kernel/holidays-excerpt.yml");

    @Test
    @DisplayName("一覧にある年は、どの日も一覧のとおり")
    void agreesWithTheListDayByDay() throws IOException {
        SortedMap<LocalDate, String> expected = listed();
        SortedMap<LocalDate, String> computed = new TreeMap<>();
        IntStream.rangeClosed(expected.firstKey().getYear(), expected.lastKey().getYear())
                .forEach(year -> computed.putAll(Holidays.listByYear(year)));
        assertThat(computed.keySet()).isEqualTo(expected.keySet());
    }

    @ParameterizedTest(name = "{0} は {1}")
    @DisplayName("振替休日、国民の休日、一度だけの休日")
    @CsvSource({
        "1973-04-30, 振替休日",
        "1988-05-04, 国民の休日",
        "1989-02-24, 大喪の礼",
        "2008-05-06, 振替休日",
        "2009-09-22, 国民の休日",
        "2019-04-30, 国民の休日",
        "2019-05-01, 天皇の即位の日",
        "2019-05-02, 国民の休日",
        "2020-02-24, 振替休日",
        "2020-07-23, 海の日",
        "2021-08-09, 振替休日",
        "2026-05-06, 振替休日",
        "2026-09-22, 国民の休日",
        "2026-11-23, 勤労感謝の日",
        "2027-03-22, 振替休日"
    })
    void namesTheDay(LocalDate date, String name) {
        assertThat(Holidays.findName(date)).contains(name);
    }

    @ParameterizedTest(name = "{0} は祝日でない")
    @DisplayName("昔の祝日は、いまは平日")
    @CsvSource({"2019-12-23", "2019-02-23", "2020-10-12", "2021-07-19", "1972-09-24", "1948-07-19", "1984-05-04"})
    void isOrdinary(LocalDate date) {
        assertThat(Holidays.findName(date)).isEmpty();
    }

    private static SortedMap<LocalDate, String> listed() throws IOException {
        Path list = Files.exists(WHOLE_LIST) ? WHOLE_LIST : EXCERPT;
        SortedMap<LocalDate, String> days = new TreeMap<>();
        try (Stream<String> lines = Files.lines(list, StandardCharsets.UTF_8)) {
            lines.filter(line -> line.matches("\\d{4}-.*"))
                    .map(line -> Map.entry(LocalDate.parse(line.substring(0, 10)), line.substring(12)))
                    .forEach(day -> days.put(day.getKey(), day.getValue()));
        }
        return days;
    }
}
