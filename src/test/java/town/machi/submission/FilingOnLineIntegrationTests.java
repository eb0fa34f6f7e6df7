package town.machi.submission;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.kernel.Language;
import town.machi.messaging.Conversation;
import town.machi.messaging.Friend;
import town.machi.messaging.FriendId;
import town.machi.messaging.FriendLinks;
import town.machi.messaging.Heard;
import town.machi.messaging.LineMessage;
import town.machi.messaging.Postback;
import town.machi.messaging.QuickReply;
import town.machi.messaging.Spoken;
import town.machi.messaging.Topic;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;

@MachiTest
@DisplayName("LINEのトークから届け出る")
class FilingOnLineIntegrationTests {

    @Autowired
    private MockMvc http;

    @Autowired
    private List<Topic> topics;

    @Autowired
    private FriendLinks links;

    @Autowired
    private JdbcClient db;

    @Test
    @DisplayName("トークのリンクから来た人は、届け出たあとLINEを選べる。名前は出ず、番号と状況だけが出る")
    void choosesLine() throws Exception {
        Friend friend = newFriend();
        Resident resident = FilingIntegrationTests.waterStartToCheck(http);
        resident.submit(resident.path.replace("/check", "/send"));
        String done = resident.path;
        assertThat(resident.page()).doesNotContain("お知らせをLINEで受け取る");

        URI link = linkIn(answer(friend, "open"));
        resident.open(link.getPath()).submit(link.getPath());
        assertThat(resident.open(done).page()).contains("お知らせをLINEで受け取る");
        resident.submit(done + "/line");
        assertThat(resident.page()).contains("LINEでもお知らせします");
        resident.submit(done + "/line");

        String id = done.split("/")[2];
        assertThat(links.findTied("submission:" + id)).contains(friend.id());
        String sent = db.sql("SELECT messages FROM messaging.push WHERE about = :about")
                .param("about", "submission:" + id)
                .query(String.class)
                .single();
        assertThat(sent).contains(resident.number()).doesNotContain("𠮷野").doesNotContain(resident.passcode());
        String status =
                answer(friend, "status").messages().getFirst() instanceof LineMessage.Text text ? text.text() : "";
        assertThat(status).contains(resident.number()).contains("水道");
    }

    @Test
    @DisplayName("リンクを通らずに来た人が押しても、結び付かない")
    void strangers() throws Exception {
        Resident resident = FilingIntegrationTests.waterStartToCheck(http);
        resident.submit(resident.path.replace("/check", "/send"));
        String done = resident.path;
        resident.submit(done + "/line");
        assertThat(links.findTied("submission:" + done.split("/")[2])).isEmpty();
    }

    @Test
    @DisplayName("トークのリンクから始めた届出は、LINEからの届出として、書きかけから案件まで伝わる")
    void filesByLine() throws Exception {
        URI link = linkIn(answer(newFriend(), "open"));
        Resident resident = new Resident(http);
        resident.open(link.getPath()).submit(link.getPath());
        FilingIntegrationTests.waterStartToCheck(resident);
        resident.submit(resident.path.replace("/check", "/send"));
        assertThat(channels(resident)).containsExactly("line", "line", "line");
    }

    @Test
    @DisplayName("リンクを通らずに、LINEからだと言っても、インターネットからの届出になる")
    void nobodyClaimsLine() throws Exception {
        Resident resident = new Resident(http);
        resident.take(new Cookie(FriendLinks.COOKIE, "A".repeat(43)));
        FilingIntegrationTests.waterStartToCheck(resident, "channel", "line");
        resident.submit(resident.path.replace("/check", "/send"), "channel", "line");
        assertThat(channels(resident)).containsExactly("web", "web", "web");
    }

    /// Of the draft, the submission and the case.
    private List<@Nullable String> channels(Resident resident) {
        return db.sql("""
                        SELECT channel FROM submission.draft WHERE id = :id
                        UNION ALL SELECT channel FROM submission.submission WHERE id = :id
                        UNION ALL SELECT channel FROM casework.case_file WHERE submission = :id
                        """)
                .param("id", UUID.fromString(resident.path.split("/")[2]))
                .query(String.class)
                .list();
    }

    private Spoken answer(Friend friend, String action) {
        Topic filing = topics.stream()
                .filter(topic -> topic.name().equals("filing"))
                .findFirst()
                .orElseThrow();
        Heard tapped = new Heard.Tapped(new Postback("filing", action, ""));
        return filing.answer(new Conversation(friend, "", UUID.randomUUID(), TestClock.START.toInstant(), tapped));
    }

    private static URI linkIn(Spoken spoken) {
        LineMessage.Buttons buttons = (LineMessage.Buttons) spoken.messages().getFirst();
        return ((QuickReply.Open) buttons.buttons().getFirst()).page();
    }

    private Friend newFriend() {
        Friend friend =
                new Friend(new FriendId(UUID.randomUUID()), Optional.empty(), Language.JA, TestClock.START.toInstant());
        db.sql("""
                INSERT INTO messaging.friend (id, line_user_id, language, since)
                VALUES (:id, :user, 'ja', '2026-11-01T09:00:00+09:00')
                """)
                .param("id", friend.id().value())
                .param("user", "U" + friend.id())
                .update();
        return friend;
    }
}
