package town.machi.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.messaging.Outbox;
import town.machi.platform.Jobs;
import town.machi.submission.Filed;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;
import town.machi.support.TestStaff;

@MachiTest
@DisplayName("期限")
class DeadlinesIntegrationTests {

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Cases cases;

    @Autowired
    Jobs jobs;

    @Autowired
    Outbox outbox;

    @Autowired
    TestStaff staff;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    @Test
    @DisplayName("年末の木曜に届いた案件は、年が明けた日の翌日に期限切れとなり、決裁の人へ一度だけ知らせる")
    void overTheYearEnd() {
        Actor.Staff decider = staff.add("泉 健太郎", "water", Role.DECIDER);
        Actor.Staff clerk = staff.add("水野 澄子", "water", Role.HANDLER);
        clock.set("2026-12-28T16:00:00+09:00");
        CaseId late = open("2026-12-28T16:00:00+09:00");
        CaseId inTime = open("2026-12-28T16:00:00+09:00");
        assertThat(cases.get(late).state().deadline()).hasToString("Optional[2027-01-04]");

        clock.set("2027-01-04T17:00:00+09:00");
        jobs.runNow("casework.deadlines");
        assertThat(ranOut(late)).isZero();
        cases.act(inTime, Move.of("accept", 1), UUID.randomUUID(), clerk);

        clock.set("2027-01-05T00:10:00+09:00");
        jobs.runNow("casework.deadlines");
        jobs.runNow("casework.deadlines");
        assertThat(ranOut(late)).isEqualTo(1);
        assertThat(ranOut(inTime)).isZero();
        assertThat(overdue(decider)).isEqualTo(1);
        assertThat(outbox.listAbout("casework.section:water"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.toString()).isNotBlank());

        cases.act(late, Move.of("accept", 1), UUID.randomUUID(), clerk);
        assertThat(overdue(decider)).isZero();
        clock.set("2027-01-20T09:00:00+09:00");
        jobs.runNow("casework.deadlines");
        assertThat(ranOut(late)).isEqualTo(2);
    }

    private CaseId open(String at) {
        Filed.New filed = Parcels.filed(
                Parcels.waterStart("label: 作業待ち", "label: 作業待ち\n    within: 3 business days"),
                1,
                Parcels.answers("水野", "太郎"),
                OffsetDateTime.parse(at).toInstant(),
                null);
        events.publishEvent(filed);
        return new CaseId(db.sql("SELECT id FROM casework.case_file WHERE submission = :submission")
                .param("submission", filed.submission())
                .query(UUID.class)
                .single());
    }

    private long ranOut(CaseId id) {
        return cases.history(cases.get(id)).stream()
                .filter(event -> event.kind() == CaseEvent.Kind.RAN_OUT)
                .count();
    }

    private int overdue(Actor.Staff who) {
        return cases.list(CaseFilter.of(CaseFilter.View.OVERDUE), Optional.empty(), who)
                .number();
    }
}
