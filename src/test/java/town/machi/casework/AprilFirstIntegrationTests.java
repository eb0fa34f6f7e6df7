package town.machi.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.casework.desk.Drafting;
import town.machi.casework.desk.Handing;
import town.machi.identity.Holding;
import town.machi.identity.StaffDirectory;
import town.machi.identity.jdbc.SeatRows;
import town.machi.identity.posting.Posting;
import town.machi.identity.posting.PostingCheck;
import town.machi.identity.posting.Postings;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.kernel.Seat;
import town.machi.kernel.SectionId;
import town.machi.platform.Jobs;
import town.machi.platform.Town;
import town.machi.procedure.ProcedureSource;
import town.machi.submission.Filed;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;
import town.machi.support.TestStaff;

@MachiTest
@DisplayName("4月1日、四十人が席を移っても、案件と決裁は、いまその席にいる人のところにある")
class AprilFirstIntegrationTests {

    private static final ProcedureSource ROUTED = Parcels.waterStart("\nform:", """

            route:
              acts: [complete]
              steps: [課長, 町長]

            form:""");
    private static final List<String> SECTIONS = List.of("water", "general", "tax", "residents", "welfare");
    private static final LocalDate DAY = LocalDate.of(2027, 4, 1);

    @Autowired
    MockMvc http;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Cases cases;

    @Autowired
    Handing handing;

    @Autowired
    Drafting drafting;

    @Autowired
    Postings postings;

    @Autowired
    StaffDirectory directory;

    @Autowired
    SeatRows seats;

    @Autowired
    TestStaff staff;

    @Autowired
    TestClock clock;

    @Autowired
    Jobs jobs;

    @Autowired
    Town town;

    @Autowired
    JdbcClient db;

    final String fresh = "shin-" + UUID.randomUUID() + "@example.jp";
    final List<Actor.Staff> forty = new ArrayList<>();
    Actor.Staff administrator = Plans.staff(Plans.WATER, Role.ADMINISTRATOR);

    @BeforeEach
    void theHallInMarch() {
        clock.set("2027-03-25T10:00:00+09:00");
        db.sql("DELETE FROM identity.holding").update();
        db.sql("DELETE FROM identity.transfer_order").update();
        administrator = staff.add("管 理子", "general", Role.ADMINISTRATOR);
        for (int i = 0; i < 40; i++) {
            forty.add(staff.add("職員 " + i, SECTIONS.get(i % 5), Role.HANDLER, Role.DECIDER));
        }
        sit(0, "head@water");
        sit(5, "chief@water");
        sit(1, "mayor");
    }

