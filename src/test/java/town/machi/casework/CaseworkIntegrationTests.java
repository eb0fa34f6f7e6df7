package town.machi.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import tools.jackson.databind.json.JsonMapper;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.procedure.ProcedureSource;
import town.machi.submission.Filed;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;
import town.machi.support.TestStaff;

@MachiTest
@DisplayName("案件")
class CaseworkIntegrationTests {

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Cases cases;

    @Autowired
    TestStaff staff;

    @Autowired
    TestClock clock;

    Actor.Staff clerk = Plans.staff(Plans.WATER, Role.HANDLER);

    @BeforeEach
    void people() {
        clock.set(TestClock.START);
        clerk = staff.add("水野 澄子", "water", Role.RECEPTION, Role.HANDLER);
    }

    @Test
    @DisplayName("届け物を文字にして読み直しても、同じ案件が開く")
    void opensFromThePackageAlone() {
        JsonMapper json = JsonMapper.builder().build();
        Filed.New sent = Parcels.filed("葛󠄀城", "𠮷郎");
        Filed.New received = json.readValue(json.writeValueAsString(sent), Filed.New.class);
        assertThat(received).isEqualTo(sent);
        events.publishEvent(received);

        CaseFile file = open(sent);
        assertThat(file.name()).isEqualTo("葛󠄀城　𠮷郎");
        assertThat(file.section()).isEqualTo(Plans.WATER);
        assertThat(file.answers()).isEqualTo(sent.answers());
        assertThat(file.filing().countsFrom()).isEqualTo(LocalDate.parse("2026-11-24"));
        assertThat(file.state().deadline()).contains(LocalDate.parse("2026-11-25"));
        assertThat(cases.history(file))
                .singleElement()
                .satisfies(event -> assertThat(event.kind()).isEqualTo(CaseEvent.Kind.OPENED));
    }

    @Test
    @DisplayName("同じ届け物が二度届いても、案件は一つ")
    void opensOnce() {
        Filed.New filed = Parcels.filed("水野", "太郎");
        events.publishEvent(filed);
        events.publishEvent(filed);
        assertThat(cases.history(open(filed))).hasSize(1);
    }

    @Test
    @DisplayName("第1版で届いた案件は、第2版が出たあとも第1版の質問で見える")
    void staffSeeTheQuestionsOfTheirVersion() {
        Filed.New first = Parcels.filed("水野", "太郎");
        ProcedureSource next = Parcels.waterStart("label: 使用開始日", "label: 水道を使い始める日");
        Filed.New second = Parcels.filed(next, 2, Parcels.answers("泉", "花子"), Parcels.TUESDAY, null);
        events.publishEvent(first);
        events.publishEvent(second);
        assertThat(label(open(first), "startsOn")).isEqualTo("使用開始日");
        assertThat(label(open(second), "startsOn")).isEqualTo("水道を使い始める日");
    }

    @Test
    @DisplayName("差し戻し、届け出た人がその項目だけを直し、受け付けて終える")
    void walk() {
        Filed.New filed = Parcels.filed("水野", "太郎");
        events.publishEvent(filed);
        CaseFile file = open(filed);
        done(act(file, new Move("sendBack", 1, "開始日を直してください。", Set.of("startsOn"))));
        assertThat(open(filed).state().fieldsOpen()).containsExactly("startsOn");

        events.publishEvent(Parcels.correction(filed, 2, Map.of("startsOn", "2026-12-08", "phone", "0000")));
        CaseFile corrected = open(filed);
        assertThat(corrected.answers().text("startsOn")).isEqualTo("2026-12-08");
        assertThat(corrected.answers().text("phone")).isEqualTo("090-1234-5678");
        assertThat(corrected.state().id()).isEqualTo("received");

        done(act(corrected, Move.of("accept", corrected.revision())));
        done(act(open(filed), Move.of("complete", open(filed).revision())));
        CaseFile closed = open(filed);
        assertThat(closed.state().isClosed()).isTrue();
        assertThat(cases.history(closed))
                .extracting(CaseEvent::kind)
                .containsExactly(
                        CaseEvent.Kind.OPENED,
                        CaseEvent.Kind.MOVED,
                        CaseEvent.Kind.CORRECTED,
                        CaseEvent.Kind.CORRECTION_LATE,
                        CaseEvent.Kind.MOVED,
                        CaseEvent.Kind.MOVED);
    }

