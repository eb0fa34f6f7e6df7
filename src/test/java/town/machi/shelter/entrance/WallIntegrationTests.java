package town.machi.shelter.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.platform.Ids;
import town.machi.platform.Jobs;
import town.machi.shelter.ShelterId;
import town.machi.shelter.Shelters;
import town.machi.shelter.paper.ShelterPapers;
import town.machi.support.MachiModuleTest;
import town.machi.support.TestClock;

@MachiModuleTest
@DisplayName("壁のQRと紙")
class WallIntegrationTests {

    @Autowired
    WallVisits visits;

    @Autowired
    Shelters shelters;

    @Autowired
    ShelterPapers papers;

    @Autowired
    Ids ids;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    private List<WallVisit.Person> somebody() {
        return List.of(new WallVisit.Person(ids.next(), "", "ホケン ハナ", "1972", "F"));
    }

    @Test
    @DisplayName("壁のQRを読んだだけでは、だれも数えない。番号は一時間で消える")
    void scanningTheWallCountsNobody() {
        ShelterId shelter = shelters.list().getFirst().id();
        UUID request = ids.next();
        WallVisit visit = visits.begin(request, shelter, somebody()).orElseThrow();
        assertThat(visits.begin(request, shelter, somebody()))
                .as("the same again")
                .contains(visit);
        WallVisit next = visits.begin(ids.next(), shelter, somebody()).orElseThrow();
        assertThat(next.number()).isNotEqualTo(visit.number());
        assertThat(visits.waiting(shelter.value())).containsExactly(visit, next);
        assertThat(db.sql("SELECT count(*) FROM shelter.event")
                        .query(Integer.class)
                        .single())
                .isZero();

        clock.advance(Duration.ofMinutes(61));
        assertThat(visits.waiting(shelter.value())).isEmpty();
        jobs.runNow("shelter.forget-wall");
        assertThat(db.sql("SELECT count(*) FROM shelter.wall_visit")
                        .query(Integer.class)
                        .single())
                .as("nothing of them is left")
                .isZero();
    }

    @Test
    @DisplayName("受付票・名簿・壁の案内はPDFになる")
    void papersArePdf() {
        assertThat(papers.entryForm()).hasValueSatisfying(WallIntegrationTests::isPdf);
        assertThat(papers.roster()).hasValueSatisfying(WallIntegrationTests::isPdf);
        assertThat(papers.poster("きずなの里", "https://town.example/here/1"))
                .hasValueSatisfying(WallIntegrationTests::isPdf);
    }

    private static void isPdf(byte[] bytes) {
        assertThat(new String(bytes, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
    }
}
