package town.machi.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.alert.desk.AlertLooking;
import town.machi.alert.desk.AlertWriting;
import town.machi.alert.desk.Approving;
import town.machi.alert.desk.Marking;
import town.machi.demo.line.Endpoint;
import town.machi.demo.line.LineFaults.Fault;
import town.machi.demo.line.LinePhone;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.kernel.Refusal;
import town.machi.kernel.Role;
import town.machi.messaging.LineMessage;
import town.machi.messaging.LineTown;
import town.machi.messaging.line.LineLanes;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;
import town.machi.support.TestStaff;

@MachiTest
@DisplayName("送りまちがいと、送れない文")
class WrongSendIntegrationTests {

    private static final LineTown LINE = new LineTown();

    @Autowired
    MockMvc http;

    @Autowired
    AlertWriting writing;

    @Autowired
    Approving approving;

    @Autowired
    AlertLooking looking;

    @Autowired
    Marking marking;

    @Autowired
    LineLanes lanes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    TestStaff staff;

    Actor.Staff writer = Sample.WRITER;
    Actor.Staff decider = Sample.DECIDER;

    @DynamicPropertySource
    static void line(DynamicPropertyRegistry registry) {
        LINE.register(registry);
    }

    @BeforeEach
    void people() {
        LINE.connect(http);
        LINE.forget();
        LINE.platform().quota().limit(-1);
        clock.set(Sample.NOW.toString());
        jdbc.sql("UPDATE messaging.bulk_call SET state = 'accepted', settled_at = now() WHERE state = 'waiting'")
                .update();
        jdbc.sql("DELETE FROM messaging.friend").update();
        writer = staff.add("防災 守", "general", Role.HANDLER);
        decider = staff.add("泉 健太郎", "water", Role.DECIDER);
    }

    @Test
    @DisplayName("送ってすぐに誤報取消をすると、まだ届いていない人には取消だけが届き、もとの文はもう送れない")
    void retractedAtOnce() throws Exception {
        String user = LINE.settle(jdbc, 1, "大字吉尾", "ja").getFirst();
        LINE.platform().faults().next(Endpoint.MULTICAST, new Fault.Broken(500));
        Alert wrong = sent(writing.create(World.REAL, order("大字吉尾"), UUID.randomUUID(), writer));
        lanes.callAllDue();
        assertThat(shown(user)).isEmpty();

        Alert retract = sent(writing.follow(wrong.id(), AlertAct.RETRACT, retract(), UUID.randomUUID(), writer));
        clock.advance(Duration.ofMinutes(1));
        lanes.callAllDue();
        assertThat(shown(user)).hasSize(1).first().asString().contains("誤報の取消し", "第" + wrong.number() + "号");
        assertThat(page("/alerts/" + retract.number() + "/cap.xml"))
                .contains("<msgType>Cancel", "<references>", "434825." + wrong.number());
        assertThat(page("/alerts")).doesNotContain("警戒レベル4 避難指示（吉尾");
        assertThat(page("/")).doesNotContain("/alerts/" + wrong.number(), "/alerts/" + retract.number());
        assertThat(officePage(wrong)).contains("もう流さないでください");
        assertThat(officePage(retract)).doesNotContain("もう流さないでください");
        assertThat(looking.board(wrong.id()).get(Channel.LINE)).isInstanceOf(ChannelMark.NotNeeded.class);

        assertThat(refused(marking.retry(wrong.id(), UUID.randomUUID(), writer)).key())
                .isEqualTo("alert.refusal.over");
        clock.advance(Duration.ofMinutes(10));
        lanes.callAllDue();
        assertThat(shown(user)).hasSize(1);
    }

    @Test
    @DisplayName("訂正で外れた地区の人にも、訂正が届く")
    void correctionReachesWhoWasToldWrong() {
        String out = LINE.settle(jdbc, 1, "大字湯浦", "ja").getFirst();
        Alert wide = sent(writing.create(World.REAL, order("大字天月", "大字湯浦"), UUID.randomUUID(), writer));
        lanes.callAllDue();
        sent(writing.follow(wide.id(), AlertAct.CORRECT, order("大字天月"), UUID.randomUUID(), writer));
        lanes.callAllDue();
        assertThat(shown(out)).hasSize(2);
        assertThat(shown(out).getLast()).contains("訂正", "第" + wide.number() + "号");
    }

