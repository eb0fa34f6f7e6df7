package town.machi.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import town.machi.procedure.Keep;

@DisplayName("保存期間の数えかた")
class KeepingRulesTests {

    @ParameterizedTest(name = "{0} に終わった案件を {1} 年残すと {2} まで")
    @CsvSource({
        "2026-11-24, 5, 2032-03-31",
        "2026-04-01, 5, 2032-03-31",
        "2027-03-31, 5, 2032-03-31",
        "2027-04-01, 5, 2033-03-31",
        "2024-02-29, 1, 2025-03-31",
        "2023-03-31, 1, 2024-03-31",
        "2026-12-31, 3, 2030-03-31",
        "2026-11-24, 30, 2057-03-31"
    })
    void wholeYears(LocalDate closed, int years, LocalDate last) {
        Keep keep = Keep.ofYears(years);
        assertThat(KeepingRules.lastDay(keep, closed)).contains(last);
        assertThat(KeepingRules.isPast(keep, closed, last)).isFalse();
        assertThat(KeepingRules.isPast(keep, closed, last.plusDays(1))).isTrue();
    }

    @ParameterizedTest(name = "{0} に終わった案件を {1} 残すと {2} まで")
    @CsvSource({
        "2026-11-24, P6M, 2027-05-24",
        "2028-01-31, P1M, 2028-02-29",
        "2027-01-30, P1M, 2027-02-27",
        "2028-02-28, P1D, 2028-02-29",
        "2026-12-31, P90D, 2027-03-31"
    })
    void lessThanAYear(LocalDate closed, Period length, LocalDate last) {
        assertThat(KeepingRules.lastDay(new Keep.For(length), closed)).contains(last);
    }

    @Test
    @DisplayName("永年と未設定は、いつまでたっても廃棄の候補に出ない")
    void never() {
        LocalDate farAway = LocalDate.of(2999, 1, 1);
        for (Keep keep : new Keep[] {new Keep.Forever(), new Keep.NotSet()}) {
            assertThat(KeepingRules.lastDay(keep, LocalDate.of(1950, 1, 1))).isEmpty();
            assertThat(KeepingRules.isPast(keep, LocalDate.of(1950, 1, 1), farAway))
                    .isFalse();
            assertThat(KeepingRules.closedBefore(keep, farAway)).isEmpty();
        }
    }

    @Property(tries = 400)
    @Label("「この日より前に終わったもの」という境目は、一件ずつ数えるのと同じ答えになる")
    void theEdgeAgreesWithEachCase(
            @ForAll @IntRange(min = 0, max = 20_000) int today,
            @ForAll @IntRange(min = 0, max = 4_000) int before,
            @ForAll @IntRange(min = 1, max = 40) int count,
            @ForAll @IntRange(min = 0, max = 2) int unit) {
        LocalDate now = LocalDate.of(2000, 1, 1).plusDays(today);
        LocalDate closed = now.minusDays(before);
        Period length = switch (unit) {
            case 0 -> Period.ofYears(count % 10 + 1);
            case 1 -> Period.ofMonths(count);
            default -> Period.ofDays(count * 9);
        };
        Keep keep = new Keep.For(length);
        LocalDate edge = KeepingRules.closedBefore(keep, now).orElseThrow();
        assertThat(KeepingRules.isPast(keep, closed, now)).isEqualTo(closed.isBefore(edge));
        assertThat(KeepingRules.isPast(keep, edge.minusDays(1), now)).isTrue();
        assertThat(KeepingRules.isPast(keep, edge, now)).isFalse();
    }

    @Test
    @DisplayName("届出のあとで保存年限が変わったら、長いほう。今が未設定なら、まだ捨てない")
    void changedMeanwhile() {
        Keep five = Keep.ofYears(5);
        Keep ten = Keep.ofYears(10);
        assertThat(KeepingRules.longer(five, ten)).isEqualTo(ten);
        assertThat(KeepingRules.longer(ten, five)).isEqualTo(ten);
        assertThat(KeepingRules.longer(new Keep.For(Period.ofDays(90)), new Keep.For(Period.ofMonths(6))))
                .isEqualTo(new Keep.For(Period.ofMonths(6)));
        assertThat(KeepingRules.longer(new Keep.NotSet(), five)).isEqualTo(five);
        assertThat(KeepingRules.longer(five, new Keep.NotSet())).isEqualTo(new Keep.NotSet());
        assertThat(KeepingRules.longer(new Keep.Forever(), five)).isEqualTo(new Keep.Forever());
        assertThat(KeepingRules.longer(five, new Keep.Forever())).isEqualTo(new Keep.Forever());
    }
}
