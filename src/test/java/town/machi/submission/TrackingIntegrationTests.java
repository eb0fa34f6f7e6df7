package town.machi.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.kernel.Actor;
import town.machi.kernel.ReceiptNumber;
import town.machi.procedure.Words;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;

@MachiTest
@RecordApplicationEvents
@DisplayName("届け出たあと、番号と暗証番号で")
class TrackingIntegrationTests {

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient db;

    @Autowired
    Submissions submissions;

    @Autowired
    TestClock clock;

    @Autowired
    ApplicationEvents events;

    private Resident resident;
    private UUID id;
    private String number;
    private String passcode;

    @BeforeEach
    void file() throws Exception {
        clock.set(TestClock.START);
        db.sql("DELETE FROM platform.rate_limit").update();
        resident = FilingIntegrationTests.waterStartToCheck(http);
        resident.submit(resident.path.replace("/check", "/send"));
        id = UUID.fromString(resident.path.split("/")[2]);
        number = resident.number();
        passcode = resident.passcode();
    }

    private Resident knock(String number, String passcode) throws Exception {
        return new Resident(http).open("/track").submit("/track", "number", number, "passcode", passcode);
    }

    private void sendBack(String message, String... fields) {
        int next = submissions.find(id).orElseThrow().standing().words().size() + 10;
        submissions.statusChanged(new StatusWord(
                id,
                next,
                clock.instant(),
                "correcting",
                Words.ofJapanese("直していただきたいところがあります"),
                Set.of(fields),
                message,
                false,
                false));
    }

    @Test
    @DisplayName("済んだことは、役場の仕事が続いていても取り下げられない")
    void doneIsNotTakenBack() throws Exception {
        submissions.statusChanged(new StatusWord(
                id, 90, clock.instant(), "settling", Words.ofJapanese("計算しています"), Set.of(), null, true, false));
        Resident reader = knock(number, passcode);
        assertThat(reader.page()).contains("計算しています").doesNotContain("この届出を取り下げる");
        assertThat(submissions.withdraw(id, UUID.randomUUID(), new Actor.Resident(id.toString())))
                .isPresent();
    }

    @Test
    @DisplayName("番号は小文字でも全角でも読む。見る人はほかの届出を見られない")
    void opensWithNumberAndPasscode() throws Exception {
        Resident reader = knock(number.toLowerCase(java.util.Locale.ROOT).replace("-", "　"), passcode);
        assertThat(reader.path).isEqualTo("/my/" + id);
        assertThat(reader.page()).contains("𠮷野　葛󠄀子", number);
        assertThat(reader.open("/my/" + UUID.randomUUID()).status).isEqualTo(403);
        clock.advance(Duration.ofMinutes(31));
        assertThat(reader.open("/my/" + id).status).isEqualTo(403);
    }

    @Test
    @DisplayName("見るたびに証跡に残る")
    void everyLookIsRecorded() throws Exception {
        int before = looks();
        knock(number, passcode);
        assertThat(looks()).isEqualTo(before + 1);
    }

    private int looks() {
        return db.sql("SELECT count(*) FROM audit.entry WHERE action = 'READ' AND subject = :subject")
                .param("subject", "submission:" + id)
                .query(Integer.class)
                .single();
    }