    @Test
    @DisplayName("前の課の案件は閉じ、担当は外れ、回っている決裁は新しい課長に、空いた席は代決者に回る。二度走っても一度だけ")
    void april() throws Exception {
        List<CaseId> open = openCases(12);
        for (int i = 0; i < open.size(); i++) {
            Actor.Staff clerk = forty.get(5 * (i % 8));
            handing.assign(open.get(i), clerk.staffId(), UUID.randomUUID(), clerk);
        }
        UUID atTheHead = draft(open.get(0), forty.get(10));
        UUID atTheMayor = draft(open.get(1), forty.get(10));
        approve(atTheMayor, 0, forty.get(0), 303);
        plan(rotation());
        assertThat(cases.find(open.get(2), forty.get(15), "open")).isPresent();

        clock.set("2027-04-01T00:01:00+09:00");
        jobs.runNow("identity.postings");
        jobs.runNow("identity.postings");

        Actor.Staff newcomer = now(forty.get(4));
        assertThat(newcomer.sections()).containsExactly(new SectionId("water"));
        for (CaseId id : open) {
            assertThat(cases.find(id, now(forty.get(15)), "open")).isEmpty();
            assertThat(cases.find(id, newcomer, "open")).isPresent();
            assertThat(cases.get(id).assignee()).isEmpty();
        }
        assertThat(page(now(forty.get(0)), "/office/decisions")).contains("待っているものはありません");
        MockHttpServletResponse left = approve(atTheHead, 0, now(forty.get(0)), 403);
        assertThat(left.getContentAsString()).contains("令和9年3月31日(水) まで 上下水道課 課長 でした", "職員 4");
        approve(atTheHead, 0, newcomer, 303);
        assertThat(page(now(forty.get(9)), "/office/decisions"))
                .as("町長の席は空き、副町長が代決する")
                .contains("町長として");
        approve(atTheHead, 1, now(forty.get(9)), 303);
        approve(atTheMayor, 1, now(forty.get(9)), 303);
        assertThat(cases.act(
                        open.getFirst(), Move.of("complete", revision(open.getFirst())), UUID.randomUUID(), newcomer))
                .isInstanceOf(ActOutcome.Done.class);
        assertThat(directory.find(forty.get(1).staffId()).orElseThrow().active())
                .isFalse();
        assertThat(directory.findByMail(fresh)).isPresent();
        assertThat(db.sql("SELECT count(*) FROM casework.event WHERE words = '異動のため'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(open.size());
        assertThat(db.sql("SELECT count(*) FROM identity.transfer_order WHERE state = 'done'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("予約した異動は、その日までは取りやめられ、その日からは課の名前も変わる")
    void cancelledAndRenamed() {
        UUID cancelled = plan(rotation());
        assertThat(postings.cancel(cancelled, administrator)).isTrue();
        assertThat(postings.cancel(cancelled, administrator)).isFalse();
        plan("課,新しい名前\n税務課,税務住民課\n");
        clock.set("2027-03-31T23:59:00+09:00");
        jobs.runNow("identity.postings");
        SectionId tax = new SectionId("tax");
        assertThat(town.findSection(tax).orElseThrow().name()).isEqualTo("税務課");
        clock.set("2027-04-01T00:01:00+09:00");
        jobs.runNow("identity.postings");
        assertThat(town.findSection(tax).orElseThrow().name()).isEqualTo("税務住民課");
        assertThat(now(forty.get(0)).sections()).containsExactly(new SectionId("water"));
    }

    @Test
    @DisplayName("画面で調べて予約する。人が二度あれば行とともに断り、何も残らない")
    void onTheScreen() throws Exception {
        String twice = rotation() + "異動," + mail(3) + ",職員 3,総務課,担当,\n";
        MockHttpServletResponse refused = upload(twice, UUID.randomUUID());
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("行目にもあります", "何も変えていません");
        UUID id = UUID.randomUUID();
        MockHttpServletResponse looked = upload(rotation(), id);
        assertThat(looked.getContentAsString()).contains("異動 39件、退職 1件、採用 1件", "まだ何も変えていません", "上下水道課 課長");
        assertThat(postings.list()).noneMatch(order -> order.id().equals(id));
        var planned = http.perform(post("/office/staff/transfers/" + id + "/plan")
                        .with(staff.signedIn(administrator))
                        .with(csrf()))
                .andReturn();
        assertThat(planned.getResponse().getRedirectedUrl()).endsWith("done=planned");
        assertThat(page(administrator, "/office/staff/transfers?done=planned")).contains("令和9年4月1日(木)", "予約中");
        assertThat(http.perform(get("/office/staff/transfers").with(staff.signedIn(forty.get(0))))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    /// Everybody one section further; the mayor leaves; a new head of water, a 副町長; somebody joins.
    private String rotation() {
        StringBuilder csv = new StringBuilder("異動,メール,氏名,課,役割,職\n");
        for (int i = 0; i < 40; i++) {
            String seat = i == 4 ? "課長" : i == 9 ? "副町長" : "";
            csv.append(i == 1 ? "退職" : "異動")
                    .append(',')
                    .append(mail(i))
                    .append(",職員 ")
                    .append(i)
                    .append(i == 1 ? ",,," : "," + SECTIONS.get((i + 1) % 5) + ",担当・決裁," + seat)
                    .append('\n');
        }
        return csv.append("採用," + fresh + ",新 花子,総務課,受付,\n").toString();
    }

    private UUID plan(String csv) {
        UUID id = UUID.randomUUID();
        PostingCheck.Plan plan = postings.look(
                new Postings.Upload(id, DAY, "r9.csv", csv.getBytes(Charset.forName("windows-31j"))), administrator);
        assertThat(plan.faults()).isEmpty();
        Optional<Posting> planned = postings.plan(id, administrator);
        assertThat(planned).isPresent();
        return id;
    }

    private MockHttpServletResponse upload(String csv, UUID id) throws Exception {
        var file = new org.springframework.mock.web.MockMultipartFile(
                "file", "r9.csv", "text/csv", csv.getBytes(Charset.forName("windows-31j")));
        return http.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart(
                                "/office/staff/transfers")
                        .file(file)
                        .param("day", "令和9年4月1日")
                        .param("onceId", id.toString())
                        .with(staff.signedIn(administrator))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private List<CaseId> openCases(int count) {
        List<CaseId> open = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Filed.New filed = Parcels.filed(ROUTED, 8, Parcels.answers("水野", "太郎"), Parcels.TUESDAY, null);
            events.publishEvent(filed);
            CaseId id = new CaseId(db.sql("SELECT id FROM casework.case_file WHERE submission = :submission")
                    .param("submission", filed.submission())
                    .query(UUID.class)
                    .single());
            cases.act(id, Move.of("accept", 1), UUID.randomUUID(), forty.get(0));
            open.add(id);
        }
        return open;
    }

    private UUID draft(CaseId id, Actor.Staff clerk) {
        UUID proposal = UUID.randomUUID();
        var text = new Proposal.Text("完了してよいか", "");
        assertThat(drafting.draft(id, new Drafting.Draft("complete", text, "", revision(id)), proposal, clerk))
                .isInstanceOf(ActOutcome.Done.class);
        return proposal;
    }

    private MockHttpServletResponse approve(UUID proposal, int seen, Actor.Staff who, int status) throws Exception {
        MockHttpServletResponse answer = http.perform(post("/office/decisions/" + proposal + "/approve")
                        .param("seen", String.valueOf(seen))
                        .param("onceId", UUID.randomUUID().toString())
                        .with(staff.signedIn(who))
                        .with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(status);
        return answer;
    }

    private String page(Actor.Staff who, String path) throws Exception {
        return http.perform(get(path).with(staff.signedIn(who)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    /// The same person as the directory has them now.
    private Actor.Staff now(Actor.Staff who) {
        var member = directory.find(who.staffId()).orElseThrow();
        return new Actor.Staff(member.id(), member.name(), member.sections(), member.roles());
    }

    private int revision(CaseId id) {
        return cases.get(id).revision();
    }

    private String mail(int i) {
        return forty.get(i).id() + "@example.jp";
    }

    private void sit(int who, String seat) {
        seats.sit(
                UUID.randomUUID(),
                new Holding(Seat.ofCode(seat), forty.get(who).staffId(), LocalDate.of(2026, 4, 1), Optional.empty()));
    }
}
