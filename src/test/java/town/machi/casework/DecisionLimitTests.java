package town.machi.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.procedure.Ruling;

@DisplayName("決定の期限は、暦の日で数え、年をまたぎ、補正の日を除き、一度だけ延びる")
class DecisionLimitTests {

    private static final Ruling FIFTEEN =
            new Ruling(Optional.empty(), Optional.of(new Ruling.Limit(15, 45)), new Ruling.Remedy.NotTold());

    private final Workflow workflow = new Workflow(Plans.water().plan(), FIFTEEN, Plans.CALENDAR);
    private final Actor.Staff clerk = Plans.staff(Plans.WATER, Role.HANDLER, Role.DECIDER);

    @ParameterizedTest(name = "{0} に届いた請求の期限は {1}、延ばせるのは {2} まで")
    @CsvSource({
        // 12/21 + 15 = 1/5(火)、+45 = 2/19(金)
        "2026-12-21T10:00:00+09:00, 2027-01-05, 2027-02-19",
        // 閉庁後は翌開庁日の 12/22 から: 1/6(水)、2/20(土) は 2/22(月) へ
        "2026-12-21T17:15:00+09:00, 2027-01-06, 2027-02-22",
        // 12/18 + 15 = 1/2(土、年末年始) は 1/4(月) へ。延長はもとの 15 日目から数える: 2/16(火)
        "2026-12-18T09:00:00+09:00, 2027-01-04, 2027-02-16",
        // 御用納めの閉庁後は 1/4 から: 1/19(火)、3/5(金)
        "2026-12-28T17:30:00+09:00, 2027-01-19, 2027-03-05",
        // 大みそかの夜も 1/4 から
        "2026-12-31T23:59:00+09:00, 2027-01-19, 2027-03-05",
    })
    void overTheYearEnd(String when, LocalDate due, LocalDate latest) {
        Standing standing = opened(when);
        assertThat(due(standing)).isEqualTo(due);
        assertThat(limits().latest(standing)).contains(latest);
        Standing later = taken(workflow.extend(standing, new Extension(latest, "文書の量が多いため。", 1), at(when)));
        assertThat(due(later)).isEqualTo(latest);
        assertThat(later.limit()).contains(new Standing.Limit(latest, true));
    }

    @Test
    @DisplayName("状態の期限のほうが早ければ、そちらが先に来る")
    void theEarlierComesFirst() {
        Standing standing = workflow.open(at("2026-12-21T10:00:00+09:00"), LocalDate.parse("2026-12-21"));
        assertThat(standing.state().deadline()).contains(LocalDate.parse("2026-12-22"));
    }

    @Test
    @DisplayName("直してもらっている日は数えない")
    void correctionStopsTheClock() {
        Standing standing = accepted("2026-12-21T10:00:00+09:00");
        Move back = new Move("sendBack", 2, "どの年度のものか書いてください。", Set.of("startsOn"));
        Standing asked = taken(workflow.act(standing, Plans.WATER, clerk, back, at("2026-12-22T10:00:00+09:00")));
        Standing again = taken(workflow.act(
                asked,
                Plans.WATER,
                clerk,
                new Move("sendBack", 3, "もう一度お願いします。", Set.of("startsOn")),
                at("2026-12-24T10:00:00+09:00")));
        Standing corrected = taken(workflow.correct(again, at("2026-12-27T10:00:00+09:00")));
        assertThat(corrected.limit()).contains(new Standing.Limit(LocalDate.parse("2027-01-10"), false));
    }

    @Test
    @DisplayName("延ばせるのは一度だけで、期限の前に、範囲の中の日へ、理由をつけて")
    void extendsOnce() {
        Standing standing = opened("2026-12-21T10:00:00+09:00");
        Instant now = at("2026-12-25T10:00:00+09:00");
        LocalDate good = LocalDate.parse("2027-01-29");
        assertThat(refused(standing, new Extension(LocalDate.parse("2027-01-05"), "量", 1), now))
                .isEqualTo("casework.refusal.extension-range");
        assertThat(refused(standing, new Extension(LocalDate.parse("2027-02-20"), "量", 1), now))
                .isEqualTo("casework.refusal.extension-range");
        assertThat(refused(standing, new Extension(good, " ", 1), now)).isEqualTo("casework.refusal.reason-missing");
        assertThat(refused(standing, new Extension(good, "量", 1), at("2027-01-06T08:00:00+09:00")))
                .isEqualTo("casework.refusal.extension-late");
        Standing later = taken(workflow.extend(standing, new Extension(good, "量が多いため。", 1), now));
        assertThat(refused(later, new Extension(LocalDate.parse("2027-02-10"), "量", 2), now))
                .isEqualTo("casework.refusal.no-extension");
        assertThat(workflow.extend(later, new Extension(good, "量", 1), now)).isEqualTo(new Step.Stale(2));
    }

    @Test
    @DisplayName("法律の期限のない手続は、延ばすものがない")
    void withoutLimit() {
        Workflow plain = Plans.water();
        Instant now = at("2026-12-21T10:00:00+09:00");
        Standing standing = plain.open(now, LocalDate.parse("2026-12-21"));
        assertThat(standing.limit()).isEmpty();
        assertThat(plain.extend(standing, new Extension(LocalDate.parse("2027-01-29"), "量", 1), now))
                .isInstanceOf(Step.Refused.class);
    }

    /// In the state without a deadline of its own: 作業待ち with more days than the law gives would hide the test.
    private Standing opened(String when) {
        Instant now = at(when);
        return workflow.open(now, Plans.CALENDAR.countFrom(now));
    }

    private LocalDate due(Standing standing) {
        return Plans.CALENDAR.firstOpenFrom(standing.limit().orElseThrow().lastDay());
    }

    private Standing accepted(String when) {
        return taken(workflow.act(opened(when), Plans.WATER, clerk, Move.of("accept", 1), at(when)));
    }

    private DecisionLimit limits() {
        return new DecisionLimit(FIFTEEN, Plans.CALENDAR);
    }

    private String refused(Standing standing, Extension extension, Instant now) {
        return workflow.extend(standing, extension, now) instanceof Step.Refused(var refusal) ? refusal.key() : "";
    }

    private static Standing taken(Step step) {
        assertThat(step).isInstanceOf(Step.Taken.class);
        return ((Step.Taken) step).to();
    }

    private static Instant at(String when) {
        return OffsetDateTime.parse(when).toInstant();
    }
}
