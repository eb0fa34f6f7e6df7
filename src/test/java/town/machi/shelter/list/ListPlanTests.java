package town.machi.shelter.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.kernel.Place;
import town.machi.platform.Town;
import town.machi.shelter.Shelter;
import town.machi.shelter.ShelterId;
import town.machi.shelter.ShelterKind;
import town.machi.support.TestTown;

@DisplayName("その場で加えた避難所は、あとから来た一覧で二重にならない")
class ListPlanTests {

    private static final Town TOWN = TestTown.ashikita();
    private static final String HEADER = "指定避難所ID,名称,所在地_連結表記,緯度,経度,想定収容人数\n";

    private static Shelter added(String name, String address, @Nullable Place place) {
        return new Shelter(
                new ShelterId(UUID.randomUUID()),
                new Shelter.NationalIds(null, null),
                name,
                new Shelter.Where("", address, place),
                ShelterKind.VOLUNTARY,
                Set.of(),
                30,
                true,
                new Shelter.House("本館", List.of("大広間", "和室"), 4, "畳", "0966-00-0000", "", ""));
    }

    private static ListPlan plan(List<Shelter> known, Predicate<ListPlan.Alike> same, String rows) {
        CsvTable table = CsvTable.read(HEADER + rows, ShelterColumns.NAME, "名称");
        var planning = new ListPlan.Planning(known, new Likeness(TOWN), () -> new ShelterId(UUID.randomUUID()), same);
        return planning.plan(table.rows());
    }

    private static ListPlan plan(Shelter known, String rows) {
        return plan(List.of(known), ListPlan.Alike::sure, rows);
    }

    @Test
    @DisplayName("名前が同じで住所も同じなら（幅・大字・番地の書き方は問わない）、IDがつき、町の書いたことは残る")
    void theSameAddressIsTheSamePlace() {
        Shelter known = added("田浦 集会所", "大字田浦１番地の２", null);
        ListPlan plan = plan(known, "E4348200099111,田浦集会所,熊本県葦北郡芦北町田浦1-2,32.36,130.51,\n");
        assertThat(plan.fresh()).isEmpty();
        assertThat(plan.added()).isEmpty();
        assertThat(plan.rewritten()).singleElement().satisfies(merged -> {
            assertThat(merged.id()).isEqualTo(known.id());
            assertThat(merged.ids().designated()).isEqualTo("E4348200099111");
            assertThat(merged.kind()).isEqualTo(ShelterKind.DESIGNATED);
            assertThat(merged.capacity()).isEqualTo(30);
            assertThat(merged.main()).isTrue();
            assertThat(merged.house()).isEqualTo(known.house());
            assertThat(merged.where().place()).isEqualTo(new Place(32.36, 130.51));
        });
        assertThat(plan.alike()).singleElement().matches(ListPlan.Alike::sure).matches(ListPlan.Alike::joined);
    }

    @Test
    @DisplayName("100メートル以内なら住所が違っても同じ、遠くて住所も違えば職員に聞き、聞くまでは別の避難所のまま")
    void nearIsTheSameAndFarIsAsked() {
        Shelter known = added("第一公民館", "大字佐敷10番地", new Place(32.3000, 130.5000));
        ListPlan near = plan(known, "E4348200099111,第一公民館,大字佐敷99番地,32.3008,130.5000,\n");
        assertThat(near.rewritten()).hasSize(1);
        assertThat(near.added()).isEmpty();

        ListPlan far = plan(known, "E4348200099111,第一公民館,大字佐敷99番地,32.3010,130.5000,\n");
        assertThat(far.alike()).singleElement().matches(each -> !each.sure() && !each.joined());
        assertThat(far.added()).hasSize(1);
        assertThat(far.rewritten()).isEmpty();

        ListPlan chosen = plan(List.of(known), _ -> true, "E4348200099111,第一公民館,大字佐敷99番地,32.3010,130.5000,\n");
        assertThat(chosen.rewritten()).hasSize(1);
        assertThat(chosen.added()).isEmpty();
    }

    @Test
    @DisplayName("名前だけで加えた避難所は、書き出してそのまま読み込んでも一つのまま")
    void whatIsKnownByNameAloneStaysOne() {
        ListPlan plan = plan(added("みんなの家", "", null), ",みんなの家,,,,30\n");
        assertThat(plan.unchanged()).isEqualTo(1);
        assertThat(plan.added()).isEmpty();
        assertThat(plan.rewritten()).isEmpty();
    }

    @Test
    @DisplayName("一つの避難所を二つの行が言うなら、二つ目は同じとは見ない")
    void onePlaceIsToldOnce() {
        Shelter known = added("第一公民館", "大字佐敷10番地", null);
        ListPlan plan = plan(known, "E4348200099111,第一公民館,大字佐敷10番地,,,\nE4348200098111,第一公民館,大字佐敷10番地,,,\n");
        assertThat(plan.alike()).hasSize(1);
        assertThat(plan.fresh()).hasSize(1);
    }

    @Test
    @DisplayName("IDのある避難所に、別のIDの行を重ねない")
    void anotherIdIsAnotherPlace() {
        Shelter known = added("第一公民館", "大字佐敷10番地", null);
        var named = new Shelter(
                known.id(),
                new Shelter.NationalIds("E4348200097111", null),
                known.name(),
                known.where(),
                known.kind(),
                known.hazards(),
                known.capacity(),
                false,
                known.house());
        ListPlan plan = plan(named, "E4348200099111,第一公民館,大字佐敷10番地,,,\n");
        assertThat(plan.alike()).isEmpty();
        assertThat(plan.fresh()).hasSize(1);
    }
}