    @Test
    @DisplayName("5回間違えると、正しい番号でもしばらく開かない")
    void fiveWrongPasscodesLock() throws Exception {
        String wrong = passcode.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 4; i++) {
            assertThat(knock(number, wrong).page()).contains("受付番号か暗証番号が違います");
        }
        assertThat(knock(number, wrong).page()).contains("しばらく開けません");
        assertThat(knock(number, passcode).page()).contains("しばらく開けません");
        clock.advance(Duration.ofMinutes(31));
        assertThat(knock(number, passcode).path).isEqualTo("/my/" + id);
    }

    @Test
    @DisplayName("だれのものでもない番号も、同じように答え、同じように閉じる")
    void unknownNumbersBehaveTheSame() throws Exception {
        String nobody = ReceiptNumber.generate(new java.util.Random(7)).format();
        for (int i = 0; i < 4; i++) {
            assertThat(knock(nobody, "123456").page()).contains("受付番号か暗証番号が違います");
        }
        assertThat(knock(nobody, "123456").page()).contains("しばらく開けません");
    }

    @Test
    @DisplayName("差し戻された欄だけを直し、一つの包みで送る")
    void correctsOnlyWhatIsOpen() throws Exception {
        sendBack("開始日をもう一度確かめてください。", "startsOn");
        resident.open("/my/" + id);
        assertThat(resident.page()).contains("開始日をもう一度確かめてください。", "使用開始日");

        resident.submit("/my/" + id + "/correct");
        assertThat(resident.path).endsWith("/when");
        assertThat(resident.page()).contains("startsOn-year").doesNotContain("name=\"presence\"");
        resident.answer("startsOn-year", "2026", "startsOn-month", "12", "startsOn-day", "3");
        assertThat(resident.path).endsWith("/check");
        resident.submit(resident.path.replace("/check", "/send"));

        Filed.Correction correction =
                events.stream(Filed.Correction.class).findFirst().orElseThrow();
        assertThat(correction.sequence()).isEqualTo(2);
        assertThat(correction.answers().byPath()).containsOnlyKeys("startsOn");
        SubmissionFile file = submissions.find(id).orElseThrow();
        assertThat(file.content().sent().text("startsOn")).isEqualTo("2026-12-01");
        assertThat(file.content().current().text("startsOn")).isEqualTo("2026-12-03");
        assertThat(file.content().current().text("presence")).isEqualTo("none");
    }

    @Test
    @DisplayName("開いていない欄を勝手に送っても、直らない")
    void closedFieldsStayClosed() throws Exception {
        sendBack("", "startsOn");
        resident.open("/my/" + id).submit("/my/" + id + "/correct");
        resident.answer("startsOn-year", "2026", "startsOn-month", "12", "startsOn-day", "3", "presence", "present");
        assertThat(resident.page()).contains("「presence」という欄は、この手続きにはありません");
        assertThat(submissions.find(id).orElseThrow().content().current().text("presence"))
                .isEqualTo("none");
    }

    @Test
    @DisplayName("取り下げは確かめてから一度だけ")
    void withdrawsOnce() throws Exception {
        resident.open("/my/" + id + "/withdraw");
        assertThat(resident.page()).contains("取り下げますか");
        Resident twin = resident.twin();
        resident.submit("/my/" + id + "/withdraw");
        twin.submit("/my/" + id + "/withdraw");
        assertThat(resident.page()).contains("取り下げました");
        assertThat(events.stream(Filed.Withdrawal.class).count()).isEqualTo(1);
    }

    @Test
    @DisplayName("書きかけは、続きの番号で別の端末に移り、前の端末では開かなくなる")
    void draftsGoOnElsewhere() throws Exception {
        Resident phone = new Resident(http);
        phone.open("/procedures/water-start").submit("/procedures/water-start/start");
        phone.answer("place.area", "大字佐敷", "place.number", "424番地");
        String draft = phone.path;
        phone.open(draft.replace("/when", "/resume"));
        Resident desk = knock(phone.number(), phone.passcode());
        assertThat(desk.path).isEqualTo(draft);
        assertThat(desk.open(draft.replace("/when", "/where")).page()).contains("424番地");
        assertThat(phone.open(draft).status).isEqualTo(404);
    }

    @Test
    @DisplayName("メールのリンクは一度だけ使え、開いただけでは使い切らない")
    void mailedLinksWorkOnce() throws Exception {
        Resident phone = new Resident(http);
        phone.open("/procedures/water-start").submit("/procedures/water-start/start");
        String draft = phone.path.replace("/where", "");
        phone.open(draft + "/resume").submit(draft + "/resume", "to", "katsuko@example.jp");
        String body = db.sql("SELECT body FROM messaging.outgoing WHERE about = :about")
                .param("about", "submission:" + draft.split("/")[2])
                .query(String.class)
                .single();
        String link = body.replaceAll("(?s).*(/resume/[A-Za-z0-9_-]+).*", "$1");
        Resident desk = new Resident(http).open(link).open(link).submit(link);
        assertThat(desk.path).startsWith(draft);
        assertThat(new Resident(http).open(link).submit(link).status).isEqualTo(404);
    }
}