    @Test
    @DisplayName("5,000字（UTF-16）ちょうどは一字も欠けずに届き、決裁までに超えたら、数を言って断る")
    void countedAndNeverCut() {
        String user = LINE.settle(jdbc, 1, "大字佐敷", "ja").getFirst();
        Alert full = submitted(writing.create(World.REAL, fullTo(LineMessage.LONGEST_TEXT), UUID.randomUUID(), writer));
        Alert over = submitted(writing.create(World.REAL, fullTo(LineMessage.LONGEST_TEXT), UUID.randomUUID(), writer));
        assertThat(approve(full)).isInstanceOf(Outcome.Done.class);
        lanes.callAllDue();
        String whole = looking.text(full).in(Language.JA).whole();
        assertThat(whole).hasSize(LineMessage.LONGEST_TEXT).contains("🍎🍎🍎");
        assertThat(shown(user)).containsExactly(whole);

        sent(writing.create(World.REAL, order("大字海路", "大字箙瀬"), UUID.randomUUID(), writer));
        int length = LineMessage.length(looking.text(looking.find(over.id()).orElseThrow())
                .in(Language.JA)
                .whole());
        Refusal refusal = refused(approve(over));
        assertThat(refusal.key()).isEqualTo("alert.refusal.too-long");
        assertThat(refusal.args()).containsExactly("日本語", length, LineMessage.LONGEST_TEXT);
        assertThat(looking.find(over.id()).orElseThrow().state()).isInstanceOf(AlertState.Waiting.class);
    }

    @Test
    @DisplayName("実際の発令が出ているあいだは、住民参加訓練を始められない")
    void noDrillBesideARealOrder() {
        sent(writing.create(World.REAL, order("大字計石"), UUID.randomUUID(), writer));
        Alert drill = looking.find(done(writing.create(World.PUBLIC_DRILL, order("大字計石"), UUID.randomUUID(), writer)))
                .orElseThrow();
        assertThat(refused(approving.submit(drill.id(), drill.revision(), UUID.randomUUID(), writer))
                        .key())
                .isEqualTo("alert.refusal.real-order");
    }

    @Test
    @DisplayName("今月の残りの通数が足りないときは、決裁の前に数で告げる")
    void quota() throws Exception {
        LINE.settle(jdbc, 3, "大字佐敷", "ja");
        LINE.platform().quota().limit(0);
        clock.advance(Duration.ofMinutes(2));
        Alert alert = submitted(writing.create(World.REAL, order("大字佐敷"), UUID.randomUUID(), writer));
        assertThat(officePage(alert)).contains("LINEの今月の残りは 0通で、この知らせには 3通が要ります。");
        LINE.platform().quota().limit(-1);
        clock.advance(Duration.ofMinutes(2));
    }

    private Content order(String... districts) {
        return new Content(
                AlertKind.EVACUATION,
                "evacuation-instruct",
                OrderLevel.INSTRUCT.level(),
                Set.copyOf(Arrays.asList(districts)),
                Map.of("hazard", "flood"),
                Optional.of(Sample.decision()),
                Optional.empty());
    }

    private static Content retract() {
        return new Content(
                AlertKind.EVACUATION,
                "retract",
                OrderLevel.INSTRUCT.level(),
                Set.of("大字吉尾"),
                Map.of(),
                Optional.of(Sample.decision()),
                Optional.empty());
    }

    /// A message whose Japanese text has so many units; apples take two each.
    private Content fullTo(int units) {
        Content empty = missing("");
        Alert probe = looking.find(done(writing.create(World.REAL, empty, UUID.randomUUID(), writer)))
                .orElseThrow();
        int room =
                units - LineMessage.length(looking.text(probe).in(Language.JA).whole());
        String odd = room % 2 == 0 ? "" : "あ";
        return missing(odd + String.join("", Collections.nCopies(room / 2, "🍎")));
    }

    private Content missing(String person) {
        Map<String, String> blanks = new HashMap<>(Map.of("by", "police", "last", "例", "call", "例"));
        blanks.put("person", person);
        blanks.put("person.easy", "例");
        blanks.put("person.en", "example");
        return new Content(
                AlertKind.MISSING,
                "missing",
                0,
                Set.of("大字佐敷"),
                blanks,
                Optional.empty(),
                Optional.of(clock.instant().plus(Duration.ofHours(5))));
    }

    private static AlertId done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).id();
    }

    private static Refusal refused(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).refusals().getFirst();
    }

    private Alert submitted(Outcome written) {
        Alert alert = looking.find(done(written)).orElseThrow();
        done(approving.submit(alert.id(), alert.revision(), UUID.randomUUID(), writer));
        return looking.find(alert.id()).orElseThrow();
    }

    private Outcome approve(Alert alert) {
        String hash = looking.text(alert).hash();
        return approving.approve(alert.id(), hash, UUID.randomUUID(), decider);
    }

    private Alert sent(Outcome written) {
        Alert waiting = submitted(written);
        done(approve(waiting));
        return looking.find(waiting.id()).orElseThrow();
    }

    private static List<String> shown(String user) {
        return LINE.platform().phones().get(user).bubbles().stream()
                .map(LinePhone.Bubble::message)
                .filter(Objects::nonNull)
                .filter(message -> message.path("type").asString("").equals("text"))
                .map(message -> message.path("text").asString())
                .toList();
    }

    private String officePage(Alert alert) throws Exception {
        return http.perform(get("/office/alerts/" + alert.id()).with(staff.signedIn(decider)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String page(String path) throws Exception {
        return http.perform(get(path)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
