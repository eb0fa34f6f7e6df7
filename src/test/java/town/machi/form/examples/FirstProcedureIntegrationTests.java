package town.machi.form.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.procedure.ProcedureName;
import town.machi.procedure.Procedures;
import town.machi.procedure.Published;
import town.machi.support.MachiTest;

/// The house started on the folder that the document writes.
@MachiTest
@DisplayName("「はじめての手続を 20 分で」の手続は、起動すると住民に出る")
class FirstProcedureIntegrationTests {

    @TempDir
    static Path here;

    @Autowired
    Procedures procedures;

    @Autowired
    MockMvc browser;

    @DynamicPropertySource
    static void town(DynamicPropertyRegistry properties) throws IOException {
        Path town = FirstProcedure.read().write(here);
        properties.add("machi.town", town::toString);
    }

    @Test
    @DisplayName("第1版として公開される")
    void published() {
        assertThat(procedures.findPublished(new ProcedureName("dog-registration")))
                .map(Published::version)
                .contains(1);
    }

    @Test
    @DisplayName("手続の一覧に出て、「鑑札」でも見つかる")
    void listed() throws Exception {
        browser.perform(get("/procedures"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("犬の登録の申請")));
        browser.perform(get("/procedures").param("q", "鑑札"))
                .andExpect(content().string(containsString("/procedures/dog-registration")));
    }

    @Test
    @DisplayName("手続のページに、根拠と用意するものと始めるボタンがある")
    void page() throws Exception {
        browser.perform(get("/procedures/dog-registration"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("狂犬病予防法 第4条")))
                .andExpect(content().string(containsString("マイクロチップの番号が分かるもの")))
                .andExpect(content().string(containsString("/procedures/dog-registration/start")));
    }
}
