package town.machi.document.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.document.pdf.Typesetter;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.procedure.Procedures;
import town.machi.submission.Looks;
import town.machi.submission.Submissions;
import town.machi.submission.seal.LookPass;
import town.machi.support.MachiTest;
import town.machi.support.TestStaff;

@MachiTest
@DisplayName("日本語の書体がない機械でも、役場は開き、何を入れればよいかを言う")
class NoFontsIntegrationTests {

    /// A typesetter that is not ready.
    @MockitoBean
    Typesetter typesetter;

    @Autowired
    MockMvc web;

    @Autowired
    Submissions submissions;

    @Autowired
    Procedures procedures;

    @Autowired
    LookPass passes;

    @Autowired
    TestStaff staff;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("住民には、内容は失われていないことと、することを言う")
    void residentsAreToldThatNothingIsLost() throws Exception {
        UUID id = WaterStart.file(submissions, procedures);
        Cookie pass = new Cookie(Looks.COOKIE, passes.issue(id, Duration.ofMinutes(5)));
        web.perform(get("/my/" + id + "/copy.pdf").cookie(pass).header("Accept", "text/html"))
                .andExpect(status().isNotImplemented())
                .andExpect(content().string(containsString("内容は失われていません")))
                .andExpect(content().string(containsString("MACHI_FONTS")));
    }

    @Test
    @DisplayName("職員には、案件の画面で、ボタンの代わりに入れる物の名前を言う")
    void staffAreToldWhatToInstall() throws Exception {
        UUID submission = WaterStart.file(submissions, procedures);
        Actor.Staff clerk = staff.add("水野 澄子", "water", Role.HANDLER);
        UUID id = jdbc.sql("SELECT id FROM casework.case_file WHERE submission = :submission")
                .param("submission", submission)
                .query(UUID.class)
                .single();
        web.perform(get("/office/cases/" + id).with(staff.signedIn(clerk)))
                .andExpect(content().string(containsString("fonts-ipamj-mincho")))
                .andExpect(content().string(not(containsString("控え（PDF）を開く"))));
        web.perform(get("/office/documents").with(staff.signedIn(clerk)))
                .andExpect(content().string(containsString("fonts-ipamj-mincho")));
    }
}
