package town.machi.shelter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import town.machi.kernel.Actor;
import town.machi.platform.Sheets;
import town.machi.shelter.list.CsvTable;
import town.machi.shelter.list.ListPlan;
import town.machi.shelter.list.ShelterList;
import town.machi.support.MachiModuleTest;

@MachiModuleTest
@DisplayName("避難所の一覧")
class ShelterListIntegrationTests {

    @Autowired
    Shelters shelters;

    @Autowired
    ShelterList list;

    @Test
    @DisplayName("町の44か所が、全国共通IDと対応する災害つきで初めからある")
    void theTownsPlacesAreThere() {
        List<Shelter> all = shelters.list();
        assertThat(all).hasSize(44);
        assertThat(all.stream().filter(shelter -> shelter.ids().designated() != null))
                .hasSize(35);
        assertThat(all.stream().filter(Shelter::main)).hasSize(5);
        assertThat(all.stream()
                        .filter(shelter -> shelter.capacity() != null)
                        .mapToInt(Shelter::capacity)
                        .sum())
                .isEqualTo(8_650);
        assertThat(all.stream().filter(Shelter::main))
                .noneMatch(shelter -> shelter.isForFleeing(java.util.Set.of(Hazard.TSUNAMI)));
    }

    @Test
    @DisplayName("書き出したものを読み込むと、何も変わらない")
    void whatGoesOutComesIn() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Sheets.writeCsv(out, list.header(false), list.rows(false));
        ListPlan plan = list.plan(CsvTable.decode(out.toByteArray()).orElseThrow());
        assertThat(plan.faults()).isEmpty();
        assertThat(plan.fresh()).isEmpty();
        assertThat(plan.changed()).isEmpty();
        assertThat(plan.unchanged()).isEqualTo(44);
    }

    @Test
    @DisplayName("誤りは行とともにすべて伝え、一つでもあれば何も取り込まない")
    void everyFaultIsTold() {
        String csv = """
                ID,名称,緯度,経度,想定収容人数,区分
                E4348200001201,下井牟田地区ふれあいセンター,32.39,130.52,屋内480人／屋外3350人,指定避難所
                E9,ななし,北,東,10,神社
                E4348200099201,新しい広場,32.3,130.5,100,
                E4348200099201,新しい広場,32.3,130.5,100,
                """;
        ListPlan plan = list.take(csv, new Actor.SystemJob("test"));
        assertThat(plan.faults())
                .hasSize(5)
                .anyMatch(fault -> fault.startsWith("2行目") && fault.contains("想定収容人数"))
                .anyMatch(fault -> fault.startsWith("3行目") && fault.contains("全国共通ID"))
                .anyMatch(fault -> fault.startsWith("5行目") && fault.contains("二度"));
        assertThat(shelters.list()).hasSize(44);
    }

    @Test
    @DisplayName("Shift_JIS の一覧も読め、○は1と同じ")
    void windowsFilesAreRead() {
        byte[] bytes = "ID,名称,災害種別_洪水,災害種別_地震\nE4348200099201,新しい広場,○,1\n".getBytes(Charset.forName("windows-31j"));
        ListPlan plan = list.plan(CsvTable.decode(bytes).orElseThrow());
        assertThat(plan.faults()).isEmpty();
        assertThat(plan.fresh()).singleElement().satisfies(shelter -> {
            assertThat(shelter.name()).isEqualTo("新しい広場");
            assertThat(shelter.kind()).isEqualTo(ShelterKind.EMERGENCY_SITE);
            assertThat(shelter.hazards()).containsExactlyInAnyOrder(Hazard.FLOOD, Hazard.EARTHQUAKE);
            assertThat(shelter.capacity()).isNull();
        });
    }

    @Test
    @DisplayName("国の標準の列だけの一覧は、列のない項目（指定避難所ID・区分・部屋・主の印）を消さない")
    void aListWithoutAColumnTakesNothingAway() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Sheets.writeCsv(out, list.header(true), list.rows(true));
        ListPlan plan = list.plan(CsvTable.decode(out.toByteArray()).orElseThrow());
        assertThat(plan.faults()).isEmpty();
        assertThat(plan.changed()).isEmpty();
        assertThat(plan.fresh()).isEmpty();
        assertThat(plan.unchanged()).isGreaterThan(30);
    }
}
