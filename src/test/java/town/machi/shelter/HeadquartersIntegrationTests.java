package town.machi.shelter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.platform.Ids;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;
import town.machi.support.TestStaff;

@MachiTest
@Import({Town.class, Office.class})
@DisplayName("避難所の本部")
class HeadquartersIntegrationTests {

    private static final String SMALL = "町立公民館大野分館";

    @Autowired
    MockMvc http;

    @Autowired
    Office office;

    @Autowired
    Town town;

    @Autowired
    Shelters shelters;

    @Autowired
    Ids ids;

    @Autowired
    TestClock clock;

    @Autowired
    TestStaff staff;

    @Autowired
    JdbcClient db;

    private Actor.Staff chief;

    @BeforeEach
    void hire() {
        chief = staff.add("本部 長子", "general", Role.HANDLER);
    }

    @AfterEach
    void end() {
        town.calm(chief);
    }

    private MockHttpServletResponse look(Actor.Staff who, String path) throws Exception {
        return office.look(who, path);
    }

    private MockHttpServletResponse send(String path, String... fields) throws Exception {
        return office.send(chief, path, fields);
    }

    @Test
    @DisplayName("一つのボタンで、主な五か所が開設準備中になる")
    void oneButtonCallsTheUsualOnes() throws Exception {
        String[] main = shelters.list().stream()
                .filter(Shelter::main)
                .map(shelter -> shelter.id().toString())
                .toArray(String[]::new);
        String once = ids.next().toString();
        var form = post("/office/shelters/begin").with(staff.signedIn(chief)).with(csrf());
        form.param("name", "大雨").param("hazard", "FLOOD").param("shelter", main).param("onceId", once);
        http.perform(form);
        http.perform(form);
        assertThat(shelters.listLive()).hasSize(5).allMatch(each -> each.state() == OpeningState.PREPARING);
        assertThat(shelters.listDisasters().stream().filter(each -> each.closedAt() == null))
                .hasSize(1);
        assertThat(look(chief, "/office/shelters").getContentAsString()).contains("大雨", "きずなの里", "開設準備中");
    }

