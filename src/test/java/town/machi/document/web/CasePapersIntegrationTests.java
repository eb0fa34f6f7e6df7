package town.machi.document.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import town.machi.document.Documents;
import town.machi.document.IssuedDocument;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.procedure.Procedures;
import town.machi.submission.Submissions;
import town.machi.support.MachiTest;
import town.machi.support.TestStaff;

@MachiTest
class CasePapersIntegrationTests {

    @Autowired
    MockMvc web;

    @Autowired
    Submissions submissions;

    @Autowired
    Procedures procedures;

    @Autowired
    Documents documents;

    @Autowired
    TestStaff staff;

    @Autowired
    JdbcClient jdbc;

    private Actor.Staff clerk;
    private String path;
    private String subject;

    @BeforeEach
    void begin() {
        Assumptions.assumeTrue(documents.findHindrance().isEmpty(), "no Japanese font is installed");
        clerk = staff.add("水野 澄子", "water", Role.RECEPTION, Role.HANDLER);
        UUID submission = WaterStart.file(submissions, procedures);
        UUID id = jdbc.sql("SELECT id FROM casework.case_file WHERE submission = :submission")
                .param("submission", submission)
                .query(UUID.class)
                .single();
        path = "/office/cases/" + id;
        subject = "casework.case:" + id;
    }

    @Test
    @DisplayName("届いたばかりの案件では控えだけ、受理すると受理通知書が作れる")
    void onlyWhatFitsIsOffered() throws Exception {
        assertThat(text(get(path), 200)).contains("控え（PDF）を開く").doesNotContain("受理通知書を作る");
        act("accept", 1);
        assertThat(text(get(path), 200)).contains("受理通知書を作る").doesNotContain("完了のお知らせを作る");
        act("complete", 2);
        assertThat(text(get(path), 200)).contains("受理通知書を作る", "完了のお知らせを作る");
    }

    @Test
    @DisplayName("「作る」を二度押しても一通。案件の画面から開け、氏名は異体字のまま")
    void onePaperForTwoClicks() throws Exception {
        act("accept", 1);
        String once = UUID.randomUUID().toString();
        send(post(path + "/papers/acceptance").param("onceId", once), 303);
        send(post(path + "/papers/acceptance").param("onceId", once), 303);
        List<IssuedDocument> issued = documents.listAbout(subject);
        assertThat(issued).hasSize(1);
        assertThat(text(get(path), 200)).contains(issued.getFirst().number() + "　受理通知書を開く", "すでに1通あります");
        assertThat(pdf(get("/office/documents/" + issued.getFirst().id() + ".pdf")))
                .contains("葛󠄂城　𠮷彦　様", "水道の使用開始", "芦北町長", issued.getFirst().number());
    }

    @Test
    @DisplayName("差し戻したときは、直してもらうところだけを書いたお願いの紙が作れる")
    void aRequestForCorrectionNamesTheFields() throws Exception {
        MockHttpServletRequestBuilder sendBack = post(path + "/acts")
                .param("act", "sendBack")
                .param("revision", "1")
                .param("field", "startsOn")
                .param("words", "日付をお確かめください。")
                .param("onceId", UUID.randomUUID().toString());
        send(sendBack, 303);
        send(post(path + "/papers/correction").param("onceId", UUID.randomUUID().toString()), 303);
        UUID id = documents.listAbout(subject).getFirst().id().value();
        assertThat(pdf(get("/office/documents/" + id + ".pdf")))
                .contains("日付をお確かめください。", "使用開始日", "令和8年12月1日(火)")
                .doesNotContain("090-1234-5678");
    }

    @Test
    @DisplayName("届いたばかりの案件に受理通知書を頼んでも、何も発行されず案件の画面に戻る")
    void whatDoesNotFitIsNotIssued() throws Exception {
        send(post(path + "/papers/acceptance").param("onceId", UUID.randomUUID().toString()), 303);
        assertThat(documents.listAbout(subject)).isEmpty();
    }

    @Test
    @DisplayName("控えには、聞いたことと答えがすべてある")
    void theCopyIsComplete() throws Exception {
        assertThat(pdf(get(path + "/copy.pdf")))
                .contains("控え", "使用開始日", "令和8年12月1日(火)", "葛󠄂城", "090-1234-5678", "受付番号");
    }

    @Test
    @DisplayName("よその課からは、控えも発行もできない")
    void anotherSectionGetsNothing() throws Exception {
        clerk = staff.add("税所 明", "tax", Role.HANDLER);
        send(get(path + "/copy.pdf"), 404);
        send(post(path + "/papers/acceptance").param("onceId", UUID.randomUUID().toString()), 404);
        assertThat(documents.listAbout(subject)).isEmpty();
    }

    private void act(String act, int revision) throws Exception {
        send(
                post(path + "/acts")
                        .param("act", act)
                        .param("revision", Integer.toString(revision))
                        .param("onceId", UUID.randomUUID().toString()),
                303);
    }

    private String text(MockHttpServletRequestBuilder request, int status) throws Exception {
        return send(request, status).getContentAsString();
    }

    private String pdf(MockHttpServletRequestBuilder request) throws Exception {
        byte[] pdf = send(request, 200).getContentAsByteArray();
        return read(pdf);
    }

    private static String read(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, int status) throws Exception {
        MockHttpServletResponse response = web.perform(
                        request.with(staff.signedIn(clerk)).with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(status);
        return response;
    }
}
