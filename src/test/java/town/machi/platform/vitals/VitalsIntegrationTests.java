package town.machi.platform.vitals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.platform.Vital;
import town.machi.platform.Vital.State;
import town.machi.platform.Vitals;
import town.machi.platform.jdbc.HouseRows;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;

@MachiTest(
        properties = {
            "machi.metrics.key=secret-of-the-test",
            "management.prometheus.metrics.export.enabled=true",
            "management.defaults.metrics.export.enabled=true"
        })
@DisplayName("運用の値")
class VitalsIntegrationTests {

    @Autowired
    private Vitals vitals;

    @Autowired
    private HouseRows rows;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TestClock clock;

    @Autowired
    private MockMvc http;

    @BeforeEach
    void clear() {
        db.sql("DELETE FROM platform.backup").update();
        db.sql("DELETE FROM platform.scheduled_tasks").update();
    }

    @Test
    @DisplayName("鍵のない人には、/metrics も /vitals も何も答えない")
    void isClosedWithoutTheKey() throws Exception {
        for (String path : List.of("/metrics", "/vitals")) {
            http.perform(get(path)).andExpect(status().isUnauthorized());
            http.perform(get(path).header("Authorization", "Bearer wrong")).andExpect(status().isUnauthorized());
            http.perform(get(path).header("Authorization", "Bearer ")).andExpect(status().isUnauthorized());
        }
    }

    @Test
    @DisplayName("鍵を持つ装置は、どの部屋の値も読める")
    void isReadWithTheKey() throws Exception {
        http.perform(get("/vitals").header("Authorization", "Bearer secret-of-the-test"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.name == 'disk_free')].state").exists())
                .andExpect(jsonPath("$[?(@.name == 'audit_unsealed')].value").exists())
                .andExpect(jsonPath("$[?(@.name == 'mail_waiting')].label").exists());
        String metrics = http.perform(get("/metrics").header("Authorization", "Bearer secret-of-the-test"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(metrics)
                .contains("machi_disk_free_bytes ", "machi_vital_state{vital=\"jobs_failing\"} 0", "jvm_memory_used");
    }

    @Test
    @DisplayName("保存が一度もない、確かめていない、古い、のどれでもないときだけ、よい")
    void wantsAProvedBackupOfLastNight() {
        assertThat(vital("backup_age").state()).isEqualTo(State.LOOK);
        assertThat(vital("backup_age").value()).isNaN();
        rows.insertBackup(clock.instant(), 12);
        rows.insertBackup(clock.instant(), 12);
        clock.advance(Duration.ofHours(2));
        assertThat(vital("backup_age").advice()).contains("確かめていません");
        assertThat(rows.proveBackup(clock.instant().minus(Duration.ofHours(2)))).isTrue();
        assertThat(vital("backup_age")).extracting(Vital::state, Vital::value).containsExactly(State.GOOD, 7200.0);
        clock.advance(Duration.ofHours(29));
        assertThat(vital("backup_age").advice()).contains("ゆうべの保存がありません");
    }

    @Test
    @DisplayName("続けて失敗した仕事は名前で、始まらない仕事は数で言う")
    void namesJobsThatFail() {
        job("audit.seal", 2, Duration.ofMinutes(1));
        assertThat(vital("jobs_failing").state()).isEqualTo(State.GOOD);
        job("waste.remind", 3, Duration.ofMinutes(-6));
        assertThat(vital("jobs_failing").advice()).contains("waste.remind").doesNotContain("audit.seal");
        assertThat(vital("jobs_late")).extracting(Vital::state, Vital::value).containsExactly(State.WRONG, 1.0);
    }

    private void job(String name, int failures, Duration from) {
        db.sql("""
                INSERT INTO platform.scheduled_tasks
                    (task_name, task_instance, execution_time, picked, consecutive_failures, version)
                VALUES (:name, 'recurring', :at, false, :failures, 1)
                """)
                .param("name", name)
                .param("at", clock.instant().plus(from).atOffset(ZoneOffset.UTC))
                .param("failures", failures)
                .update();
    }

    private Vital vital(String name) {
        return vitals.read().stream()
                .filter(vital -> vital.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
