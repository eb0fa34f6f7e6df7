package town.machi.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static town.machi.alert.Sample.CLERK;
import static town.machi.alert.Sample.DECIDER;
import static town.machi.alert.Sample.NOW;
import static town.machi.alert.Sample.OTHER_DECIDER;
import static town.machi.alert.Sample.RULES;
import static town.machi.alert.Sample.WRITER;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("災害情報の規則")
class AlertRulesTests {

    private static final Content ORDER = Sample.order(OrderLevel.INSTRUCT, "大字佐敷");

    @Test
    @DisplayName("書いた人は、決裁の役割を持っていても、自分の文を決裁できない")
    void writerCannotApprove() {
        Alert alert = Sample.waiting(World.REAL, ORDER);
        assertThat(refused(RULES.approve(alert, "h", "h", WRITER, NOW))).isEqualTo("alert.refusal.own-words");
        assertThat(refused(RULES.approve(alert, "h", "h", CLERK, NOW))).isEqualTo("alert.refusal.not-decider");
        Alert sent = taken(RULES.approve(alert, "h", "h", DECIDER, NOW));
        assertThat(sent.state()).isInstanceOf(AlertState.Open.class);
        assertThat(sent.content().order().orElseThrow().issuedAt()).contains(NOW);
    }

    @Test
    @DisplayName("決裁する人が見た文と、送る文が違えば、送られない")
    void wordsChangedMeanwhile() {
        Alert alert = Sample.waiting(World.REAL, ORDER);
        assertThat(refused(RULES.approve(alert, "old", "new", DECIDER, NOW))).isEqualTo("alert.refusal.other-words");
    }

    @Test
    @DisplayName("住民参加訓練には二人の決裁が要り、同じ人の二度目は数えない")
    void publicDrillNeedsTwo() {
        Alert one = taken(RULES.approve(Sample.waiting(World.PUBLIC_DRILL, ORDER), "h", "h", DECIDER, NOW));
        assertThat(one.state()).isInstanceOf(AlertState.Waiting.class);
        assertThat(refused(RULES.approve(one, "h", "h", DECIDER, NOW))).isEqualTo("alert.refusal.approved-already");
        assertThat(taken(RULES.approve(one, "h", "h", OTHER_DECIDER, NOW)).isSent())
                .isTrue();
    }

    @Test
    @DisplayName("一人目の決裁のあとで文が変わったら、二人目だけでは送られない")
    void firstApprovalOfOtherWordsDoesNotCount() {
        Alert one = taken(RULES.approve(Sample.waiting(World.PUBLIC_DRILL, ORDER), "h", "h", DECIDER, NOW));
        Alert two = taken(RULES.approve(one, "other", "other", OTHER_DECIDER, NOW));
        assertThat(two.isSent()).isFalse();
    }

    @Test
    @DisplayName("単独発信は、三分たってから、地区を打ち込んで、避難指示と緊急安全確保だけ")
    void alone() {
        Alert alert = Sample.waiting(World.REAL, ORDER);
        Instant later = NOW.plus(Duration.ofMinutes(3));
        assertThat(refused(RULES.sendAlone(alert, typed("佐敷"), WRITER, later.minusMillis(1))))
                .isEqualTo("alert.refusal.alone-too-early");
        assertThat(refused(RULES.sendAlone(alert, typed("湯浦"), WRITER, later)))
                .isEqualTo("alert.refusal.alone-district");
        assertThat(refused(RULES.sendAlone(alert, typed("佐敷"), CLERK, later))).isEqualTo("alert.refusal.not-writer");
        Alert sent = taken(RULES.sendAlone(alert, typed("佐敷 "), WRITER, later));
        assertThat(sent.progress().sole()).isTrue();

        for (Alert never : new Alert[] {
            Sample.waiting(World.REAL, Sample.order(OrderLevel.ELDERLY, "大字佐敷")),
            Sample.waiting(World.REAL, Sample.weather("大字佐敷")),
            Sample.waiting(World.PUBLIC_DRILL, ORDER),
            Sample.waiting(World.INTERNAL_DRILL, ORDER),
            Sample.alert(World.REAL, AlertAct.LIFT, Optional.of(alert.id()), ORDER, new AlertState.Waiting(NOW))
        }) {
            assertThat(refused(RULES.sendAlone(never, typed("佐敷"), WRITER, later)))
                    .isEqualTo("alert.refusal.not-alone");
        }
        var free = new AlertRules.Alone("佐敷", "佐敷", false, "h", "h");
        assertThat(refused(RULES.sendAlone(alert, free, WRITER, later))).isEqualTo("alert.refusal.not-alone");
    }

    @Test
    @DisplayName("書いてから一日たった文は、決裁も単独発信もできない")
    void oldWordsDoNotGoOut() {
        Alert alert = Sample.waiting(World.REAL, ORDER);
        Instant late = NOW.plus(Duration.ofHours(24));
        assertThat(refused(RULES.approve(alert, "h", "h", DECIDER, late))).isEqualTo("alert.refusal.old-record");
        assertThat(refused(RULES.sendAlone(alert, typed("佐敷"), WRITER, late))).isEqualTo("alert.refusal.old-record");
    }

