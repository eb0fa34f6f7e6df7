package town.machi.shelter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.kernel.Place;
import town.machi.kernel.Role;
import town.machi.messaging.Conversation;
import town.machi.messaging.Friend;
import town.machi.messaging.FriendId;
import town.machi.messaging.Heard;
import town.machi.messaging.LineMessage;
import town.machi.messaging.Topic;
import town.machi.platform.Ids;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;
import town.machi.support.TestStaff;

@MachiTest
@Import({Town.class, Office.class})
@DisplayName("訓練と本番が同時にあるときの画面")
class DrillBesideRealIntegrationTests {

    private static final String SMALL = "町立公民館大野分館";
    private static final String NEAR = "きずなの里";

    @Autowired
    MockMvc http;

    @Autowired
    List<Topic> topics;

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

    private Actor.Staff chief;

    @BeforeEach
    void hire() {
        chief = staff.add("本部 長子", "general", Role.HANDLER);
    }

    @AfterEach
    void end() {
        town.calm(chief);
    }

    private String look(String path) throws Exception {
        return office.look(chief, path).getContentAsString();
    }

    private String open(String path) throws Exception {
        return http.perform(get(path)).andReturn().getResponse().getContentAsString();
    }

    /// From the heading of the drill's shelters to the next heading.
    private static String practised(String page) {
        return page.substring(page.indexOf("vacancy__item--aside"), page.indexOf("id=\"flee\""));
    }

    @Test
    @DisplayName("本番と訓練があるとき、訓練の行は訓練とだけ出て、入れるとは読めず、全体は訓練の枠にならない")
    void thePublicPageKeepsThemApart() throws Exception {
        DisasterId drill = town.begin(chief, true, Hazard.EARTHQUAKE);
        town.open(drill, SMALL, chief);
        DisasterId quake = town.begin(chief, false, Hazard.EARTHQUAKE);
        assertThat(open("/shelters"))
                .contains("banner--notice", "いま起きていること：令和8年の地震（例）", "【訓練】訓練の地震：訓練です。")
                .contains("いま、ほんとうの避難のために開いている避難所はありません。下に出ているのは、訓練です。")
                .doesNotContain("空いています", "入れます。");
        town.open(quake, NEAR, chief);
        String page = open("/shelters");
        assertThat(page.substring(0, page.indexOf("訓練で使っている避難所"))).contains(NEAR, "空いています", "入れます。");
        assertThat(practised(page))
                .contains("【訓練】" + SMALL, "【訓練】訓練で使っています", "いま起きている災害の避難所としては開いていません")
                .doesNotContain(NEAR, "空いています", "入れます");
        assertThat(practised(open("/shelters?lang=easy")))
                .contains("</ruby>】" + SMALL, "</ruby>で <ruby>使", "練習", "いて いません")
                .doesNotContain("あいて います");
        assertThat(practised(open("/shelters?lang=en")))
                .contains("[DRILL] " + SMALL, "not open for what is really happening now")
                .doesNotContain("Space available", "You can go in");
        assertThat(open("/api/v1/shelters")).contains("\"drill\":true", "\"drill\":false");
        assertThat(open("/api/v1/shelters.csv").lines().filter(line -> line.contains(SMALL)))
                .singleElement()
                .asString()
                .endsWith("訓練");
    }

    @Test
    @DisplayName("訓練だけのときは、空きの言葉に訓練がつき、ほんとうに開いているところはないと言う")
    void aDrillAlone() throws Exception {
        town.open(town.begin(chief, true, Hazard.EARTHQUAKE), SMALL, chief);
        assertThat(open("/shelters"))
                .contains("【訓練】" + SMALL, "【訓練】空いています", "下に出ているのは、訓練です", "banner--exercise")
                .contains("ほんとうの避難のために開いているのではありません")
                .doesNotContain("banner--notice", "いま起きていること", "入れます。");
    }

    @Test
    @DisplayName("LINEで場所を送ると、訓練だけのときは訓練と、ほんとうに開いている所はないと答え、本番では本番だけを答える")
    void theTalkTellsThemApart() throws Exception {
        DisasterId drill = town.begin(chief, true, Hazard.EARTHQUAKE);
        assertThat(answer(Language.JA))
                .startsWith("【訓練】いま、訓練をしています。")
                .contains("119番")
                .doesNotContain("参加する人");
        town.open(drill, SMALL, chief);
        assertThat(answer(Language.JA))
                .startsWith("【訓練】いま、訓練をしています。\nほんとうの避難のために開いている避難所は、いまありません。")
                .contains("119番", "訓練に参加する人へ", "1. 【訓練】" + SMALL);
        assertThat(answer(Language.EASY)).contains("いま 練習", "いま ありません", "1. 【訓練（くんれん）】" + SMALL);
        assertThat(answer(Language.EN))
                .startsWith("[DRILL] A drill is being held.\nNo shelter is open for a real evacuation now.")
                .contains("1. [DRILL] " + SMALL);

        DisasterId quake = town.begin(chief, false, Hazard.EARTHQUAKE);
        assertThat(answer(Language.JA)).startsWith("いま、近くで開いている避難所はありません").doesNotContain("訓練", SMALL);
        town.open(quake, NEAR, chief);
        assertThat(answer(Language.JA)).contains("1. " + NEAR, "空いています").doesNotContain("訓練", SMALL);
        assertThat(answer(Language.EN)).contains("1. " + NEAR).doesNotContain("DRILL", SMALL);
    }

