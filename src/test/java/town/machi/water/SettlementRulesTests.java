package town.machi.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.kernel.Yen;

@DisplayName("指針と精算見込")
class SettlementRulesTests {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final Tariff WATER = new Tariff(
            Service.WATER,
            APRIL,
            Map.of(13, new Yen(900), 20, new Yen(1300)),
            List.of(
                    new Tariff.Step(Optional.of(10), new Yen(70)),
                    new Tariff.Step(Optional.of(20), new Yen(150)),
                    new Tariff.Step(Optional.empty(), new Yen(180))),
            new Tariff.Rounding(10, 15),
            true);

    @Test
    @DisplayName("二か月で45m³を口径13mmで使うと、手計算と同じ額になる")
    void twoMonths() {
        Tariff.Charge charge =
                WATER.charge(13, 45, APRIL, LocalDate.of(2026, 6, 1)).orElseThrow();
        assertThat(charge.base()).isEqualTo(new Yen(1800));
        assertThat(charge.usage()).isEqualTo(new Yen(20 * 70 + 20 * 150 + 5 * 180));
        assertThat(charge.tax()).isEqualTo(new Yen(710));
        assertThat(charge.total()).isEqualTo(new Yen(7810));
    }

    @Test
    @DisplayName("端数が15日までなら半月分、16日からは一か月分になる")
    void halfMonths() {
        assertThat(WATER.halfMonths(APRIL, LocalDate.of(2026, 5, 16))).isEqualTo(3);
        assertThat(WATER.halfMonths(APRIL, LocalDate.of(2026, 5, 17))).isEqualTo(4);
        assertThat(WATER.halfMonths(APRIL, LocalDate.of(2026, 4, 2))).isEqualTo(1);
        assertThat(WATER.halfMonths(APRIL, APRIL)).isEqualTo(1);
    }

    @Test
    @DisplayName("開栓から初めての閉栓まで：日数を手で数えた額になり、月末に開けても一か月は一か月")
    void firstPeriod() {
        LocalDate opened = LocalDate.of(2026, 6, 10);
        // 15 days: half of 900, the first 5 m³ at 70, the sixth at 150; 950 and 10 % of it.
        Tariff.Charge half =
                WATER.charge(13, 6, opened, LocalDate.of(2026, 6, 25)).orElseThrow();
        assertThat(half.base()).isEqualTo(new Yen(450));
        assertThat(half.usage()).isEqualTo(new Yen(5 * 70 + 150));
        assertThat(half.total()).isEqualTo(new Yen(1045));
        // 16 days: the whole month.
        assertThat(WATER.charge(13, 6, opened, LocalDate.of(2026, 6, 26))
                        .orElseThrow()
                        .total())
                .isEqualTo(new Yen(1452));
        // Closed on the day of opening, with nothing used.
        assertThat(WATER.charge(13, 0, opened, opened).orElseThrow().total()).isEqualTo(new Yen(495));
        assertThat(WATER.halfMonths(LocalDate.of(2027, 1, 31), LocalDate.of(2027, 2, 28)))
                .isEqualTo(2);
        assertThat(WATER.halfMonths(LocalDate.of(2027, 1, 31), LocalDate.of(2027, 3, 1)))
                .isEqualTo(3);
    }

    @Test
    @DisplayName("前より小さい指針は、取り替えか一回りの印がなければ断る")
    void belowLast() {
        OptionalInt last = OptionalInt.of(9985);
        assertThat(MeterReading.of(12).findReasonAgainst(last))
                .hasValueSatisfying(no -> assertThat(no.key()).isEqualTo("water.reading.below-last"));
        assertThat(MeterReading.wentRound(12).findReasonAgainst(last)).isEmpty();
        assertThat(MeterReading.wentRound(12).usedSince(last)).hasValue(27);
        MeterReading changed = MeterReading.afterChange(5, OptionalInt.of(9990), 0);
        assertThat(changed.findReasonAgainst(last)).isEmpty();
        assertThat(changed.usedSince(last)).hasValue(10);
        assertThat(MeterReading.afterChange(5, OptionalInt.empty(), 0).usedSince(last))
                .isEmpty();
        assertThat(MeterReading.wentRound(9990).findReasonAgainst(last)).isPresent();
    }

    @Test
    @DisplayName("料金表のないサービスがあれば、合計は0円ではなく分からない")
    void unknownIsNotZero() {
        Estimate.Period period = new Estimate.Period(APRIL, LocalDate.of(2026, 5, 1), OptionalInt.of(8));
        Estimate estimate = Estimate.of(
                period,
                13,
                Set.of(Service.SEWER, Service.WATER),
                (service, day) -> service == Service.WATER ? Optional.of(WATER) : Optional.empty());
        assertThat(estimate.lines()).extracting(Estimate.Line::service).containsExactly(Service.WATER, Service.SEWER);
        assertThat(estimate.lines().getFirst().charge()).isPresent();
        assertThat(estimate.total()).isEmpty();
    }

    @Property
    @Label("使うほど、長いほど、料金は減らない。税は合計の中にある")
    void neverCheaper(
            @ForAll @IntRange(max = 5000) int used,
            @ForAll @IntRange(max = 400) int days,
            @ForAll @IntRange(max = 60) int more) {
        LocalDate end = APRIL.plusDays(days);
        Tariff.Charge charge = WATER.charge(20, used, APRIL, end).orElseThrow();
        Tariff.Charge wetter = WATER.charge(20, used + more, APRIL, end).orElseThrow();
        assertThat(wetter.total()).isGreaterThanOrEqualTo(charge.total());
        assertThat(WATER.charge(20, 0, APRIL, end.plusDays(more)).orElseThrow().total())
                .isGreaterThanOrEqualTo(
                        WATER.charge(20, 0, APRIL, end).orElseThrow().total());
        assertThat(charge.total()).isEqualTo(charge.base().plus(charge.usage()).plus(charge.tax()));
    }

    @Property
    @Label("受け入れられた指針から出る使用量は、負にならない")
    void usageIsNeverNegative(@ForAll("readings") MeterReading reading, @ForAll @IntRange(max = 99_999) int last) {
        OptionalInt before = OptionalInt.of(last);
        if (reading.findReasonAgainst(before).isEmpty()) {
            reading.usedSince(before).ifPresent(used -> assertThat(used).isNotNegative());
        }
    }

    @Provide
    Arbitrary<MeterReading> readings() {
        Arbitrary<Integer> figure = Arbitraries.integers().between(0, 99_999);
        return Arbitraries.oneOf(
                figure.map(MeterReading::of),
                figure.map(MeterReading::wentRound),
                figure.flatMap(now -> figure.flatMap(end -> Arbitraries.integers()
                        .between(0, 100)
                        .map(start -> MeterReading.afterChange(now, OptionalInt.of(end), start)))));
    }
}