    @Test
    @DisplayName("担当の課でない職員には開かれない")
    void othersStayOutside() throws Exception {
        Actor.Staff water = staff.add("水野 澄子", "water", Role.HANDLER);
        Actor.Staff auditor = staff.add("監査 一", "general", Role.AUDITOR);
        OpeningId opening = town.open(town.begin(chief, false, Hazard.FLOOD), SMALL, chief);
        for (String path : List.of("", "/openings/" + opening, "/openings/" + opening + "/roster", "/places")) {
            assertThat(look(water, "/office/shelters" + path).getStatus())
                    .as(path)
                    .isEqualTo(403);
            assertThat(look(auditor, "/office/shelters" + path).getStatus())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    @Test
    @DisplayName("安全確認が足りないと開かず、そろうと開き、閉じるときに行き先を聞く")
    void openAndCloseOnTheScreen() throws Exception {
        OpeningId opening = town.prepare(town.begin(chief, false, Hazard.FLOOD), SMALL, chief);
        String path = "/office/shelters/openings/" + opening;
        assertThat(send(
                                path + "/open",
                                "safety",
                                "KEY",
                                "revision",
                                "1",
                                "onceId",
                                ids.next().toString())
                        .getRedirectedUrl())
                .endsWith("?refused=safety");
        assertThat(look(chief, path + "?refused=safety").getContentAsString()).contains("安全確認の項目をすべて");

        var form = post(path + "/open").with(staff.signedIn(chief)).with(csrf());
        form.param("revision", "1").param("onceId", ids.next().toString());
        form.param("safety", Arrays.stream(SafetyCheck.values()).map(Enum::name).toArray(String[]::new));
        http.perform(form);
        assertThat(shelters.findOpening(opening).orElseThrow().state()).isEqualTo(OpeningState.OPEN);

        town.send(opening, new Happening.Counted(3, null), chief);
        assertThat(look(chief, path).getContentAsString()).contains("<b>3</b>人", "どこへ移りますか", "1食に要る数：3食");
        assertThat(send(
                                path + "/close",
                                "to",
                                "",
                                "revision",
                                "2",
                                "onceId",
                                ids.next().toString())
                        .getRedirectedUrl())
                .endsWith("?refused=people-inside");
        assertThat(send(
                                path + "/close",
                                "to",
                                "HOME",
                                "revision",
                                "2",
                                "onceId",
                                ids.next().toString())
                        .getRedirectedUrl())
                .endsWith("?done=closed");
        assertThat(shelters.findOpening(opening).orElseThrow().state()).isEqualTo(OpeningState.CLOSED);
    }

    @Test
    @DisplayName("名簿を見ると証跡に残り、見つかってはいけない人の名は出ない")
    void theRosterIsAudited() throws Exception {
        OpeningId opening = town.open(town.begin(chief, false, Hazard.FLOOD), SMALL, chief);
        town.arrive(opening, PersonFacts.of(ids.next()), Map.of("name", "例 太郎", "kana", "レイ タロウ"), chief);
        var hidden = new PersonFacts(ids.next(), null, null, null, null, null, null, null, true, null);
        town.arrive(opening, hidden, Map.of("name", "例 秘密子", "kana", "レイ ヒミツコ"), chief);
        String roster = "/office/shelters/openings/" + opening + "/roster";
        assertThat(look(chief, roster).getContentAsString())
                .contains("例 太郎", "名前は出しません")
                .doesNotContain("秘密子", "ヒミツコ");
        assertThat(look(chief, roster + ".csv").getContentAsString())
                .contains("例 太郎")
                .doesNotContain("秘密子", "ヒミツコ");
        assertThat(deeds(opening)).containsExactly("READ roster", "EXPORT roster.csv");
    }

    private List<String> deeds(OpeningId opening) {
        return db.sql("""
                        SELECT action || ' ' || what FROM audit.entry
                        WHERE subject = :subject AND what LIKE 'roster%' ORDER BY number
                        """)
                .param("subject", opening.subject())
                .query((row, number) -> row.getString(1))
                .list();
    }

    @Test
    @DisplayName("点呼で見つからない人は所在不明になり、名簿と並んで報告に出る")
    void theRollCallStandsBesideTheList() throws Exception {
        DisasterId disaster = town.begin(chief, false, Hazard.FLOOD);
        OpeningId opening = town.open(disaster, SMALL, chief);
        UUID taro = town.arrive(opening, PersonFacts.of(ids.next()), Map.of("name", "例 太郎"), chief);
        town.arrive(opening, PersonFacts.of(ids.next()), Map.of("name", "例 花子"), chief);
        clock.advance(Duration.ofMinutes(5));
        String path = "/office/shelters/openings/" + opening;
        send(
                path + "/roll-call",
                "heads",
                "１",
                "notFound",
                taro.toString(),
                "onceId",
                ids.next().toString());
        assertThat(look(chief, path + "/roster").getContentAsString()).contains("所在不明・退所見込");
        clock.advance(Duration.ofMinutes(5));
        String report = look(chief, "/office/shelters/reports/" + disaster).getContentAsString();
        assertThat(Pattern.compile("(?s)点呼と名簿</h2>.*点呼で見えた人\">1</td>.*そのときの名簿\">2</td>.*見つからなかった人\">1</td>")
                        .matcher(report)
                        .find())
                .isTrue();
        assertThat(report).doesNotContain("太郎");
    }

    @Test
    @DisplayName("分からない数は空欄で、0 とは書かない")
    void unknownIsNeverZero() throws Exception {
        DisasterId disaster = town.begin(chief, false, Hazard.FLOOD);
        OpeningId opening = town.open(disaster, SMALL, chief);
        town.send(opening, new Happening.Counted(4, null), chief);
        String reports = "/office/shelters/reports/" + disaster;
        String prefecture = look(chief, reports + "/prefecture.csv").getContentAsString();
        assertThat(prefecture).contains("芦北町,1,4,,,,,,,,,,,,,,,");
        String eei = look(chief, reports + "/eei.csv").getContentAsString();
        assertThat(eei).contains("E4348200028111,434825," + SMALL + ",開設,4,,,").contains("4／32");

        var woman = new PersonFacts(ids.next(), Sex.F, 80, Set.of(Need.CARE), null, null, null, null, null, null);
        town.arrive(opening, woman, Map.of(), chief);
        assertThat(look(chief, reports + "/eei.csv").getContentAsString()).contains("開設,5,0,1,");
        assertThat(look(chief, reports + "/shelters.xlsx").getStatus()).isEqualTo(200);
    }

    @Test
    @DisplayName("同じ読みの二人は同じ人かもしれないと示されるだけで、職員が決める")
    void likelySameIsProposedOnly() throws Exception {
        OpeningId opening = town.open(town.begin(chief, false, Hazard.FLOOD), SMALL, chief);
        UUID one = town.arrive(opening, PersonFacts.of(ids.next()), Map.of("name", "例 一", "kana", "れい はじめ"), chief);
        UUID other = town.arrive(
                opening,
                PersonFacts.of(ids.next()),
                Map.of("name", "例 壱", "kana", "ﾚｲ ﾊｼﾞﾒ", "birth", "1950-01-02"),
                chief);
        String path = "/office/shelters/openings/" + opening;
        assertThat(look(chief, path).getContentAsString()).contains("<b>2</b>人", "確かめることが 1件");
        send(
                path + "/same",
                "one",
                one.toString(),
                "other",
                other.toString(),
                "same",
                "yes",
                "onceId",
                ids.next().toString());
        assertThat(look(chief, path).getContentAsString()).contains("<b>1</b>人").doesNotContain("確かめることが");
    }

    @Test
    @DisplayName("訓練の報告は訓練だけにあり、本番では誰も計らない")
    void onlyDrillsAreTimed() throws Exception {
        DisasterId drill = town.begin(chief, true, Hazard.FLOOD);
        OpeningId opening = town.open(drill, SMALL, chief);
        town.send(opening, new Happening.Counted(5, null, 4_000), chief);
        String page =
                look(chief, "/office/shelters/reports/" + drill + "/drill").getContentAsString();
        assertThat(page).contains("drill-frame", "いちばん速いのは「人数だけ」：一人 0.8秒");
        assertThat(look(chief, "/office/shelters/reports/" + drill + "/drill.csv")
                        .getContentAsString())
                .contains("受け付け方,人数だけ,1,5,5,0.8,4.0,4.0,0,");
        assertThat(look(chief, "/office/shelters/openings/" + opening).getContentAsString())
                .contains("drill-frame");
        DisasterId real = town.begin(chief, false, Hazard.EARTHQUAKE);
        assertThat(look(chief, "/office/shelters/reports/" + real + "/drill").getStatus())
                .isEqualTo(404);
    }
}