    private String answer(Language language) {
        var friend = new Friend(new FriendId(ids.next()), Optional.empty(), language, clock.instant());
        var located = new Heard.Located(new Place(32.291, 130.583), Optional.empty());
        Topic topic = topics.stream()
                .filter(each -> each.name().equals("shelter"))
                .findFirst()
                .orElseThrow();
        return topic.answer(new Conversation(friend, "", ids.next(), clock.instant(), located)).messages().stream()
                .map(message -> ((LineMessage.Text) message).text())
                .collect(Collectors.joining());
    }

    @Test
    @DisplayName("本部は、どの訓練のどの避難所が終わったか、遅れて何が届いたかを見て、訓練の報告を読める")
    void theOverviewSaysWhatWasEnded() throws Exception {
        DisasterId drill = town.begin(chief, true, Hazard.EARTHQUAKE);
        OpeningId practice = town.open(drill, SMALL, chief);
        town.send(practice, new Happening.Counted(3, null), chief);
        clock.advance(Duration.ofMinutes(1));
        DisasterId quake = town.begin(chief, false, Hazard.EARTHQUAKE);
        assertThat(look("/office/shelters")).contains("訓練で使っています。呼び出すと、訓練のほうを終わらせます");
        String to = office.send(
                        chief,
                        "/office/shelters/disasters/" + quake + "/prepare",
                        "shelter",
                        town.shelter(SMALL).id().toString(),
                        "onceId",
                        ids.next().toString())
                .getRedirectedUrl();
        assertThat(to).startsWith("/office/shelters?done=prepared#");
        clock.advance(Duration.ofMinutes(1));
        assertThat(look("/office/shelters"))
                .contains("ここで開いていた訓練を打ち切りました", SMALL + "：訓練「訓練の地震」の開設を終わらせ", "本番で使うため、訓練を打ち切りました")
                .contains("本番「令和8年の地震（例）」のために、訓練を打ち切りました")
                .doesNotContain("届きました");
        town.send(practice, new Happening.Counted(2, null), chief);
        assertThat(look("/office/shelters")).contains("訓練としての受け付けが 1件 届きました");
        assertThat(look("/office/shelters/reports/" + drill + "/drill"))
                .contains("途中で打ち切られました", "本番「令和8年の地震（例）」が避難所を呼び出したため", SMALL, "そのあとに届いた受け付け 1件");
    }

    @Test
    @DisplayName("本番の避難所を訓練で呼び出すと、何の本番で使っているかを言って断る")
    void theDrillIsRefusedByName() throws Exception {
        DisasterId quake = town.begin(chief, false, Hazard.EARTHQUAKE);
        town.open(quake, SMALL, chief);
        DisasterId drill = town.begin(chief, true, Hazard.EARTHQUAKE);
        var refused = office.send(
                chief,
                "/office/shelters/disasters/" + drill + "/prepare",
                "shelter",
                town.shelter(SMALL).id().toString(),
                "onceId",
                ids.next().toString());
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("選んだ避難所は、本番「令和8年の地震（例）」で使っています", SMALL + "は、本番で使っています");
        assertThat(look("/office/shelters?refused=begun-real-on")).contains("本番「令和8年の地震（例）」で使っているので呼び出していません");
        town.open(drill, NEAR, chief);
        assertThat(look("/office/shelters")).contains("【訓練】訓練の地震", NEAR);
    }

    @Test
    @DisplayName("訓練の職員の画面、壁のQRの画面、持ち出すファイルは、どれも訓練と分かる")
    void everyPageOfADrillIsMarked() throws Exception {
        DisasterId drill = town.begin(chief, true, Hazard.EARTHQUAKE);
        OpeningId practice = town.open(drill, SMALL, chief);
        UUID shelter = town.shelter(SMALL).id().value();
        String opening = "/office/shelters/openings/" + practice;
        String report = "/office/shelters/reports/" + drill;
        String desks = "/office/shelter-desks/" + shelter;
        List<String> pages = List.of(
                opening,
                opening + "/roster",
                report,
                report + "/meals",
                report + "/drill",
                desks,
                "/office/shelters/inquiries/of/" + drill,
                "/office/supported/of/" + drill,
                "/office/shelters/disasters/" + drill + "/after");
        for (String page : pages) {
            assertThat(look(page)).as(page).contains("drill-bar", "【訓練】");
        }
        assertThat(look("/office/shelter-desks")).contains(SMALL + "（訓練で開設");
        assertThat(look(opening + "?done=open-drill")).contains("【訓練】開設しました。住民の画面には「訓練」と出ています。");
        for (String file : List.of(
                opening + "/roster.csv",
                report + "/meals.csv",
                report + "/eei.xlsx",
                report + "/prefecture.pdf",
                "/office/shelters/disasters/" + drill + "/after/ledger.csv")) {
            String name = String.valueOf(office.look(chief, file).getHeader("Content-Disposition"));
            assertThat(URLDecoder.decode(name, StandardCharsets.UTF_8)).as(file).contains("訓練_");
        }
        assertThat(open("/here/" + shelter)).contains("【訓練】この避難所は、いま訓練で使っています");
        assertThat(open("/here/" + shelter + "?lang=easy")).contains("練習", "では ありません」と");
        assertThat(open("/here/" + shelter + "?lang=en")).contains("[DRILL] This shelter is being used in a drill");

        town.open(town.begin(chief, false, Hazard.EARTHQUAKE), SMALL, chief);
        assertThat(look(desks)).doesNotContain("drill-bar", "【訓練】");
        assertThat(open("/here/" + shelter)).doesNotContain("訓練で使っています");
    }
}
