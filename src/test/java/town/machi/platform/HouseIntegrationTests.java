package town.machi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;

@MachiTest
@DisplayName("家全体が立ち上がる")
class HouseIntegrationTests {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Autowired
    private Ids ids;

    @Autowired
    private MockMvc http;

    @Test
    @DisplayName("プログラムは作業用の役割で働き、表を作れない")
    void worksAsTheAppRole() {
        assertThat(jdbc.sql("SELECT current_user").query(String.class).single()).isEqualTo("machi_app");
        assertThat(jdbc.sql("SELECT has_schema_privilege('platform', 'CREATE')")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        assertThat(clock.instant()).isEqualTo(TestClock.START.toInstant());
    }

    @Test
    @DisplayName("番号は時の順に並ぶ UUIDv7 である")
    void idsAreVersionSeven() {
        var first = ids.next();
        var second = ids.next();
        assertThat(first.version()).isEqualTo(7);
        assertThat(first.toString()).isLessThan(second.toString());
    }

    @Test
    @DisplayName("健康は /health だけで、事細かには答えない")
    void healthTellsNoDetails() throws Exception {
        http.perform(get("/health"))
                .andExpect(status().isOk())
                .andExpect(content().json("{\"status\":\"UP\"}"));
        http.perform(get("/health/readiness")).andExpect(status().isOk());
    }
}
