package town.machi.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.platform.Jobs;
import town.machi.support.MachiTest;

@MachiTest(properties = "machi.jalert.key=receiver-key")
@DisplayName("Jアラートの受け口")
class JalertIntegrationTests {

    private static final Path FOLDER = folder();

    @Autowired
    MockMvc http;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient db;

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry registry) {
        registry.add("machi.jalert.folder", FOLDER::toString);
    }

    @Test
    @DisplayName("規則がなければ下書きになり、同じ番号は二度書かれず、訓練は何にもならない")
    void overHttp() throws Exception {
        assertThat(send("a-1", "通常", "ミサイル発射。建物の中へ避難してください。", "receiver-key", 200))
                .contains("drafted");
        assertThat(send("a-1", "通常", "ミサイル発射。建物の中へ避難してください。", "receiver-key", 200))
                .contains("drafted");
        assertThat(send("a-2", "訓練", "これは訓練です。", "receiver-key", 200)).contains("exercise");
        assertThat(send("a-3", "通常", "", "receiver-key", 400)).contains("words");
        send("a-4", "通常", "文", "wrong", 401);
        assertThat(count("ミサイル発射")).isEqualTo(1);
        assertThat(count("これは訓練です")).isZero();
    }

    @Test
    @DisplayName("フォルダに置かれた文も同じように受け取り、読めないものはよけておく")
    void inTheFolder() throws IOException {
        Files.writeString(FOLDER.resolve("b-1.txt"), "通常\nゲリラ攻撃情報です。");
        Files.writeString(FOLDER.resolve("b-2.txt"), "なにか\n読めない");
        jobs.runNow("alert.jalert");
        assertThat(count("ゲリラ攻撃情報")).isEqualTo(1);
        assertThat(FOLDER.resolve("done/b-1.txt")).exists();
        assertThat(FOLDER.resolve("unreadable/b-2.txt")).exists();
    }

    private int count(String words) {
        return db.sql("SELECT count(*) FROM alert.alert WHERE kind = 'NATIONAL' AND content ->> 'blanks' LIKE :words")
                .param("words", "%" + words + "%")
                .query(Integer.class)
                .single();
    }

    private String send(String id, String status, String words, String key, int expected) throws Exception {
        String body = "{\"id\":\"" + id + "\",\"status\":\"" + status + "\",\"words\":\"" + words + "\"}";
        return http.perform(post("/api/v1/jalert")
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("X-Machi-Key", key)
                        .content(body))
                .andExpect(status().is(expected))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("jalert");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