    @Test
    @DisplayName("終わってから届いた取下げは、記録するだけで何も変えない")
    void lateWithdrawal() {
        Filed.New filed = Parcels.filed("水野", "太郎");
        events.publishEvent(filed);
        done(act(open(filed), Move.of("accept", 1)));
        done(act(open(filed), Move.of("complete", 2)));
        events.publishEvent(new Filed.Withdrawal(filed.submission(), 2, Parcels.TUESDAY));
        CaseFile file = open(filed);
        assertThat(file.state().id()).isEqualTo("done");
        assertThat(cases.history(file)).last().extracting(CaseEvent::kind).isEqualTo(CaseEvent.Kind.WITHDRAWAL_LATE);
    }

    @Test
    @DisplayName("同じ要求を二度送っても、一度だけ処理し、最初の結果が返る")
    void onceOnly() {
        Filed.New filed = Parcels.filed("水野", "太郎");
        events.publishEvent(filed);
        UUID request = UUID.randomUUID();
        CaseFile file = open(filed);
        ActOutcome first = cases.act(file.id(), Move.of("accept", 1), request, clerk);
        ActOutcome again = cases.act(file.id(), Move.of("accept", 1), request, clerk);
        assertThat(again).isEqualTo(first);
        assertThat(open(filed).revision()).isEqualTo(2);
    }

    @Test
    @DisplayName("古い画面からの処理には、その間に起きたことを返す")
    void staleSaysWhatHappened() {
        Filed.New filed = Parcels.filed("水野", "太郎");
        events.publishEvent(filed);
        CaseFile seen = open(filed);
        done(act(seen, Move.of("accept", 1)));
        assertThat(act(seen, Move.of("accept", 1))).isInstanceOfSatisfying(ActOutcome.Stale.class, stale -> {
            assertThat(stale.now().state().id()).isEqualTo("scheduled");
            assertThat(stale.since()).extracting(CaseEvent::kind).containsExactly(CaseEvent.Kind.MOVED);
        });
    }

    @Test
    @DisplayName("氏名、名だけ、カナ、電話、受付番号のどれでも探せる")
    void search() {
        Filed.New filed = Parcels.filed("髙橋", "﨑子");
        events.publishEvent(filed);
        String number =
                filed.receipt().format().toLowerCase(java.util.Locale.ROOT).replace("-", " ");
        for (String typed : List.of("髙橋", "髙橋﨑子", "﨑子", "みずの たろう", "ﾐｽﾞﾉ", "0901234", number)) {
            assertThat(found(typed)).as(typed).contains(filed.receipt().format());
        }
        assertThat(found("山田")).isEmpty();
    }

    private List<String> found(String typed) {
        CaseFilter filter = CaseFilter.of(CaseFilter.View.ALL).withWords(typed);
        return cases.list(filter, Optional.empty(), clerk).lines().stream()
                .map(line -> line.receipt().format())
                .toList();
    }

    private String label(CaseFile file, String question) {
        return cases.definitionOf(file).questions().stream()
                .filter(each -> each.id().equals(question))
                .map(each -> each.label().ja())
                .findFirst()
                .orElseThrow();
    }

    private ActOutcome act(CaseFile file, Move move) {
        return cases.act(file.id(), move, UUID.randomUUID(), clerk);
    }

    private static void done(ActOutcome outcome) {
        assertThat(outcome).isInstanceOf(ActOutcome.Done.class);
    }

    private CaseFile open(Filed.New filed) {
        CaseFilter filter =
                CaseFilter.of(CaseFilter.View.ALL).withWords(filed.receipt().format());
        CaseLine line = cases.list(filter, Optional.empty(), clerk).lines().getFirst();
        return cases.find(line.id(), clerk, "open").orElseThrow();
    }
}
