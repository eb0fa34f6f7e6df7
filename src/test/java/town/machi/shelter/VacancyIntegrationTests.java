package town.machi.shelter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
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
import town.machi.messaging.QuickReply;
import town.machi.messaging.Topic;
import town.machi.platform.Ids;
import town.machi.shelter.vacancy.Board;
import town.machi.shelter.vacancy.Nearest;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;
import town.machi.support.TestStaff;

@MachiTest
@Import(Town.class)
@DisplayName("避難所の空き状況")
class VacancyIntegrationTests {

    private static final String SMALL = "町立公民館大野分館";
    private static final String NEAR = "きずなの里";

    @Autowired
    MockMvc http;

    @Autowired
    Town town;

    @Autowired
    Shelters shelters;

    @Autowired
    Openings openings;

    @Autowired
    Board board;

    @Autowired
    Arrivals arrivals;

    @Autowired
    List<Topic> topics;

    @Autowired
    Ids ids;

    @Autowired
    TestClock clock;

    @Autowired
    TestStaff staff;

    private Actor.Staff chief;
    private DisasterId quake;

    @BeforeEach
    void begin() {
        chief = staff.add("本部 長子", "general", Role.HANDLER);
        quake = town.begin(chief, false, Hazard.EARTHQUAKE);
    }

    @AfterEach
    void end() {
        town.calm(chief);
    }

    private MockHttpServletResponse open(String path) throws Exception {
        return http.perform(get(path)).andReturn().getResponse();
    }

    @Test
    @DisplayName("準備中はまだ入れず、開くと空き、埋まるにつれ言葉が変わる")
    void wordsFollowTheDoor() throws Exception {
        assertThat(open("/shelters").getContentAsString()).contains("開いている避難所はありません");
        OpeningId opening = town.prepare(quake, SMALL, chief);
        assertThat(open("/shelters").getContentAsString()).contains(SMALL, "まだ入れません", "令和8年の地震（例）");
        openings.open(opening, java.util.Set.of(SafetyCheck.values()), 1, ids.next(), chief);
        assertThat(level(SMALL)).isEqualTo(Vacancy.Level.EMPTY);

        town.send(opening, new Happening.Counted(10, null), chief);
        assertThat(level(SMALL)).isEqualTo(Vacancy.Level.SOME);
        town.send(opening, new Happening.Counted(12, null), chief);
        assertThat(level(SMALL)).isEqualTo(Vacancy.Level.CROWDED);
        town.send(opening, new Happening.Counted(5, Stay.CAR), chief);
        assertThat(level(SMALL)).isEqualTo(Vacancy.Level.CROWDED);
        town.send(opening, new Happening.Counted(4, null), chief);
        assertThat(level(SMALL)).isEqualTo(Vacancy.Level.FULL);
        assertThat(open("/shelters").getContentAsString()).contains("満員");
    }

    private Vacancy.Level level(String name) {
        return Objects.requireNonNull(vacancy(name).level());
    }

