package town.machi.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.kernel.Wareki;
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

    @Autowired
    MockMvc http;

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

    @ParameterizedTest(name = "{0} に届いた開示請求は {1} から数え、期限は {2}")
    @DisplayName("閉庁時刻のあとに届いたものは次の開庁日から数え、届いたほんとうの時刻は残る")
    @CsvSource({
        "2026-12-28T17:14:59+09:00, 2026-12-28, 2027-01-12, 午後5時14分",
        "2026-12-28T17:15:00+09:00, 2027-01-04, 2027-01-19, 午後5時15分",
        "2027-01-01T00:05:00+09:00, 2027-01-04, 2027-01-19, 午前0時05分",
        "2027-01-09T11:00:00+09:00, 2027-01-12, 2027-01-27, 午前11時",
    })
    void afterClosing(OffsetDateTime at, LocalDate from, LocalDate last, String told) throws Exception {
        Actor.Staff clerk = staff.add("総務 花子", "general", Role.HANDLER);
        clock.set(at.toString());
        Filed.New filed = Parcels.filed(
                Parcels.inTown("record-disclosure"), 1, Parcels.answers("水野", "太郎"), at.toInstant(), null);
        events.publishEvent(filed);
        CaseFile file = cases.get(caseOf(filed));
        assertThat(file.filing().receivedAt()).isEqualTo(at.toInstant());
        assertThat(file.filing().countsFrom()).isEqualTo(from);
        assertThat(file.standing().limit().orElseThrow().lastDay()).isEqualTo(last);
        assertThat(http.perform(get("/office/cases/" + file.id()).with(staff.signedIn(clerk)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains(told, Wareki.format(from));
    }

    private CaseId open(String at) {
        Filed.New filed = Parcels.filed(
                Parcels.waterStart("label: 作業待ち", "label: 作業待ち\n    within: 3 business days"),
                1,
                Parcels.answers("水野", "太郎"),
                OffsetDateTime.parse(at).toInstant(),
                null);
        events.publishEvent(filed);
        return caseOf(filed);
    }

    private CaseId caseOf(Filed.New filed) {
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
