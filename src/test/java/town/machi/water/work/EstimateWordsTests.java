package town.machi.water.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import town.machi.kernel.Language;
import town.machi.kernel.Yen;
import town.machi.shell.Messages;
import town.machi.water.CasePoint;
import town.machi.water.Estimate;
import town.machi.water.Service;
import town.machi.water.Settlement;
import town.machi.water.SupplyPointId;
import town.machi.water.Tariff;
import town.machi.water.WorkOrderId;

@DisplayName("精算見込を住民のことばで：水道と使用料を分け、知らないことを 0 円と言わない")
class EstimateWordsTests {

    private static final LocalDate LAST = LocalDate.of(2026, 10, 1);
    private static final LocalDate CLOSED = LocalDate.of(2026, 11, 1);
    private final EstimateWords words = new EstimateWords(new Messages());

    @Test
    @DisplayName("水道と下水道の額、合計、見本の料金表であること、下水道には教示がつくことを言う")
    void everyLine() {
        String said = words.of(settlement(), Optional.of(estimate(Set.of(Service.WATER, Service.SEWER))), Language.JA);
        // 900 + 10 × 70 = 1,600 and 10 % of it.
        assertThat(said.split("\n"))
                .containsExactly(
                        "精算見込（令和8年10月1日(木)の検針から令和8年11月1日(日)まで、使用量 10m³）",
                        "水道料金: 1,760円",
                        "下水道使用料: 1,760円",
                        "合計（税込み）: 3,520円",
                        "この額は、見本の料金表（例）によるものです。",
                        "これは見込みの額です。決まった額は、あとでお知らせします。",
                        "下水道などの使用料は、決まった額の通知に審査請求のご案内（教示）がつきます。");
    }

    @Test
    @DisplayName("水道だけの家には、使用料の教示を言わない（私法上の債権だから）")
    void waterIsAPrivateDebt() {
        String said = words.of(settlement(), Optional.of(estimate(Set.of(Service.WATER))), Language.JA);
        assertThat(said).contains("水道料金: 1,760円").doesNotContain("下水道", "教示");
    }

    @Test
    @DisplayName("料金表が一つでも未設定なら合計を言わず、前の検針が分からなければ指針だけを言う")
    void unknownIsNotZero() {
        Estimate.Period period = new Estimate.Period(LAST, CLOSED, OptionalInt.of(10));
        Estimate unset = Estimate.of(
                period,
                13,
                Set.of(Service.WATER, Service.RURAL_SEWER),
                (service, _) -> service == Service.WATER ? Optional.of(tariff(service)) : Optional.empty());
        assertThat(words.of(settlement(), Optional.of(unset), Language.JA))
                .contains("水道料金: 1,760円", "農業集落排水施設使用料: 未設定", "合計は出せません")
                .doesNotContain(": 0円", "合計（税込み）");
        assertThat(words.of(settlement(), Optional.empty(), Language.JA))
                .contains("110m³", "職員が確かめて")
                .doesNotContain("円");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    @DisplayName("三つのことばで、同じ額を言う")
    void inThreeLanguages(Language language) {
        String said = words.of(settlement(), Optional.of(estimate(Set.of(Service.WATER, Service.SEWER))), language);
        assertThat(said.split("\n")).hasSize(7);
        assertThat(said).contains("1,760", "3,520", "10").doesNotContain("water.estimate", "{0}");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("教示は町の決めた日本語のまま。その前後に、読む人のことばで、何のことか、どこに聞くかを言う")
    void plainWordsAroundTheLegalText(Language language) {
        Map<Service, Yen> both = Map.of(Service.WATER, new Yen(2345), Service.SEWER, new Yen(1800));
        String text = "この使用料の決定に不服があるときは、…";
        String[] said = words.settled(billed(both), Optional.of(text), language).split("\n");
        int at = List.of(said).indexOf(text);
        assertThat(at).isPositive();
        assertThat(said).hasSizeGreaterThan(at + 1);
        String before = said[at - 1];
        String after = said[at + 1];
        switch (language) {
            case JA -> assertThat(before + after).contains("教示", "上下水道課");
            case EASY -> assertThat(before + after).contains("日本語（にほんご）の 文", "聞（き）いて");
            case EN -> assertThat(before + after).contains("in Japanese only", "Water and Sewerage Section");
        }
        assertThat(words.settled(billed(Map.of(Service.WATER, new Yen(2345))), Optional.of(text), language))
                .doesNotContain(text, after);
    }

    private static Settlement.Progress.Billed billed(Map<Service, Yen> lines) {
        long total = lines.values().stream().mapToLong(Yen::amount).sum();
        return new Settlement.Progress.Billed(lines, new Yen(total), CLOSED);
    }

    private static Estimate estimate(Set<Service> services) {
        Estimate.Period period = new Estimate.Period(LAST, CLOSED, OptionalInt.of(10));
        return Estimate.of(period, 13, services, (service, _) -> Optional.of(tariff(service)));
    }

    private static Tariff tariff(Service service) {
        return new Tariff(
                service,
                LocalDate.of(2026, 4, 1),
                Map.of(13, new Yen(900)),
                List.of(new Tariff.Step(Optional.empty(), new Yen(70))),
                new Tariff.Rounding(10, 15),
                true);
    }

    private static Settlement settlement() {
        return new Settlement(
                new WorkOrderId(UUID.randomUUID()),
                1,
                CasePoint.Kind.STOP,
                new SupplyPointId(UUID.randomUUID()),
                Optional.empty(),
                new Settlement.At("203303", "M1", 13, Set.of(Service.WATER, Service.SEWER)),
                new Settlement.Read(OptionalInt.of(100), LAST, OptionalInt.of(110), OptionalInt.of(10), CLOSED),
                new Settlement.Progress.ToSend());
    }
}
