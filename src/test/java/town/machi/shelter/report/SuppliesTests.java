package town.machi.shelter.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.shelter.Disaster;
import town.machi.shelter.DisasterId;
import town.machi.shelter.Food;
import town.machi.shelter.Opening;
import town.machi.shelter.OpeningId;
import town.machi.shelter.OpeningState;
import town.machi.shelter.Shelter;
import town.machi.shelter.ShelterId;
import town.machi.shelter.ShelterKind;
import town.machi.shelter.report.Supplies.Line;
import town.machi.shelter.report.Supplies.Note;

@DisplayName("要る物と足りない物")
class SuppliesTests {

    private static final Instant NOON = Instant.parse("2026-07-29T03:00:00Z");

    private static Meals meals(int all, Map<Food, Integer> byFood, Map<String, Integer> byAllergy, int unnamed) {
        return new Meals(all, byFood, byAllergy, Map.of(), 0, unnamed, 0);
    }

    private static Meals ordinary(int all) {
        return meals(all, Map.of(Food.NORMAL, all), Map.of(), 0);
    }

    private static Note counted(String item, @Nullable Integer onHand) {
        return new Note(item, "", onHand, NOON, null);
    }

    private static Line line(List<Line> lines, String item) {
        return lines.stream()
                .filter(line -> line.item().name().equals(item))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("決まりの数：50人に1基、1人1日3L・3食・毛布1枚。数えていない物は 0 ではなく、足りない数も分からない")
    void standards() {
        List<Line> lines = Supplies.of(51, null, ordinary(51), Map.of());
        assertThat(lines)
                .extracting(line ->
                        line.item().name() + line.neededText() + line.item().unit())
                .containsExactly("トイレ2基", "飲料水153L", "食料153食", "毛布51枚");
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.onHandText()).isEqualTo("未登録");
            assertThat(line.missingText()).isEqualTo("不明");
        });
    }

    @Test
    @DisplayName("アレルギーと食事の形ごとに要る数が出て、ミルクは食料に入らない")
    void byAllergyAndSoftness() {
        var food = Map.of(Food.NORMAL, 6, Food.SOFT, 2, Food.MILK, 1);
        List<Line> lines = Supplies.of(9, 1, meals(9, food, Map.of("卵", 2, "そば", 1), 0), Map.of());
        assertThat(lines)
                .extracting(line ->
                        line.item().name() + line.neededText() + line.item().unit())
                .containsExactly("トイレ1基", "飲料水27L", "食料24食", "やわらかい食事6食", "そばなしの食事3食", "卵なしの食事6食", "ミルク1人分", "毛布9枚");
        assertThat(line(lines, "トイレ").missing()).isZero();
    }

    @Test
    @DisplayName("名前がまだの人がいる間は「以上」で、あっても足りるとは言わない")
    void theUnnamedMayNeedMore() {
        Meals some = meals(5, Map.of(Food.NORMAL, 5), Map.of("卵", 1), 4);
        Line few = line(Supplies.of(5, 1, some, Map.of("卵なしの食事", counted("卵なしの食事", 1))), "卵なしの食事");
        assertThat(few.neededText()).isEqualTo("3以上");
        assertThat(few.missingText()).isEqualTo("2以上");
        Line enough = line(Supplies.of(5, 1, some, Map.of("卵なしの食事", counted("卵なしの食事", 9))), "卵なしの食事");
        assertThat(enough.missing()).isNull();
        assertThat(enough.missingText()).isEqualTo("不明");
    }

    @Test
    @DisplayName("数えたトイレは一覧の数より先に立ち、「不明」と書けば分からなくなり、求めた数は決まりの数に代わる")
    void whatWasCountedHolds() {
        assertThat(line(Supplies.of(120, 8, ordinary(0), Map.of()), "トイレ").onHand())
                .isEqualTo(8);
        assertThat(line(Supplies.of(120, 8, ordinary(0), Map.of("トイレ", counted("トイレ", 1))), "トイレ")
                        .missing())
                .isEqualTo(2);
        assertThat(line(Supplies.of(120, 8, ordinary(0), Map.of("トイレ", counted("トイレ", null))), "トイレ")
                        .onHandText())
                .isEqualTo("未登録");
        var asked = new Note("毛布", "枚", 10, NOON, 200);
        assertThat(line(Supplies.of(120, 8, ordinary(0), Map.of("毛布", asked)), "毛布")
                        .missing())
                .isEqualTo(190);
        var boxes = new Note("おむつ", "袋", 3, NOON, null);
        assertThat(line(Supplies.of(120, 8, ordinary(0), Map.of("おむつ", boxes)), "おむつ")
                        .missingText())
                .isEmpty();
    }

    private static Report.Line shelter(String name, int people, Map<String, Note> notes) {
        ShelterId id = new ShelterId(new java.util.UUID(7, name.hashCode()));
        var shelter = new Shelter(
                id,
                new Shelter.NationalIds(null, null),
                name,
                new Shelter.Where("", "芦北町", new town.machi.kernel.Place(32.3, 130.5)),
                ShelterKind.DESIGNATED,
                Set.of(),
                100,
                true,
                new Shelter.House("", List.of(), null, "", "", "", ""));
        var opening = new Opening(
                new OpeningId(new java.util.UUID(8, name.hashCode())),
                id,
                new DisasterId(new java.util.UUID(9, 9)),
                OpeningState.OPEN,
                "",
                Set.of(),
                null,
                false,
                new Opening.Times(NOON, NOON, null, NOON),
                1);
        return new Report.Line(
                opening,
                shelter,
                OpeningState.OPEN,
                Counts.of(List.of(), List.of()),
                ordinary(people),
                Supplies.of(people, null, ordinary(people), notes));
    }

    private static SupplyTable.Sum sum(SupplyTable table, String item) {
        return table.sums().stream()
                .filter(each -> each.item().name().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private static SupplyTable table(boolean drill, Report.Line... lines) {
        var disaster = new Disaster(new DisasterId(new java.util.UUID(9, 9)), "大雨", Set.of(), drill, NOON, null);
        return SupplyTable.of(new Report(disaster, NOON, List.of(lines), List.of()));
    }

    @Test
    @DisplayName("町の計：余りはほかの不足を埋めず、数えていない避難所があれば「以上」、どこも数えていなければ不明")
    void theTownsSum() {
        var rich = shelter("い", 10, Map.of("毛布", counted("毛布", 50), "飲料水", counted("飲料水", 30)));
        var poor = shelter("ろ", 10, Map.of("毛布", counted("毛布", 4)));
        SupplyTable table = table(false, rich, poor);
        assertThat(sum(table, "毛布").missingText()).isEqualTo("6");
        assertThat(sum(table, "毛布").onHandText()).isEqualTo("54");
        assertThat(sum(table, "飲料水").missingText())
                .as("one has enough, the other did not count")
                .isEqualTo("不明");
        assertThat(sum(table, "飲料水").uncounted()).isEqualTo(1);
        assertThat(sum(table, "食料").onHandText()).isEqualTo("未登録");
        var third = shelter("は", 10, Map.of());
        assertThat(sum(table(false, rich, poor, third), "毛布").missingText()).isEqualTo("6以上");
    }

    @Test
    @DisplayName("書き出した表には単位・根拠・時点があり、訓練の印が付き、どのますにも作った 0 がない")
    void theFile() {
        Forms.Table file = table(true, shelter("い", 10, Map.of())).file();
        assertThat(file.header()).contains("単位", "根拠", "時点");
        assertThat(file.rows())
                .anySatisfy(row -> assertThat(row)
                        .startsWith("い", "飲料水", "L", "30", "未登録", "不明")
                        .last()
                        .asString()
                        .endsWith("（訓練）"));
        assertThat(file.rows()).anySatisfy(row -> assertThat(row).startsWith("町の計", "飲料水", "L", "30", "未登録", "不明"));
        assertThat(file.rows()).noneSatisfy(row -> assertThat(row.subList(3, 6)).contains("0"));
    }
}