    private Vacancy vacancy(String name) {
        return shelters.listVacancies().stream()
                .filter(each -> each.shelter().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("知らせが途絶えると灰色になり、知らせが来れば戻る")
    void oldNumbersSayThatTheyAreOld() throws Exception {
        OpeningId opening = town.open(quake, SMALL, chief);
        clock.advance(Duration.ofMinutes(121));
        assertThat(open("/shelters").getContentAsString()).contains("更新が止まっています", "vacancy__item--stale");
        assertThat(open("/api/v1/shelters").getContentAsString()).contains("\"stale\":true");
        town.send(opening, new Happening.RollCalled(0, List.of()), chief);
        assertThat(open("/shelters").getContentAsString()).doesNotContain("更新が止まっています");
    }

    @Test
    @DisplayName("職員は満員にでき、使えない避難所は代わりを知らせる")
    void staffSayFull() throws Exception {
        OpeningId opening = town.open(quake, SMALL, chief);
        openings.forceFull(opening, true, 2, ids.next(), chief);
        assertThat(level(SMALL)).isEqualTo(Vacancy.Level.FULL);
        OpeningId cracked = town.prepare(quake, NEAR, chief);
        openings.declareUnusable(
                cracked, "壁に大きなひび", town.shelter("湯浦小学校（校舎、体育館）").id(), 1, ids.next(), chief);
        assertThat(open("/shelters").getContentAsString())
                .contains("使えません", "代わりに 湯浦小学校（校舎、体育館） へ行ってください")
                .doesNotContain("大きなひび");
    }

    @Test
    @DisplayName("開いたあとで余震に傷んだ避難所は、すぐ使えないと出て、人は名簿に残り、もう一度開ける")
    void anOpenOneBecomesUnusable() throws Exception {
        OpeningId opening = town.open(quake, SMALL, chief);
        town.send(opening, new Happening.Counted(7, null), chief);
        clock.advance(Duration.ofHours(1));
        var request = ids.next();
        var done = openings.declareUnusable(opening, "天井が落ちた", null, 2, request, chief);
        assertThat(openings.declareUnusable(opening, "天井が落ちた", null, 2, request, chief))
                .isEqualTo(done);
        assertThat(open("/shelters").getContentAsString()).contains("使えません").doesNotContain("入れます。");
        assertThat(names(new Place(32.291, 130.583))).isEmpty();
        assertThat(arrivals.openPlaces(opening))
                .extracting(Presence.OpenPlaces::open)
                .containsExactly(7);
        openings.declareUnusable(opening, "天井が落ちた", town.shelter(NEAR).id(), 3, ids.next(), chief);
        assertThat(open("/shelters").getContentAsString()).contains("代わりに " + NEAR + " へ行ってください");
        Opening cracked = shelters.findOpening(opening).orElseThrow();
        Opening.Times times = cracked.times();
        assertThat(cracked.reason()).isEqualTo("地震のため");
        assertThat(Objects.requireNonNull(cracked.unusable()).since())
                .isEqualTo(Objects.requireNonNull(times.openedAt()).plus(Duration.ofHours(1)));
        assertThat(openings.open(opening, java.util.Set.of(SafetyCheck.values()), 4, ids.next(), chief))
                .isInstanceOf(Openings.Outcome.Done.class);
        assertThat(shelters.findOpening(opening).orElseThrow().times().openedAt())
                .isEqualTo(times.openedAt());
        assertThat(level(SMALL)).isEqualTo(Vacancy.Level.EMPTY);
    }

    @Test
    @DisplayName("福祉避難所は「入れます」と言わず、泊まるだけの避難所は逃げる場所として案内しない")
    void namedPeopleAndStaying() throws Exception {
        town.add("福祉避難所の例", ShelterKind.WELFARE);
        town.add("泊まるだけの例", ShelterKind.DESIGNATED);
        town.add("高台の例", ShelterKind.EMERGENCY_SITE, Hazard.FLOOD);
        town.open(quake, "福祉避難所の例", chief);
        assertThat(open("/shelters").getContentAsString())
                .contains("開いています（決まった方だけ）", "ほかの方は、まず近くの避難所へ")
                .doesNotContain("入れます。");
        assertThat(open("/api/v1/shelters").getContentAsString()).contains("\"kind\":\"WELFARE\"");
        town.open(quake, "泊まるだけの例", chief);
        assertThat(open("/shelters").getContentAsString()).contains("泊まるための避難所です");
        assertThat(names(new Place(32.291, 130.583))).isEmpty();
        assertThat(openings.prepare(
                        quake, java.util.List.of(town.shelter("高台の例").id()), "", ids.next(), chief))
                .isEqualTo(Openings.Outcome.refused("shelter.refused.none-fits"));
    }

    @Test
    @DisplayName("JSON と CSV は人数も名前も出さず、変わらなければ 304")
    void feedsTellWordsOnly() throws Exception {
        OpeningId opening = town.open(quake, SMALL, chief);
        town.arrive(opening, PersonFacts.of(ids.next()), Map.of("name", "例 秘密子", "phone", "09000001111"), chief);
        town.send(opening, new Happening.Counted(7, null), chief);
        MockHttpServletResponse json = open("/api/v1/shelters");
        assertThat(json.getContentAsString())
                .contains("\"id\":\"E4348200028111\"", "\"level\":\"EMPTY\"", "+09:00")
                .doesNotContain("秘密子", "09000001111", ":8,", ":7,", ":8}");
        assertThat(open("/api/v1/shelters.csv").getContentAsString())
                .contains(SMALL, "空いています")
                .doesNotContain("秘密子");
        String tag = String.valueOf(json.getHeader("ETag"));
        assertThat(http.perform(get("/api/v1/shelters").header("If-None-Match", tag))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(304);
    }

    @Test
    @DisplayName("近い順に三つ、開いていて、満員でなく、この災害に対応するところだけ")
    void theNearestThatFit() {
        OpeningId small = town.open(quake, SMALL, chief);
        town.open(quake, NEAR, chief);
        town.open(quake, "吉尾出張所", chief);
        town.open(quake, "芦北町地域活性化センター", chief);
        town.prepare(quake, "芦北福祉センター", chief);
        Place oono = new Place(32.291, 130.583);
        assertThat(names(oono)).hasSize(3).startsWith(SMALL, "吉尾出張所");
        openings.forceFull(small, true, 2, ids.next(), chief);
        assertThat(names(oono)).hasSize(3).doesNotContain(SMALL, "芦北福祉センター");

        DisasterId wave = town.begin(chief, false, Hazard.TSUNAMI);
        assertThat(names(oono)).isEmpty();
        openings.end(wave, ids.next(), chief);
    }

    @Test
    @DisplayName("LINEで場所を送ると、近くで開いている避難所を三つまで答える")
    void aPlaceSentInTheTalkIsAnswered() {
        town.open(quake, SMALL, chief);
        town.open(quake, NEAR, chief);
        Topic topic = topics.stream()
                .filter(each -> each.name().equals("shelter"))
                .findFirst()
                .orElseThrow();
        assertThat(topic.opens(heard(new Heard.Text("近くのひなんじょは？")))).isTrue();
        assertThat(topic.opens(heard(new Heard.Text("水道が止まった")))).isFalse();
        var asked = topic.answer(heard(new Heard.Text("避難所")));
        assertThat(asked.state()).isNotEmpty();
        assertThat(asked.messages().getFirst().quickReplies())
                .hasSize(2)
                .last()
                .isInstanceOfSatisfying(
                        QuickReply.Open.class,
                        open -> assertThat(open.page().getPath()).isEqualTo("/household"));
        assertThat(topic.opens(heard(new Heard.Text("世帯のＱＲ")))).isTrue();
        var answer = topic.answer(heard(new Heard.Located(new Place(32.291, 130.583), Optional.empty())));
        assertThat(answer.messages())
                .singleElement()
                .isInstanceOfSatisfying(
                        LineMessage.Text.class,
                        text -> assertThat(text.text()).contains("1. 町立公民館大野分館（約", "2. きずなの里", "空いています", "時点"));
    }

    private Conversation heard(Heard what) {
        var friend = new Friend(new FriendId(ids.next()), Optional.empty(), Language.JA, clock.instant());
        return new Conversation(friend, "", ids.next(), clock.instant(), what);
    }

    private List<String> names(Place from) {
        return Nearest.of(board.now(), from, 3).stream()
                .map(each -> each.shelter().name())
                .toList();
    }

    @Test
    @DisplayName("表紙に帯と入口が出て、災害の種類から逃げる場所を選べる")
    void theFrontPageTells() throws Exception {
        town.open(quake, SMALL, chief);
        assertThat(open("/").getContentAsString()).contains("避難所を開いています（1か所）", "/shelters");
        assertThat(open("/shelters?hazard=TSUNAMI").getContentAsString())
                .contains("芦北町民総合センター", "湯浦小学校（校舎、体育館）")
                .doesNotContain("上田浦地区社会教育センター");
        assertThat(open("/shelters?lang=en").getContentAsString()).contains("Space available", "Capacity: 32 people");
        assertThat(open("/shelters?lang=easy").getContentAsString()).contains("data-language=\"easy\"", "あいて います");
    }

    @Test
    @DisplayName("訓練は訓練と分かる")
    void aDrillIsMarked() throws Exception {
        DisasterId drill = town.begin(chief, true, Hazard.EARTHQUAKE);
        openings.end(quake, ids.next(), chief);
        town.open(drill, SMALL, chief);
        assertThat(open("/shelters").getContentAsString()).contains("【訓練】", "banner--exercise");
        assertThat(open("/api/v1/shelters").getContentAsString()).contains("\"drill\":true");
        end();
        openings.end(drill, ids.next(), chief);
    }
}
