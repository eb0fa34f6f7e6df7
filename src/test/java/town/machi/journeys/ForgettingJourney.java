package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.demo.DemoAccount;
import town.machi.procedure.Channel;
import town.machi.support.HttpPerson;
import town.machi.support.RunningTown;

@DisplayName("目印の人をあらゆる入口から入れ、保存期間のあとに二人で廃棄すると、どこにもいない")
class ForgettingJourney {

    /// Past five years from the April after next: 水道 is kept that long.
    private static final Duration AHEAD = Duration.ofDays(2300);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// Where the person is before anything is destroyed. A scan that does not see them there proves nothing.
    private static final List<String> PLANTED = List.of(
            "submission.draft",
            "submission.submission",
            "submission.package",
            "submission.status_word",
            "casework.case_file",
            "casework.event",
            "casework.search_word",
            "casework.saved_filter",
            "casework.hold",
            "messaging.outgoing",
            "messaging.mail_list",
            "platform.file",
            "platform.content_piece",
            "platform.content_piece as bytes",
            "platform.content_piece as PDF",
            "water.callback");

    private static final Pattern SHELF = Pattern.compile("href=\"(/office/keeping/[a-z-]+/[a-z]+/20\\d\\d)\"");

    private static final EverywhereScan SCAN = new EverywhereScan(MarkedPerson.MARKS);

    @Test
    @DisplayName("表、ファイル、送信箱、セッション、検索、記録のどこからも見つからない。途中で止められても")
    void isFoundNowhere() throws IOException {
        Path data = Files.createTempDirectory("machi-forgetting");
        RunningTown town = RunningTown.start(data, Map.of());
        try {
            plant(town);
            town.stop();
            town = RunningTown.start(data, Map.of("MACHI_CLOCK_AHEAD", AHEAD.toString()));
            nightsPass(town);
            HttpPerson head = signIn(town, "izumi");
            agree(signIn(town, "mizuno"), head);
            town.kill();
            town = town.startAgain();
            head.ledTo(town.address());
            isDestroyed(town);
            assertThat(SCAN.look(town.look(), town.data())).isEmpty();
            assertThat(searchFinds(head)).isFalse();
            theRecordStays(town, head);
        } finally {
            town.close();
            town.discard();
        }
    }

    /// A small hall: the two who keep the water also answer for the mayor and the roads.
    private static void plant(RunningTown town) {
        for (String section : List.of("general", "construction")) {
            town.look().sql("""
                            INSERT INTO identity.staff_section (staff_id, section)
                            SELECT id, :section FROM identity.staff WHERE mail LIKE 'mizuno@%' OR mail LIKE 'izumi@%'
                            """).param("section", section).update();
        }
        MarkedPerson person = new MarkedPerson(town);
        person.turnsToTheTown();
        assertThat(town.look()
                        .sql("SELECT DISTINCT channel FROM casework.case_file WHERE name LIKE :family")
                        .param("family", "%" + MarkedPerson.FAMILY + "%")
                        .query(String.class)
                        .list())
                .as("through every channel")
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Channel.values()).map(Channel::code).toList());
        Map<String, Set<String>> found = SCAN.look(town.look(), town.data());
        assertThat(found.keySet()).containsAll(PLANTED);
        assertThat(found.values().stream().flatMap(Set::stream)).containsAll(MarkedPerson.MARKS);
        assertThat(found.keySet())
                .as("neither the log nor the audit says a name, also while it is here")
                .noneMatch(place -> place.equals("output.log") || place.startsWith("audit."));
        assertThat(searchFinds(signIn(town, "izumi"))).isTrue();
        person.isDoneWith();
    }

    /// What has a day of its own goes in the night, with nobody's doing.
    private static void nightsPass(RunningTown town) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            Set<String> left = SCAN.look(town.look(), town.data()).keySet();
            assertThat(left)
                    .doesNotContain(
                            "submission.draft",
                            "messaging.outgoing",
                            "messaging.mail_list",
                            "messaging.line_event",
                            "water.callback")
                    .contains("casework.case_file", "submission.submission");
        });
    }

    private static void agree(HttpPerson clerk, HttpPerson head) {
        clerk.open("/office/keeping");
        List<String> shelves = SHELF.matcher(clerk.page())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(shelves).hasSizeGreaterThanOrEqualTo(3);
        for (String shelf : shelves) {
            clerk.open(shelf).submit(shelf, "all", "yes", "reason", "保存期間が満了したため");
            String disposal = clerk.path();
            clerk.submit(disposal + "/approve");
            assertThat(clerk.status()).as("nobody agrees to their own").isEqualTo(422);
            head.open(disposal).submit(disposal + "/approve");
            assertThat(head.status()).isEqualTo(200);
        }
    }

    private static void isDestroyed(RunningTown town) {
        await().atMost(PATIENCE)
                .until(() -> count(town, "SELECT count(*) FROM casework.disposal WHERE state <> 'DONE'") == 0);
        assertThat(count(town, "SELECT count(*) FROM casework.disposal_case WHERE outcome <> 'DESTROYED'"))
                .isZero();
    }

    private static boolean searchFinds(HttpPerson clerk) {
        boolean found = false;
        for (String word : List.of(MarkedPerson.FAMILY, "ヌホヅリ", "09073184402")) {
            clerk.open("/office/cases?view=all&q=" + FilingWalk.encoded(word));
            found |= clerk.page().contains("cases__name");
            clerk.open("/office/keeping?q=" + FilingWalk.encoded(word));
            found |= clerk.page().contains("見つかった案件");
        }
        return found;
    }

    private static void theRecordStays(RunningTown town, HttpPerson head) {
        head.open("/office/keeping/disposals");
        assertThat(head.page()).contains("町長への手紙", "廃棄しました", "例 水野 澄子", "例 泉 健太郎");
        assertThat(count(town, "SELECT count(*) FROM audit.entry WHERE what = 'disposal:DESTROYED'"))
                .isEqualTo(count(town, "SELECT count(*) FROM casework.disposal_case"));
    }

    private static HttpPerson signIn(RunningTown town, String who) {
        return new HttpPerson(town.address())
                .signIn(DemoAccount.named(who), Instant.now().plus(town.ahead()));
    }

    private static long count(RunningTown town, String sql) {
        return town.look().sql(sql).query(Long.class).single();
    }
}
