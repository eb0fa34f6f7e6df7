package town.machi.shelter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.platform.Ids;
import town.machi.support.MachiTest;
import town.machi.support.TestStaff;

@MachiTest
@Import({Town.class, Office.class})
@DisplayName("本部の書式は、断られても書いたことを失わない")
class HeadquartersFormsIntegrationTests {

    private static final String SMALL = "町立公民館大野分館";

    @Autowired
    Office office;

    @Autowired
    Town town;

    @Autowired
    Shelters shelters;

    @Autowired
    Ids ids;

    @Autowired
    TestStaff staff;

    private Actor.Staff chief;

    @BeforeEach
    void hire() {
        chief = staff.add("本部 長子", "general", Role.HANDLER);
    }

    @AfterEach
    void end() {
        town.calm(chief);
    }

    private String idOf(String name) {
        return town.shelter(name).id().toString();
    }

    private List<Disaster> going() {
        return shelters.listDisasters().stream()
                .filter(each -> each.closedAt() == null)
                .toList();
    }

    private static String box(String name, String value) {
        return "name=\"" + name + "\" value=\"" + value + "\" checked";
    }

    @Test
    @DisplayName("災害を始める書式：訓練の印も、名前も、選んだ避難所も災害も残り、誤りは上と欄にあり、直して送れば訓練として一度だけ始まる")
    void nothingOfTheBeginningIsLost() throws Exception {
        String once = ids.next().toString();
        String path = "/office/shelters/begin";
        String[] nameless = {"name", " ", "hazard", "FLOOD", "drill", "yes", "shelter", idOf(SMALL), "onceId", once};
        MockHttpServletResponse refused = office.send(chief, path, nameless);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString())
                .contains(box("drill", "yes"), box("hazard", "FLOOD"), box("shelter", idOf(SMALL)), once)
                .doesNotContain(box("drill", "no"), box("shelter", idOf("きずなの里")))
                .containsSubsequence("href=\"#f-begin-name\"", "id=\"f-begin-name-error\"");

        String[] hazardless = {"name", "秋の訓練", "drill", "yes", "shelter", idOf(SMALL), "onceId", once};
        assertThat(office.send(chief, path, hazardless).getContentAsString())
                .contains("value=\"秋の訓練\"", box("drill", "yes"), "href=\"#f-begin-hazard\"", "f-begin-hazard-error");
        assertThat(going()).isEmpty();

        String[] whole = {"name", "秋の訓練", "hazard", "FLOOD", "drill", "yes", "shelter", idOf(SMALL), "onceId", once};
        office.send(chief, path, whole);
        office.send(chief, path, whole);
        assertThat(going()).singleElement().matches(Disaster::drill);
    }

    @Test
    @DisplayName("始まったが選んだ避難所がどれも合わないときは、始まったことと、次にすることを伝える")
    void begunWithoutAShelterIsTold() throws Exception {
        String to = office.send(
                        chief,
                        "/office/shelters/begin",
                        "name",
                        "津波",
                        "hazard",
                        "TSUNAMI",
                        "shelter",
                        idOf("きずなの里"),
                        "onceId",
                        ids.next().toString())
                .getRedirectedUrl();
        assertThat(to).contains("?refused=begun-none-fits#");
        assertThat(office.look(chief, String.valueOf(to).replaceAll("#.*", "")).getContentAsString())
                .contains("災害への対応は始まりましたが", "対応している避難所を選んでください");
        assertThat(going()).hasSize(1);
    }

    @Test
    @DisplayName("追加の書式：何も選ばなければ理由は残り、もう呼んだものなら選んだ印も残って、新しい番号でやり直せる")
    void nothingOfTheCallIsLost() throws Exception {
        DisasterId disaster = town.begin(chief, false, Hazard.FLOOD);
        String path = "/office/shelters/disasters/" + disaster + "/prepare";
        String once = ids.next().toString();
        assertThat(office.send(chief, path, "reason", "川の水位", "onceId", once).getContentAsString())
                .contains("value=\"川の水位\"", "一つ以上選んでください", "href=\"#f-shelter-" + disaster, once);

        UUID dry = shelters.list().stream()
                .filter(shelter -> !shelter.mayBeCalled(java.util.Set.of(Hazard.FLOOD)))
                .findFirst()
                .orElseThrow()
                .id()
                .value();
        String refused = office.send(chief, path, "shelter", dry.toString(), "reason", "川の水位", "onceId", once)
                .getContentAsString();
        assertThat(refused).contains("value=\"川の水位\"", "どれもこの災害に対応していません").doesNotContain(once);
        assertThat(office.look(chief, path).getRedirectedUrl()).isEqualTo("/office/shelters");
    }
}
