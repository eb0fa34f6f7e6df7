package town.machi.document.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import town.machi.casework.CaseId;
import town.machi.casework.Cases;
import town.machi.casework.Move;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.support.MachiTest;
import town.machi.support.TestStaff;

@MachiTest
@DisplayName("発送するものは、宛名を刷り、郵送したと記録するまで一覧に残る")
class SendingIntegrationTests {

    @Autowired
    Cases cases;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient db;

    @Autowired
    TestStaff staff;

    @Autowired
    MockMvc http;

    @Test
    @DisplayName("ラベルと窓あき封筒の送付状に宛名が入り、記録すると一覧から消え、文書件名簿に残る")
    void labelsWindowsAndRegister() throws Exception {
        Actor.Staff clerk = staff.add("防災 守", "general", Role.HANDLER, Role.DECIDER);
        assertThat(text(get("/office/documents/send", clerk))).contains("発送するものはありません。");
        String document = issue(clerk);
        assertThat(text(get("/office/documents/send", clerk))).contains("公文書開示決定通知書", "大字佐敷1番地", "郵便で受け取る", document);
        assertThat(pdf(post("/office/documents/send/labels.pdf", document, clerk)))
                .contains("〒869-5441", "山本一郎様");
        assertThat(pdf(post("/office/documents/send/windows.pdf", document, clerk)))
                .contains("山本一郎様", "公文書開示決定通知書", "総務課");
        assertThat(post("/office/documents/send/labels.pdf", "", clerk).getStatus())
                .isEqualTo(422);
        assertThat(post("/office/documents/send/posted", document, clerk).getStatus())
                .isEqualTo(303);
        assertThat(text(get("/office/documents/send", clerk))).contains("発送するものはありません。");
        assertThat(text(get("/office/documents/register", clerk))).contains("文書件名簿（令和8年度）", "公文書開示決定通知書", "に郵送しました");
        assertThat(text(get("/office/documents/register.csv?year=2026", clerk))).contains("文書番号,件名", "第1号,公文書開示決定通知書");
        assertThat(text(get("/office/documents/register?year=2025", clerk))).contains("番号のついた文書はありません");
        Actor.Staff other = staff.add("水野 澄子", "water", Role.HANDLER);
        assertThat(text(get("/office/documents/register", other))).doesNotContain("公文書開示決定通知書");
    }

    private String issue(Actor.Staff clerk) throws Exception {
        CaseId id = DisclosureCase.open(events, db);
        for (String act : new String[] {"accept", "propose", "grant"}) {
            cases.act(id, Move.of(act, cases.get(id).revision()), UUID.randomUUID(), clerk);
        }
        post("/office/cases/" + id + "/papers/record-granted", "", clerk);
        return db.sql("SELECT id FROM document.issued WHERE about = :about")
                .param("about", id.subject())
                .query(UUID.class)
                .single()
                .toString();
    }

    private MockHttpServletResponse get(String path, Actor.Staff who) throws Exception {
        return answer(MockMvcRequestBuilders.get(path), who);
    }

    private MockHttpServletResponse post(String path, String document, Actor.Staff who) throws Exception {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(path)
                .param("onceId", UUID.randomUUID().toString())
                .with(csrf());
        return answer(document.isEmpty() ? request : request.param("document", document), who);
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, Actor.Staff who) throws Exception {
        return http.perform(request.with(staff.signedIn(who))).andReturn().getResponse();
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private static String pdf(MockHttpServletResponse response) throws IOException {
        assertThat(response.getStatus()).isEqualTo(200);
        try (var pdf = Loader.loadPDF(response.getContentAsByteArray())) {
            return new PDFTextStripper().getText(pdf).replaceAll("[\\s\u3000]", "");
        }
    }
}
