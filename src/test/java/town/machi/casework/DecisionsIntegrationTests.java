package town.machi.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import town.machi.casework.desk.Handing;
import town.machi.document.Documents;
import town.machi.identity.Holding;
import town.machi.identity.jdbc.SeatRows;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.kernel.Seat;
import town.machi.kernel.SectionId;
import town.machi.procedure.ProcedureSource;
import town.machi.submission.Filed;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;
import town.machi.support.TestStaff;

@MachiTest
@DisplayName("決裁の要る処理は、決裁が終わるまで行えない")
class DecisionsIntegrationTests {

    private static final ProcedureSource ROUTED = Parcels.waterStart("\nform:", """

            route:
              acts: [complete, refuse]
              steps: [{by: 課長, of: general}, 課長, 町長]
              final: [{by: 課長, acts: [complete]}, {by: 町長}]

            form:""");

    @Autowired
    MockMvc http;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Cases cases;

    @Autowired
    Handing handing;

    @Autowired
    TestStaff staff;

    @Autowired
    TestClock clock;

    @Autowired
    SeatRows seats;

    @Autowired
    JdbcClient db;

    @Autowired
    Documents documents;

    Actor.Staff clerk = Plans.staff(Plans.WATER, Role.HANDLER);
    Actor.Staff agrees = clerk;
    Actor.Staff head = clerk;
    Actor.Staff mayor = clerk;
    CaseId id = new CaseId(UUID.randomUUID());

    @BeforeEach
    void aCaseToBeDecided() {
        clock.set("2026-11-24T10:00:00+09:00");
        db.sql("DELETE FROM identity.holding").update();
        db.sql("UPDATE casework.proposal SET state = 'lapsed', waits_for = NULL WHERE state = 'waiting'")
                .update();
        clerk = staff.add("水野 澄子", "water", Role.HANDLER);
        agrees = seated("園田 隆", "general", "head@general");
        head = seated("泉 健太郎", "water", "head@water");
        mayor = seated("町田 恵", "general", "mayor");
        Filed.New filed = Parcels.filed(ROUTED, 7, Parcels.answers("水野", "太郎"), Parcels.TUESDAY, null);
        events.publishEvent(filed);
        id = new CaseId(db.sql("SELECT id FROM casework.case_file WHERE submission = :submission")
                .param("submission", filed.submission())
                .query(UUID.class)
                .single());
        cases.act(id, Move.of("accept", 1), UUID.randomUUID(), clerk);
    }

    @Test
    @DisplayName("合議と専決の課長が承認して、はじめて完了にできる")
    void decided() throws Exception {
        assertThat(cases.act(id, Move.of("complete", 2), UUID.randomUUID(), clerk))
                .isInstanceOf(ActOutcome.Refused.class);
        UUID proposal = draft("complete", "");
        assertThat(page(agrees, "/office/decisions")).contains("総務課 課長として").doesNotContain("太郎");
        assertThat(page(head, "/office/decisions")).contains("いま、あなたの決裁を待っているものはありません");
        assertThat(page(agrees, "/office/decisions/" + proposal)).contains("太郎", "承認する", "変わったところはありません");
        assertThat(status(approve(proposal, 0), head)).isEqualTo(422);
        assertThat(status(approve(proposal, 0), agrees)).isEqualTo(303);
        assertThat(cases.act(id, Move.of("complete", 2), UUID.randomUUID(), clerk))
                .isInstanceOf(ActOutcome.Refused.class);
        assertThat(page(head, "/office/decisions/" + proposal)).contains("決裁する");
        assertThat(status(approve(proposal, 1), head)).isEqualTo(303);
        assertThat(cases.act(id, Move.of("complete", 2), UUID.randomUUID(), clerk))
                .isInstanceOf(ActOutcome.Done.class);
        assertThat(state(proposal)).isEqualTo("done");
        assertThat(page(clerk, "/office/cases/" + id)).contains("総務課 課長として承認しました", "上下水道課 課長として決裁しました");
    }

    @Test
    @DisplayName("通知書の案は、決裁の前に、それを決める人だけがPDFで読める")
    void draftNotice() throws Exception {
        String path = "/office/decisions/" + draft("complete", "") + "/notice.pdf";
        Assumptions.assumeTrue(documents.findHindrance().isEmpty(), "no Japanese font is installed");
        assertThat(page(agrees, path.replace("/notice.pdf", ""))).contains(path, "通知書の案をPDFで読む");
        assertThat(status(get(path), agrees)).isEqualTo(200);
        assertThat(status(get(path), staff.add("税所 明", "tax", Role.HANDLER))).isEqualTo(404);
        assertThat(documents.listAbout(id.subject())).isEmpty();
    }

