package town.machi.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.kernel.PersonKey;
import town.machi.platform.Jobs;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;

@MachiTest
@DisplayName("届出にある個人の情報")
class PersonalDataIntegrationTests {

    @Autowired
    MockMvc http;

    @Autowired
    SubmissionPersonalData personal;

    @Autowired
    JdbcClient db;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    private static PersonKey katsuko() {
        return new PersonKey(null, "よしのかつこ", "090-1234-5678", null, Set.of());
    }

    @Test
    @DisplayName("名前の読みや電話番号で見つかり、開示でき、消せばどの行にも残らない")
    void foundExportedAndErased() throws Exception {
        Resident resident = FilingIntegrationTests.waterStartToCheck(http);
        resident.submit(resident.path.replace("/check", "/send"));
        FilingIntegrationTests.waterStartToCheck(http);
        assertThat(personal.find(katsuko())).hasSize(2);
        assertThat(personal.export(katsuko()))
                .anySatisfy(extract -> assertThat(extract.values())
                        .hasEntrySatisfying("お名前とフリガナ", said -> assertThat(said).contains("𠮷野"))
                        .allSatisfy((label, said) -> assertThat(label).doesNotContain("user.")));

        personal.erase(katsuko());

        assertThat(personal.find(katsuko())).isEmpty();
        String left = db.sql("""
                        SELECT coalesce(string_agg(t.row, ' '), '') FROM (
                            SELECT d::text AS row FROM submission.draft d UNION ALL
                            SELECT s::text FROM submission.submission s UNION ALL
                            SELECT p::text FROM submission.package p) t
                        """).query(String.class).single();
        assertThat(left).doesNotContain("𠮷野", "katsuko@example.jp", "090-1234-5678");
    }

    @Test
    @DisplayName("箱に打ちかけたままの文字でも見つかり、打ったとおりに開示でき、消せば残らない")
    void halfTyped() throws Exception {
        Resident resident = new Resident(http);
        resident.open("/procedures/letter-to-mayor").submit("/procedures/letter-to-mayor/start");
        resident.answer("about", "道", "letter", "道に穴があります。", "reply", "yes");
        resident.answer("writer.family", "半田", "writer.given", "書子", "writer.familyKana", "ハンダ", "mail", "x");
        PersonKey half = new PersonKey("半田書子", null, null, null, Set.of());

        assertThat(personal.export(half))
                .singleElement()
                .satisfies(extract -> assertThat(extract.values()).anySatisfy((label, said) -> {
                    assertThat(label).endsWith("（書きかけ）").doesNotContain("writer.");
                    assertThat(said).contains("半田", "書子", "ハンダ");
                }));
        assertThat(personal.erase(half)).isEqualTo(1);
        assertThat(personal.find(half)).isEmpty();
    }

    @Test
    @DisplayName("送られなかった書きかけは、日がたてば消える")
    void draftsExpire() throws Exception {
        clock.set(TestClock.START);
        Resident resident = FilingIntegrationTests.waterStartToCheck(http);
        clock.advance(Duration.ofDays(29));
        jobs.runNow("submission.forget-drafts");
        assertThat(resident.open(resident.path).status).isEqualTo(200);
        clock.advance(Duration.ofDays(2));
        assertThat(resident.open(resident.path).status).isEqualTo(404);
        jobs.runNow("submission.forget-drafts");
        assertThat(db.sql("SELECT count(*) FROM submission.draft WHERE sent_at IS NULL")
                        .query(Integer.class)
                        .single())
                .isZero();
        clock.set(TestClock.START);
    }
}
