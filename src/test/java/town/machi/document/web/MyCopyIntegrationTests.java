package town.machi.document.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
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
import town.machi.document.Documents;
import town.machi.procedure.Procedures;
import town.machi.submission.Looks;
import town.machi.submission.Submissions;
import town.machi.submission.seal.LookPass;
import town.machi.support.MachiTest;

@MachiTest
class MyCopyIntegrationTests {

    @Autowired
    MockMvc web;

    @Autowired
    Submissions submissions;

    @Autowired
    Procedures procedures;

    @Autowired
    Documents documents;

    @Autowired
    LookPass passes;

    @Autowired
    JdbcClient jdbc;

    private UUID submission = new UUID(0, 0);

    @BeforeEach
    void begin() {
        Assumptions.assumeTrue(documents.findHindrance().isEmpty(), "no Japanese font is installed");
        submission = WaterStart.file(submissions, procedures);
    }

    @Test
    @DisplayName("受付番号と暗証番号を入れた人は、控えをPDFで受けとり、それが証跡に残る")
    void theResidentTakesACopyHome() throws Exception {
        MockHttpServletResponse response = open(passes.issue(submission, Duration.ofMinutes(5)));
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeader("Cache-Control")).contains("no-store");
        try (PDDocument document = Loader.loadPDF(response.getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("水道の使用開始（開栓）の届出　控え", "葛󠄂城　𠮷彦", "令和8年12月1日(火)", "証明書としては使えません");
        }
        assertThat(jdbc.sql("SELECT what FROM audit.entry WHERE subject = :subject AND action = 'READ'")
                        .param("subject", "submission:" + submission)
                        .query(String.class)
                        .list())
                .containsExactly("copy");
    }

    @Test
    @DisplayName("暗証番号を入れていない人や、ほかの届出を開いた人には、渡さない")
    void nobodyElseGetsIt() throws Exception {
        assertThat(open("").getStatus()).isEqualTo(open("no.pass").getStatus()).isGreaterThanOrEqualTo(400);
        UUID another = WaterStart.file(submissions, procedures);
        assertThat(open(passes.issue(another, Duration.ofMinutes(5))).getStatus())
                .isGreaterThanOrEqualTo(400);
    }

    private MockHttpServletResponse open(String pass) throws Exception {
        return web.perform(get("/my/" + submission + "/copy.pdf").cookie(new Cookie(Looks.COOKIE, pass)))
                .andReturn()
                .getResponse();
    }
}