    @Test
    @DisplayName("前の人が文を直したら、次の人にはどこが変わったか見える。二度押しても承認は一度")
    void amended() throws Exception {
        UUID proposal = draft("complete", "");
        UUID once = UUID.randomUUID();
        var amend = post("/office/decisions/" + proposal + "/approve")
                .param("seen", "0")
                .param("words", "直した伺い文")
                .param("note", "日付を直しました")
                .param("onceId", once.toString());
        assertThat(status(amend, agrees)).isEqualTo(303);
        assertThat(status(amend, agrees)).isEqualTo(303);
        assertThat(page(head, "/office/decisions/" + proposal))
                .contains("前の人が見たあとに変わったところ", "伺い文: 完了してよいか → 直した伺い文", "日付を直しました");
        assertThat(db.sql("SELECT count(*) FROM casework.proposal_mark WHERE proposal_id = :id")
                        .param("id", proposal)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("理由なしには差し戻せず、差し戻されたら起案し直せる。次の人には直したところが見える")
    void givenBack() throws Exception {
        UUID first = draft("complete", "");
        assertThat(status(giveBack(first, ""), agrees)).isEqualTo(422);
        assertThat(status(giveBack(first, "日付が違います"), agrees)).isEqualTo(303);
        assertThat(page(clerk, "/office/decisions")).contains("差戻し");
        assertThat(status(approve(first, 1), agrees)).isEqualTo(422);
        UUID second = UUID.randomUUID();
        assertThat(status(draftOf("complete", "", "日付を直した伺い文", second), clerk)).isEqualTo(303);
        assertThat(page(agrees, "/office/decisions/" + second)).contains("日付が違います", "完了してよいか → 日付を直した伺い文");
    }

    @Test
    @DisplayName("断る理由は決裁した言葉になり、あとから打ち替えられない")
    void theDecidedReason() throws Exception {
        UUID proposal = draft("refuse", "水道管が届いていないためです。");
        approve(proposal, 0, agrees);
        approve(proposal, 1, head);
        approve(proposal, 2, mayor);
        CaseFile file = cases.get(id);
        Move other = new Move("refuse", file.revision(), "ほかの理由", Set.of());
        assertThat(cases.act(id, other, UUID.randomUUID(), clerk)).isInstanceOf(ActOutcome.Done.class);
        assertThat(cases.history(file).getLast().words()).isEqualTo("水道管が届いていないためです。");
    }

    @Test
    @DisplayName("ほかで決裁した文書番号を入れれば、そのまま処理できる")
    void elsewhere() throws Exception {
        var recorded = post("/office/cases/" + id + "/draft")
                .param("act", "complete")
                .param("revision", "2")
                .param("number", "芦水第12号（令和8年11月24日決裁）")
                .param("onceId", UUID.randomUUID().toString());
        assertThat(status(recorded, clerk)).isEqualTo(303);
        assertThat(page(clerk, "/office/cases/" + id)).contains("芦水第12号", "ほかで決裁した文書番号を入れました");
        assertThat(cases.act(id, Move.of("complete", 2), UUID.randomUUID(), clerk))
                .isInstanceOf(ActOutcome.Done.class);
    }

    @Test
    @DisplayName("きのう席を離れた人は、いまはだれの番かを読むだけで、何もできず、案件も見えない")
    void leftYesterday() throws Exception {
        UUID proposal = draft("complete", "");
        clock.set("2027-04-01T09:00:00+09:00");
        seats.rise(agrees.staffId(), LocalDate.of(2027, 4, 1));
        Actor.Staff next = seatedFrom("後任 花子", "general", "head@general", LocalDate.of(2027, 4, 1));
        MockHttpServletResponse told = answer(get("/office/decisions/" + proposal), agrees);
        assertThat(told.getStatus()).isEqualTo(403);
        assertThat(told.getContentAsString())
                .contains("令和9年3月31日(水) まで 総務課 課長 でした", "後任 花子")
                .doesNotContain("太郎");
        MockHttpServletResponse tried = answer(approve(proposal, 0), agrees);
        assertThat(tried.getStatus()).isEqualTo(403);
        assertThat(tried.getContentAsString()).contains("あなたは承認も差戻しもできません");
        assertThat(status(approve(proposal, 0), next)).isEqualTo(303);
    }

    @Test
    @DisplayName("関わりのない人には、決裁はないのと同じ。起案した人だけが取り下げられる")
    void nobodysBusiness() throws Exception {
        UUID proposal = draft("complete", "");
        Actor.Staff stranger = staff.add("税所 明", "tax", Role.HANDLER, Role.DECIDER);
        assertThat(status(get("/office/decisions/" + proposal), stranger)).isEqualTo(404);
        assertThat(status(get("/office/decisions/" + UUID.randomUUID()), stranger))
                .isEqualTo(404);
        assertThat(status(approve(proposal, 0), stranger)).isEqualTo(403);
        assertThat(status(withdraw(proposal), agrees)).isEqualTo(422);
        assertThat(status(withdraw(proposal), clerk)).isEqualTo(303);
        assertThat(state(proposal)).isEqualTo("withdrawn");
    }

    @Test
    @DisplayName("席にだれもいなければ起案できず、案件が動けば起案は取りやめになる。決裁中は課を移せない")
    void fallsWithTheCase() throws Exception {
        UUID proposal = draft("complete", "");
        var away = new Handing.HandOver(new SectionId("tax"), "そちらの担当です", 2);
        assertThat(handing.handOver(id, away, UUID.randomUUID(), clerk)).isInstanceOf(ActOutcome.Refused.class);
        Move back = new Move("sendBack", 2, "場所を確かめてください", Set.of("place"));
        assertThat(cases.act(id, back, UUID.randomUUID(), clerk)).isInstanceOf(ActOutcome.Done.class);
        assertThat(state(proposal)).isEqualTo("lapsed");
        assertThat(status(approve(proposal, 0), agrees)).isEqualTo(403);
        db.sql("DELETE FROM identity.holding").update();
        db.sql(
                        "UPDATE casework.case_file SET state = 'scheduled', meaning = 'OPEN', open_fields = '{}', return_to = NULL")
                .update();
        MockHttpServletResponse nobody = answer(draftOf("complete", "", "伺います", UUID.randomUUID(), 3), clerk);
        assertThat(nobody.getStatus()).isEqualTo(422);
        assertThat(nobody.getContentAsString()).contains("席に、決裁できる人がいません", "伺います");
    }

    private Actor.Staff seated(String name, String section, String seat) {
        return seatedFrom(name, section, seat, LocalDate.of(2026, 4, 1));
    }

    private Actor.Staff seatedFrom(String name, String section, String seat, LocalDate from) {
        Actor.Staff added = staff.add(name, section, Role.DECIDER);
        seats.sit(UUID.randomUUID(), new Holding(Seat.ofCode(seat), added.staffId(), from, Optional.empty()));
        return added;
    }

    private UUID draft(String act, String reason) throws Exception {
        UUID proposal = UUID.randomUUID();
        assertThat(status(draftOf(act, reason, "完了してよいか", proposal), clerk)).isEqualTo(303);
        return proposal;
    }

    private MockHttpServletRequestBuilder draftOf(String act, String reason, String words, UUID once) {
        return draftOf(act, reason, words, once, 2);
    }

    private MockHttpServletRequestBuilder draftOf(String act, String reason, String words, UUID once, int revision) {
        return post("/office/cases/" + id + "/draft")
                .param("act", act)
                .param("revision", String.valueOf(revision))
                .param("words", words)
                .param("reason", reason)
                .param("onceId", once.toString());
    }

    private void approve(UUID proposal, int seen, Actor.Staff who) throws Exception {
        assertThat(status(approve(proposal, seen), who)).isEqualTo(303);
    }

    private static MockHttpServletRequestBuilder approve(UUID proposal, int seen) {
        return post("/office/decisions/" + proposal + "/approve")
                .param("seen", String.valueOf(seen))
                .param("onceId", UUID.randomUUID().toString());
    }

    private static MockHttpServletRequestBuilder giveBack(UUID proposal, String note) {
        return post("/office/decisions/" + proposal + "/return")
                .param("seen", "0")
                .param("note", note)
                .param("onceId", UUID.randomUUID().toString());
    }

    private static MockHttpServletRequestBuilder withdraw(UUID proposal) {
        return post("/office/decisions/" + proposal + "/withdraw")
                .param("onceId", UUID.randomUUID().toString());
    }

    private String page(Actor.Staff who, String path) throws Exception {
        return answer(get(path), who).getContentAsString();
    }

    private int status(MockHttpServletRequestBuilder request, Actor.Staff who) throws Exception {
        return answer(request, who).getStatus();
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, Actor.Staff who) throws Exception {
        return http.perform(request.with(staff.signedIn(who)).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private String state(UUID proposal) {
        return String.join(
                "",
                List.of(db.sql("SELECT state FROM casework.proposal WHERE id = :id")
                        .param("id", proposal)
                        .query(String.class)
                        .single()));
    }
}