    @Test
    @DisplayName("訓練の記録から実際の発信は作れず、古い記録からも作れない")
    void noReuseAcrossWorlds() {
        Alert drill = Sample.draft(World.INTERNAL_DRILL, ORDER);
        assertThat(RULES.findReasonAgainstReuse(drill, World.REAL, NOW)).isPresent();
        Alert real = Sample.draft(World.REAL, ORDER);
        assertThat(RULES.findReasonAgainstReuse(real, World.INTERNAL_DRILL, NOW))
                .isPresent();
        assertThat(RULES.findReasonAgainstReuse(real, World.REAL, NOW)).isEmpty();
        assertThat(RULES.findReasonAgainstReuse(real, World.REAL, NOW.plus(Duration.ofDays(365))))
                .isPresent();
    }

    @Test
    @DisplayName("だれが決めたかのない発令、気象の姿をした発令は、決裁に回せない")
    void orderNeedsItsMayor() {
        Content nobody = new Content(
                AlertKind.EVACUATION,
                "evacuation-instruct",
                4,
                Set.of("大字佐敷"),
                Map.of("hazard", "flood"),
                Optional.empty(),
                Optional.empty());
        assertThat(refused(RULES.submit(Sample.draft(World.REAL, nobody), 1, WRITER, NOW)))
                .isEqualTo("alert.refusal.no-decision");
        Content disguised = new Content(
                AlertKind.WEATHER,
                "weather-5",
                5,
                Set.of("大字佐敷"),
                Map.of(),
                Optional.of(Sample.decision()),
                Optional.empty());
        assertThat(refused(RULES.submit(Sample.draft(World.REAL, disguised), 1, WRITER, NOW)))
                .isEqualTo("alert.refusal.not-an-order");
    }

    @Test
    @DisplayName("行方不明者のお知らせには終わりの日時が要る")
    void searchNeedsAnEnd() {
        Content open = new Content(
                AlertKind.MISSING, "missing", 0, Set.of("大字佐敷"), Map.of(), Optional.empty(), Optional.empty());
        assertThat(refused(RULES.submit(Sample.draft(World.REAL, open), 1, WRITER, NOW)))
                .isEqualTo("alert.refusal.no-end");
    }

    @Test
    @DisplayName("規則による自動の発信は、機械が書いた気象と国の発表だけで、発令には使えない")
    void onlyTheStateGoesByItself() {
        assertThat(refused(RULES.sendByRule(Sample.draft(World.REAL, ORDER), NOW)))
                .isEqualTo("alert.refusal.not-by-rule");
        Alert typed = Sample.draft(World.REAL, Sample.weather("大字佐敷"));
        assertThat(refused(RULES.sendByRule(typed, NOW))).isEqualTo("alert.refusal.not-by-rule");
        Alert machine = typed.with(typed.progress().writtenBy("system:alert.jma", NOW));
        assertThat(taken(RULES.sendByRule(machine, NOW)).isSent()).isTrue();
    }

    @Test
    @DisplayName("機械が書いた文は、決裁を頼んだ人のものになり、その人は決裁できない")
    void whoAsksAnswersForIt() {
        Alert typed = Sample.draft(World.REAL, Sample.weather("大字佐敷"));
        Alert machine = typed.with(typed.progress().writtenBy("system:alert.jma", NOW));
        Alert waiting = taken(RULES.submit(machine, machine.revision(), WRITER, NOW));
        assertThat(refused(RULES.approve(waiting, "h", "h", WRITER, NOW))).isEqualTo("alert.refusal.own-words");
        assertThat(taken(RULES.approve(waiting, "h", "h", DECIDER, NOW)).isSent())
                .isTrue();
    }

    @Test
    @DisplayName("すべての手段が実施・未実施・不要になって、はじめて閉じる")
    void closesWhenEverythingIsSettled() {
        Alert open = Sample.sent(AlertAct.ISSUE, Optional.empty(), ORDER);
        ChannelMark done = new ChannelMark.Done(NOW, "staff:x");
        ChannelMark not = new ChannelMark.NotDone(NOW, "staff:x", "停電");
        Alert still =
                AlertRules.settled(open, Map.of(Channel.LINE, done, Channel.PA_RADIO, new ChannelMark.Pending()), NOW);
        assertThat(still.state()).isInstanceOf(AlertState.Open.class);
        Alert closed = AlertRules.settled(open, Map.of(Channel.LINE, done, Channel.PA_RADIO, not), NOW);
        assertThat(closed.state()).isInstanceOf(AlertState.Closed.class);
    }

    @Test
    @DisplayName("解除や取消を、さらに解除・訂正・取消はできない")
    void endingsEndThere() {
        Alert lift = Sample.sent(
                AlertAct.LIFT, Optional.of(Sample.draft(World.REAL, ORDER).id()), ORDER);
        for (AlertAct act : AlertAct.values()) {
            assertThat(AlertRules.findReasonAgainst(act, lift, false)).isPresent();
        }
    }

    private static AlertRules.Alone typed(String typed) {
        return new AlertRules.Alone(typed, "佐敷", true, "h", "h");
    }

    static String refused(Step step) {
        return step instanceof Step.Refused(var refusal) ? refusal.key() : step.toString();
    }

    static Alert taken(Step step) {
        assertThat(step).isInstanceOf(Step.Taken.class);
        return ((Step.Taken) step).next();
    }
}
