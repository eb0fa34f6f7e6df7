package town.machi.procedure.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.support.MachiTest;
import town.machi.support.TestStaff;

@MachiTest
@DisplayName("手続の定義の画面")
class ProcedureScreenIntegrationTests {

    @Autowired
    private MockMvc http;

    @Autowired
    private TestStaff staff;

    private String page(MockHttpServletRequestBuilder request, Role role, int status) throws Exception {
        Actor.Staff viewer = staff.add("画面を見る人", "water", role);
        return http.perform(request.with(staff.signedIn(viewer)))
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("管理者は、公開中の手続と、フォルダーにまちがいがないことを見る")
    void list() throws Exception {
        assertThat(page(get("/office/procedures"), Role.ADMINISTRATOR, 200))
                .contains("水道の使用開始", "disaster-certificate", "フォルダーの手続に、まちがいはありません");
    }

    @Test
    @DisplayName("公開された版の中身を、行の番号と一緒に見る")
    void source() throws Exception {
        assertThat(page(get("/office/procedures/water-start/versions/1"), Role.ADMINISTRATOR, 200))
                .contains("procedure.yaml", "vocabulary.yaml", "procedure: water-start");
        page(get("/office/procedures/water-start/versions/99"), Role.ADMINISTRATOR, 404);
        page(get("/office/procedures/no-such/versions/1"), Role.ADMINISTRATOR, 404);
    }

    @Test
    @DisplayName("貼った定義のまちがいを、打ったものを失わずに、すべて言う")
    void check() throws Exception {
        assertThat(page(
                        post("/office/procedures/check")
                                .param("yaml", "title：犬の登録\nkeep: ずっと\n<script>")
                                .with(csrf()),
                        Role.ADMINISTRATOR,
                        422))
                .contains("全角のコロン", "保存年限として読めません", "&lt;script&gt;")
                .doesNotContain("<script>\n");
    }

    @Test
    @DisplayName("管理者でない職員には見せない")
    void administratorsOnly() throws Exception {
        page(get("/office/procedures"), Role.HANDLER, 403);
        page(get("/office/procedures/water-start/versions/1"), Role.DECIDER, 403);
        page(post("/office/procedures/check").param("yaml", "a: b").with(csrf()), Role.AUDITOR, 403);
    }
}
