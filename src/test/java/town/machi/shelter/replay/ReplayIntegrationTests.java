package town.machi.shelter.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.shelter.Disaster;
import town.machi.shelter.Shelters;
import town.machi.shelter.report.Report;
import town.machi.shelter.report.Reports;
import town.machi.support.MachiTest;
import town.machi.support.TestStaff;

@MachiTest(properties = {"machi.replay=true", "machi.replay-pause=0s"})
@DisplayName("2026年7月28日からの夜の再生")
class ReplayIntegrationTests {

    @Autowired
    Replay replay;

    @Autowired
    Reports reports;

    @Autowired
    Shelters shelters;

    @Autowired
    TestStaff staff;

    @Autowired
    MockMvc http;

    @Autowired
    List<RequestMappingHandlerMapping> mappings;

    @BeforeEach
    void play() {
        while (replay.step()) {
            continue;
        }
    }

    @Test
    @DisplayName("どの報告の時刻でも、県に報告された人数と同じになる")
    void theNumbersAreThoseThatWereReported() {
        Disaster quake = shelters.listDisasters().stream()
                .filter(each -> each.id().equals(Replay.DISASTER))
                .findFirst()
                .orElseThrow();
        assertThat(inside(quake, "2026-07-29T07:30")).isEqualTo(71);
        assertThat(inside(quake, "2026-07-29T14:00")).isEqualTo(35);
        assertThat(inside(quake, "2026-07-30T07:30")).isEqualTo(64);
        assertThat(inside(quake, "2026-07-30T14:00")).isEqualTo(39);
        assertThat(inside(quake, "2026-08-01T14:00")).isEqualTo(5);
        assertThat(inside(quake, "2026-08-07T14:00")).isEqualTo(4);
        assertThat(at(quake, "2026-08-05T14:00").openShelters()).isEqualTo(4);
        assertThat(at(quake, "2026-07-30T14:00").openShelters()).isEqualTo(6);
    }

    private int inside(Disaster quake, String at) {
        return at(quake, at).sum().inside();
    }

    private Report at(Disaster quake, String at) {
        return reports.at(quake, OffsetDateTime.parse(at + ":00+09:00").toInstant());
    }

    @Test
    @DisplayName("人が作り物でも、記録は食い違わない")
    void nothingIsLeftToSettle() {
        assertThat(shelters.listLive()).hasSize(4);
        String page = officePage("/office/shelters/reports/" + Replay.DISASTER);
        assertThat(page).contains("いちばん多いときで 71人", "class=\"chart__line\"", "7/29 07:30");
    }

    private String officePage(String path) {
        Actor.Staff chief = staff.add("本部 長子", "general", Role.HANDLER);
        try {
            return http.perform(get(path).with(staff.signedIn(chief)))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("だれでも開けるどの画面にも、避難した人の名前・電話・生年月日がない")
    void noPublicAnswerNamesAnybody() throws Exception {
        Set<String> words = Replay.names();
        assertThat(words).hasSizeGreaterThan(150);
        assertThat(officePage("/office/shelters/openings/"
                        + shelters.listLive().getFirst().id() + "/roster"))
                .containsPattern(String.join("|", words));
        List<String> looked = new ArrayList<>();
        for (String path : publicPaths()) {
            for (String lang : List.of("", "?lang=easy", "?lang=en")) {
                var response = http.perform(get(path + lang).accept(MediaType.ALL))
                        .andReturn()
                        .getResponse();
                String said = response.getContentAsString()
                        + response.getHeaderNames().stream()
                                .map(response::getHeaders)
                                .toList();
                assertThat(words.stream().filter(said::contains)).as(path).isEmpty();
                if (response.getStatus() == 200) {
                    looked.add(path);
                }
            }
        }
        assertThat(looked).contains("/", "/shelters", "/api/v1/shelters", "/api/v1/shelters.csv", "/now");
    }

    /// Every address of the program that takes no part of it from somewhere else, the office's left out.
    private List<String> publicPaths() {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(info -> info.getPatternValues().stream())
                .filter(path -> !path.contains("{") && !path.contains("*") && !path.startsWith("/office"))
                .distinct()
                .sorted()
                .toList();
    }
}
