package town.machi.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.submission.Filed;
import town.machi.support.MachiTest;
import town.machi.support.TestStaff;

@MachiTest
@DisplayName("ほかの課の案件は、どこからも見えない")
class LeastPrivilegeIntegrationTests {

    private static final String SECRET = "秘野";

    @Autowired
    MockMvc http;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient db;

    @Autowired
    TestStaff staff;

    Actor.Staff stranger = Plans.staff(Plans.RESIDENTS, Role.HANDLER);
    Filed.New filed = Parcels.filed(SECRET, "密子");
    UUID caseId = UUID.randomUUID();

    @BeforeEach
    void aCaseOfTheWaterSection() {
        stranger = staff.add("窓口 一郎", "residents", Role.RECEPTION, Role.HANDLER, Role.DECIDER);
        filed = Parcels.filed(SECRET, "密子");
        events.publishEvent(filed);
        caseId = db.sql("SELECT id FROM casework.case_file WHERE submission = :submission")
                .param("submission", filed.submission())
                .query(UUID.class)
                .single();
    }

    @ParameterizedTest(name = "GET {0}")
    @DisplayName("画面、印刷、経過、ファイル、API")
    @ValueSource(
            strings = {
                "/office/cases/ID",
                "/office/cases/ID/print",
                "/office/cases/ID/history.csv",
                "/office/cases/ID/history.xlsx",
                "/office/cases/ID/files/00000000-0000-7000-8000-000000000001",
                "/api/v1/cases/ID",
                "/api/v1/cases/ID/history"
            })
    void reading(String path) throws Exception {
        MockHttpServletResponse response = send(get(path.replace("ID", caseId.toString())));
        checkHidden(response);
        checkRefusalIsInTheAudit();
    }

    @ParameterizedTest(name = "POST {0}")
    @DisplayName("処理、担当、引渡し、メモ、お知らせ、関連")
    @ValueSource(strings = {"acts", "assign", "hand-over", "notes", "messages", "links", "links/delete"})
    void writing(String what) throws Exception {
        MockHttpServletResponse response = send(post("/office/cases/" + caseId + "/" + what)
                .param("act", "accept")
                .param("revision", "1")
                .param("section", "residents")
                .param("receipt", filed.receipt().format())
                .param("words", "よその課から")
                .param("onceId", UUID.randomUUID().toString()));
        checkHidden(response);
        checkRefusalIsInTheAudit();
        checkUntouched();
    }

    @Test
    @DisplayName("まとめて処理に紛れ込ませても動かず、名前も出ない")
    void bulk() throws Exception {
        for (String act : List.of("accept", "take")) {
            MockHttpServletResponse response = send(post("/office/cases/bulk")
                    .param("case", caseId + ":1")
                    .param("act", act)
                    .param("onceId", UUID.randomUUID().toString()));
            assertThat(response.getStatus()).isEqualTo(200);
            assertThat(response.getContentAsString())
                    .doesNotContain(SECRET, filed.receipt().format());
        }
        checkRefusalIsInTheAudit();
        checkUntouched();
    }

    @Test
    @DisplayName("一覧、検索、書き出しに現れず、受付番号での検索は証跡に残る")
    void listsAndExports() throws Exception {
        String number = filed.receipt().format();
        for (String path : List.of(
                "/office",
                "/office/cases?view=all",
                "/office/cases?view=all&q=" + SECRET,
                "/office/cases?view=all&q=" + number,
                "/office/cases/export.csv?view=all",
                "/api/v1/cases?view=all",
                "/office/given")) {
            MockHttpServletResponse response = send(get(path));
            assertThat(response.getStatus()).as(path).isEqualTo(200);
            assertThat(response.getContentAsString()).as(path).doesNotContain("密子", caseId.toString());
        }
        checkRefusalIsInTheAudit();
        assertThat(audit("EXPORT")).isNotEmpty();
    }

    @Test
    @DisplayName("自分の案件から受付番号でつなごうとしても、あるともないとも分からない")
    void linking() throws Exception {
        Filed.New own =
                Parcels.filed(Parcels.ofSection("residents"), 1, Parcels.answers("窓", "口"), Parcels.TUESDAY, null);
        events.publishEvent(own);
        UUID ownId = db.sql("SELECT id FROM casework.case_file WHERE submission = :submission")
                .param("submission", own.submission())
                .query(UUID.class)
                .single();
        MockHttpServletResponse there = link(ownId, filed.receipt().format());
        MockHttpServletResponse nowhere =
                link(ownId, Parcels.filed("い", "ない").receipt().format());
        assertThat(there.getStatus()).isEqualTo(422);
        assertThat(there.getContentAsString()).doesNotContain(SECRET).contains("この受付番号の案件は見つかりません");
        assertThat(nowhere.getStatus()).isEqualTo(422);
        checkRefusalIsInTheAudit();
    }

    @Test
    @DisplayName("管理者と監査の役割だけでは、自分の課の案件も開けない")
    void administratorsAndAuditors() throws Exception {
        stranger = staff.add("管 理", "water", Role.ADMINISTRATOR, Role.AUDITOR);
        checkHidden(send(get("/office/cases/" + caseId)));
        checkRefusalIsInTheAudit();
    }

    @Test
    @DisplayName("サインインしていない人には何も答えない")
    void nobody() throws Exception {
        for (String path : List.of("/office/cases/" + caseId, "/api/v1/cases", "/api/v1/cases/" + caseId)) {
            MockHttpServletResponse response =
                    http.perform(get(path)).andReturn().getResponse();
            assertThat(response.getStatus()).as(path).isIn(303, 401, 403);
            assertThat(response.getContentAsString()).doesNotContain(SECRET);
        }
    }

    @Test
    @DisplayName("自分の課の案件を開くと、閲覧が証跡に残る")
    void readingOnesOwnIsARow() throws Exception {
        stranger = staff.add("水野 澄子", "water", Role.HANDLER);
        assertThat(send(get("/office/cases/" + caseId)).getStatus()).isEqualTo(200);
        assertThat(audit("READ"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("subject", "casework.case:" + caseId)
                        .containsEntry("what", "open"));
    }

    private MockHttpServletResponse link(UUID from, String number) throws Exception {
        return send(post("/office/cases/" + from + "/links")
                .param("words", number)
                .param("onceId", UUID.randomUUID().toString()));
    }

    private void checkHidden(MockHttpServletResponse response) throws Exception {
        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(response.getContentAsString())
                .doesNotContain(SECRET, filed.receipt().format());
    }

    private void checkRefusalIsInTheAudit() {
        assertThat(audit("REFUSAL"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row)
                        .containsEntry("subject", "casework.case:" + caseId)
                        .containsEntry("outcome", "refused:not-your-section"));
    }

    private void checkUntouched() {
        assertThat(db.sql("SELECT revision FROM casework.case_file WHERE id = :id AND assignee IS NULL")
                        .param("id", caseId)
                        .query(Integer.class)
                        .optional())
                .contains(1);
    }

    private List<Map<String, @Nullable Object>> audit(String action) {
        return db.sql("SELECT subject, what, outcome FROM audit.entry WHERE actor_id = :id AND action = :action"
                        + " AND subject <> 'casework.case:-' AND outcome <> 'refused:no-such-case'")
                .param("id", stranger.id())
                .param("action", action)
                .query()
                .listOfRows();
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.with(staff.signedIn(stranger)).with(csrf()))
                .andReturn()
                .getResponse();
    }
}
