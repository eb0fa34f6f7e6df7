package town.machi.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static town.machi.casework.Plans.CALENDAR;
import static town.machi.casework.Plans.RESIDENTS;
import static town.machi.casework.Plans.WATER;
import static town.machi.casework.Plans.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.procedure.WorkflowPlan.Meaning;

class WorkflowTests {

    private static final Instant TUESDAY = at("2026-11-24T10:00:00+09:00");

    private final Workflow workflow = Plans.water();
    private final Actor.Staff handler = staff(WATER, Role.HANDLER);
    private final Actor.Staff decider = staff(WATER, Role.DECIDER);

    @Test
    @DisplayName("届いた案件は最初の状態から始まり、数え始めの開庁日から期限が決まる")
    void opens() {
        Standing standing = opened();
        assertThat(standing).isEqualTo(new Standing(new CaseState.Open("received", TUESDAY, due("2026-11-25")), 1));
    }

    @ParameterizedTest(name = "{0} に受け付けると作業の期限は {1}")
    @DisplayName("期限は開庁日で数え、年末年始と連休をまたぐ")
    @CsvSource({
        "2026-12-24T10:00:00+09:00, 2027-01-04",
        "2026-12-24T18:00:00+09:00, 2027-01-05",
        "2026-12-28T10:00:00+09:00, 2027-01-06",
        "2026-12-31T10:00:00+09:00, 2027-01-07",
        "2026-11-20T10:00:00+09:00, 2026-11-26",
        "2026-05-01T10:00:00+09:00, 2026-05-11",
    })
    void dueOverTheYearEnd(String when, LocalDate due) {
        Instant now = at(when);
        Standing standing = workflow.open(now, CALENDAR.countFrom(now));
        Standing accepted = taken(workflow.act(standing, WATER, handler, Move.of("accept", 1), now));
        assertThat(accepted.state().deadline()).contains(due);
    }

    @Test
    @DisplayName("期限の日のうちは期限切れではなく、翌日から期限切れになる")
    void overdueFromTheNextDay() {
        CaseState state = opened().state();
        assertThat(state.isOverdue(LocalDate.parse("2026-11-25"))).isFalse();
        assertThat(state.isOverdue(LocalDate.parse("2026-11-26"))).isTrue();
    }

    @Test
    @DisplayName("できる処理は、状態と役割で決まる")
    void actsDependOnStateAndRole() {
        assertThat(actsFor(handler)).containsExactly("accept", "sendBack");
        assertThat(actsFor(decider)).containsExactly("accept", "sendBack", "refuse");
        assertThat(actsFor(staff(WATER, Role.RECEPTION))).isEmpty();
        assertThat(actsFor(staff(WATER, Role.ADMINISTRATOR, Role.AUDITOR))).isEmpty();
        assertThat(actsFor(staff(RESIDENTS, Role.HANDLER, Role.DECIDER))).isEmpty();
    }

    @Test
    @DisplayName("ほかの課の職員と、役割のない職員の処理は断る")
    void refusesOthers() {
        for (Actor.Staff other : Set.of(staff(RESIDENTS, Role.HANDLER), staff(WATER, Role.RECEPTION), staff(WATER))) {
            assertThat(refusal(workflow.act(opened(), WATER, other, Move.of("accept", 1), TUESDAY)))
                    .isEqualTo("casework.refusal.not-your-role");
        }
    }

    @Test
    @DisplayName("古い画面からの処理は、今の版を返して何もしない")
    void stale() {
        Standing accepted = accepted();
        assertThat(workflow.act(accepted, WATER, handler, Move.of("complete", 1), TUESDAY))
                .isEqualTo(new Step.Stale(2));
    }

    @Test
    @DisplayName("差戻しは、項目と伝える言葉がなければできない")
    void sendBackNamesFieldsAndSaysWhy() {
        assertThat(refusal(sendBack(opened(), "番地をお願いします。", Set.of()))).isEqualTo("casework.refusal.fields-missing");
        assertThat(refusal(sendBack(opened(), " ", Set.of("place")))).isEqualTo("casework.refusal.reason-missing");
    }

    @Test
    @DisplayName("お断りには理由がいる")
    void refusalNeedsReason() {
        assertThat(refusal(workflow.act(opened(), WATER, decider, Move.of("refuse", 1), TUESDAY)))
                .isEqualTo("casework.refusal.reason-missing");
    }

    @Test
    @DisplayName("補正が届くと、差し戻したときの状態に戻る")
    void correctionReturns() {
        Standing back = taken(sendBack(accepted(), "日付を直してください。", Set.of("startsOn")));
        assertThat(back.state().fieldsOpen()).containsExactly("startsOn");
        Standing again = taken(sendBack(back, "番地もお願いします。", Set.of("place")));
        assertThat(again.state().fieldsOpen()).containsExactly("place");
        Standing corrected = taken(workflow.correct(again, TUESDAY));
        assertThat(corrected.state().id()).isEqualTo("scheduled");
        assertThat(corrected.revision()).isEqualTo(5);
    }

    @Test
    @DisplayName("差し戻していない案件の補正は受け付けない")
    void correctionWithoutSendBack() {
        assertThat(refusal(workflow.correct(opened(), TUESDAY))).isEqualTo("casework.refusal.correction-late");
    }

    @Test
    @DisplayName("終わるまでは取り下げられ、終わった案件は動かない")
    void closedStaysClosed() {
        Standing withdrawn = taken(workflow.withdraw(accepted(), TUESDAY));
        assertThat(withdrawn.state()).isEqualTo(new CaseState.Closed("withdrawn", TUESDAY, Meaning.WITHDRAWN));
        assertThat(workflow.acts(withdrawn, WATER, decider)).isEmpty();
        assertThat(refusal(workflow.act(withdrawn, WATER, decider, Move.of("accept", 3), TUESDAY)))
                .isEqualTo("casework.refusal.not-now");
        assertThat(refusal(workflow.withdraw(withdrawn, TUESDAY))).isEqualTo("casework.refusal.withdrawal-late");
        assertThat(refusal(workflow.correct(withdrawn, TUESDAY))).isEqualTo("casework.refusal.correction-late");
    }

    @Test
    @DisplayName("もう済んだことは、精算を待つあいだも取り下げられない")
    void doneIsNotTakenBack() {
        Workflow done = Plans.done();
        Standing settling = done.open(TUESDAY, CALENDAR.countFrom(TUESDAY));
        assertThat(refusal(done.withdraw(settling, TUESDAY))).isEqualTo("casework.refusal.withdrawal-late");
    }

    private Standing opened() {
        return workflow.open(TUESDAY, CALENDAR.countFrom(TUESDAY));
    }

    private Standing accepted() {
        return taken(workflow.act(opened(), WATER, handler, Move.of("accept", 1), TUESDAY));
    }

    private Step sendBack(Standing standing, String words, Set<String> fields) {
        Move move = new Move("sendBack", standing.revision(), words, fields);
        return workflow.act(standing, WATER, handler, move, TUESDAY);
    }

    private List<String> actsFor(Actor.Staff staff) {
        return workflow.acts(opened(), WATER, staff).stream()
                .map(act -> act.id())
                .toList();
    }

    private static Optional<LocalDate> due(String day) {
        return Optional.of(LocalDate.parse(day));
    }

    private static Standing taken(Step step) {
        return ((Step.Taken) step).to();
    }

    private static String refusal(Step step) {
        return ((Step.Refused) step).refusal().key();
    }

    private static Instant at(String when) {
        return OffsetDateTime.parse(when).toInstant();
    }
}
