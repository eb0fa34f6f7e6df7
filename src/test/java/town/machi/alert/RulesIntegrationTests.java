package town.machi.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.alert.jma.TelegramDesk;
import town.machi.alert.jma.TelegramOutcome;
import town.machi.alert.jma.Telegrams;
import town.machi.support.MachiTest;

@MachiTest(properties = "machi.jalert.key=receiver-key")
@DisplayName("前もって決めた規則で、決裁なしに出るもの")
class RulesIntegrationTests {

    @Autowired
    TelegramDesk desk;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient db;

    @DynamicPropertySource
    static void town(DynamicPropertyRegistry registry) {
        Path town = townThatDecided();
        registry.add("machi.town", town::toString);
    }

    @Test
    @DisplayName("規則で名指したレベル5の電文とJアラートだけが出て、ほかは下書きのまま")
    void onlyWhatIsNamed() throws Exception {
        assertThat(desk.take("a:" + UUID.randomUUID(), "1_VPWW55_1.xml", Telegrams.rain("43", "発表", "01:00")))
                .contains(TelegramOutcome.DRAFTED);
        assertThat(states("WEATHER")).containsExactly("DRAFT");
        http.perform(post("/api/v1/jalert")
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("X-Machi-Key", "receiver-key")
                        .content("{\"id\":\"x-1\",\"status\":\"通常\",\"words\":\"ミサイル発射。\"}"))
                .andExpect(status().isOk());
        assertThat(states("NATIONAL")).containsExactly("OPEN");
        assertThat(db.sql("SELECT count(*) FROM messaging.bulk")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        db.sql("DELETE FROM alert.hazard").update();
        db.sql("UPDATE alert.telegram SET alert = NULL").update();
        db.sql("UPDATE alert.alert SET state = 'DROPPED' WHERE kind = 'WEATHER'")
                .update();
        assertThat(desk.take("a:" + UUID.randomUUID(), "1_VPWW55_1.xml", Telegrams.rain("33", "発表", "02:00")))
                .contains(TelegramOutcome.SENT);
        assertThat(states("WEATHER")).containsExactlyInAnyOrder("DROPPED", "OPEN");
        afterItWasSent();
    }

    /// What follows upon a message that is out is a draft that waits for people: a 訂正, then a 解除 instead, each naming
    /// it.
    private void afterItWasSent() {
        assertThat(desk.take("a:" + UUID.randomUUID(), "1_VPWW55_1.xml", Telegrams.rain("33", "訂正", "02:10")))
                .contains(TelegramOutcome.DRAFTED);
        assertThat(following()).containsExactly("CORRECT DRAFT");
        assertThat(desk.take("a:" + UUID.randomUUID(), "1_VPWW55_1.xml", Telegrams.nothing("02:20")))
                .contains(TelegramOutcome.END_DRAFTED);
        assertThat(following()).containsExactlyInAnyOrder("CORRECT DROPPED", "LIFT DRAFT");
        assertThat(desk.take("a:" + UUID.randomUUID(), "1_VPWW55_1.xml", Telegrams.rain("33", "取消", "02:30")))
                .contains(TelegramOutcome.NOTHING_TO_CANCEL);
    }

    private List<String> following() {
        return db.sql("SELECT act || ' ' || state FROM alert.alert WHERE about IS NOT NULL")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private List<String> states(String kind) {
        return db.sql("SELECT state FROM alert.alert WHERE kind = :kind")
                .param("kind", kind)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /// The town's folder, where somebody has decided what goes out by itself.
    private static Path townThatDecided() {
        try {
            Path from = Path.of("towns/ashikita");
            Path to = Files.createTempDirectory("town");
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file : files.toList()) {
                    Path target = to.resolve(from.relativize(file).toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(target);
                    } else {
                        Files.copy(file, target);
                    }
                }
            }
            Path rules = to.resolve("alerts/rules.yaml");
            String decided =
                    Files.readString(rules).replace("send by themselves: []", "send by themselves: [RAIN.5, J-ALERT]");
            Files.writeString(rules, decided);
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
