package town.machi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WarekiPropertyTests {

    @Test
    @DisplayName("明治6年から今世紀の終わりまで、どの日も書いて読めば元の日になる")
    void everyDayComesBack() {
        LocalDate.of(1873, 1, 1).datesUntil(LocalDate.of(2100, 1, 1)).forEach(date -> {
            assertThat(Wareki.of(date).toDate()).isEqualTo(date);
            assertThat(Wareki.parse(Wareki.format(date))).isEqualTo(Reading.of(date));
            assertThat(Wareki.parse(Wareki.formatShort(date))).isEqualTo(Reading.of(date));
        });
    }

    @Property
    @Label("何を打たれても、答えは日付か、断りの文のどちらか")
    void neverThrows(@ForAll("typed") String typed) {
        assertThat(Wareki.parse(typed)).isNotNull();
        assertThat(Wareki.parse(typed, typed, typed)).isNotNull();
    }

    @Property
    @Label("読めた日付は、和暦で書いて読み直しても変わらない")
    void readingIsStable(@ForAll("typed") String typed) {
        Wareki.parse(typed)
                .findValue()
                .ifPresent(date -> assertThat(Wareki.parse(Wareki.format(date)).findValue())
                        .contains(date));
    }

    @Provide
    Arbitrary<String> typed() {
        Arbitrary<String> pieces = Arbitraries.of(
                "令和", "平成", "昭和", "大正", "明治", "R", "H", "元", "年", "月", "日", "/", "-", ".", "ー", "0", "1", "2", "8",
                "31", "2026", "１", "十", "百", "千", "〇", " ", "　", "(火)", "㋿", "あ", "𠮷", "\u0000", "\uD842");
        return pieces.list().ofMaxSize(9).map(list -> String.join("", list));
    }
}
