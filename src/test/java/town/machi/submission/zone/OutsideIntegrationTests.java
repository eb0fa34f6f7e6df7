package town.machi.submission.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import town.machi.platform.Jobs;
import town.machi.platform.Vital;
import town.machi.platform.Vitals;
import town.machi.procedure.Facts;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;

@MachiTest(properties = {"machi.zone=public", "machi.exchange.folder=target/test-data/outside-exchange"})
@DisplayName("外側だけの町")
class OutsideIntegrationTests {

    private static final Path FOLDER = Path.of("target/test-data/outside-exchange");

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient db;

    @Autowired
    Jobs jobs;

    @Autowired
    Vitals vitals;

    @Autowired
    TestClock clock;

    @Autowired
    java.util.List<Facts> facts;

    @BeforeEach
    void clear() throws Exception {
        FileUtils.deleteQuietly(FOLDER.toFile());
        FileUtils.deleteQuietly(
                Path.of("target/test-data/OutsideIntegrationTests/exchange").toFile());
        db.sql("DELETE FROM platform.exchange_sent").update();
        db.sql("DELETE FROM submission.submission").update();
        db.sql("DELETE FROM platform.rate_limit").update();
        db.sql("DELETE FROM platform.exchange_board").update();
        db.sql("DELETE FROM platform.exchange_standing").update();
        jobs.runNow("platform.exchange");
        clock.set(TestClock.START);
    }

    private void file(UUID request) throws Exception {
        http.perform(post("/api/v1/submissions")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"requestId": "%s", "procedure": "letter-to-mayor", "language": "ja",
                                 "answers": {"about": "バス", "letter": "朝のバスを早めてください。", "reply": "no"}}
                                """.formatted(request)))
                .andReturn();
    }

    @Test
    @DisplayName("届出は案件にならず、手紙として残る。フォルダーがなくても失われず、差せば書かれる")
    void aFilingBecomesALetter() throws Exception {
        UUID request = UUID.randomUUID();
        file(request);
        file(request);
        assertThat(count("SELECT count(*) FROM submission.submission")).isEqualTo(1);
        assertThat(count("SELECT count(*) FROM casework.case_file")).isZero();
        assertThat(count("SELECT count(*) FROM platform.exchange_sent")).isEqualTo(1);
        jobs.runNow("platform.exchange");
        assertThat(vital("exchange_folder").state()).isEqualTo(Vital.State.LOOK);
        assertThat(vital("exchange_folder").advice()).contains("が見えません");
        Files.createDirectories(FOLDER);
        jobs.runNow("platform.exchange");
        assertThat(FOLDER.resolve("to-inner/00000001.machi")).exists();
        assertThat(FOLDER.resolve("to-inner/received.machi")).exists();
        assertThat(Files.readString(FOLDER.resolve("to-inner/00000001.machi"))).contains("朝のバスを早めてください。");
        assertThat(vital("exchange_folder").state()).isEqualTo(Vital.State.GOOD);
        assertThat(vital("exchange_unacknowledged").value()).isEqualTo(1);
    }

    @Test
    @DisplayName("相手の公開鍵がないうちは、何をどこへ置くかを言う。自分の鍵を置いても気づく")
    void theKeyIsMissing() throws Exception {
        Files.createDirectories(FOLDER);
        jobs.runNow("platform.exchange");
        assertThat(vital("exchange_key").state()).isEqualTo(Vital.State.WRONG);
        assertThat(vital("exchange_key").advice()).contains("partner.pub", "公開鍵のファイルを、そこへ置いてください");
        Path own = Path.of("target/test-data/OutsideIntegrationTests/exchange/public.pub");
        Files.copy(own, own.resolveSibling("partner.pub"));
        assertThat(vital("exchange_key").advice()).contains("内側（庁内）の公開鍵ではありません", "inner.pub");
    }

    @Test
    @DisplayName("役場の入口はなく、内側だけが知ることのページは、そう言う")
    void whatIsServed() throws Exception {
        assertThat(status("/office/sign-in")).isEqualTo(404);
        assertThat(status("/")).isEqualTo(200);
        assertThat(status("/track")).isEqualTo(200);
        String page = http.perform(MockMvcRequestBuilders.get("/shelters").header("Accept-Language", "ja"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("ここではご案内できません", "避難所では、受付の人に声をかけてください");
        assertThat(http.perform(MockMvcRequestBuilders.get("/").header("Accept-Language", "ja"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .as("no door to what is not served")
                .doesNotContain("href=\"/shelters\"", "href=\"/notices\"");
    }

    @Test
    @DisplayName("内側の見出しがどのページにも出る。しばらく便りがなければ、静かだとは言わずにそう言う")
    void bannersComeFromInside() throws Exception {
        assertThat(home()).contains("災害情報は、防災行政無線・テレビ・ラジオで確かめてください", "まだ届いていません");
        db.sql("""
                INSERT INTO platform.exchange_board (kind, name, content, at) VALUES ('shell.banners', '',
                '{"ja": [{"tone": "LEVEL_4", "equivalent": false, "title": "避難指示　佐敷地区", "text": "逃げてください。",
                          "at": "2026-11-24T01:00:00Z"}]}', now())
                """).update();
        heard(java.time.Duration.ofHours(5));
        clock.advance(java.time.Duration.ofSeconds(6));
        assertThat(home())
                .as("a stick that lay in a drawer for five hours arrived just now")
                .contains("避難指示　佐敷地区", "から、役場の新しい情報がこのサイトに届いていません");
        assertThat(vital("exchange_silent").value()).isGreaterThan(5 * 3600);
        heard(java.time.Duration.ofHours(-5));
        clock.advance(java.time.Duration.ofSeconds(6));
        assertThat(home()).contains("警戒レベル4", "避難指示　佐敷地区").doesNotContain("届いていません");
        clock.advance(java.time.Duration.ofMinutes(31));
        assertThat(home()).contains("避難指示　佐敷地区", "から、役場の新しい情報がこのサイトに届いていません");
    }

    /// A word of the other side came just now.
    ///
    /// @param old how long ago it was written, by the clock of that side
    private void heard(java.time.Duration old) {
        db.sql("UPDATE platform.exchange_standing SET told_at = :told, heard_at = :now")
                .param("told", clock.instant().minus(old).atOffset(java.time.ZoneOffset.UTC))
                .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();
    }

    private String home() throws Exception {
        return http.perform(MockMvcRequestBuilders.get("/").header("Accept-Language", "ja"))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    @DisplayName("内側で満員の日は、水道の様式に出さない")
    void fullDaysAreLeftOut() {
        db.sql("""
                INSERT INTO platform.exchange_board (kind, name, content, at)
                VALUES ('water.full-days', '', '["2026-12-08"]', now())
                """).update();
        Object full = facts.stream()
                .filter(each -> each.kinds().containsKey("workDaysFull"))
                .findFirst()
                .orElseThrow()
                .find(
                        "workDaysFull",
                        new Facts.Context(
                                new town.machi.procedure.ProcedureName("water-start"),
                                new town.machi.kernel.SectionId("water"),
                                java.time.LocalDate.of(2026, 11, 24),
                                "submission:" + UUID.randomUUID(),
                                false))
                .orElseThrow();
        assertThat(full).isEqualTo(java.util.List.of("2026-12-08"));
    }

    private int status(String path) throws Exception {
        return http.perform(MockMvcRequestBuilders.get(path))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private Vital vital(String name) {
        return vitals.read().stream()
                .filter(vital -> vital.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private long count(String sql) {
        return db.sql(sql).query(Long.class).single();
    }
}
