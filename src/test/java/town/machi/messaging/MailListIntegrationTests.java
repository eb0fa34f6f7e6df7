package town.machi.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionOperations;
import town.machi.kernel.Language;
import town.machi.kernel.PersonKey;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;

@MachiTest
@DisplayName("お知らせメール")
class MailListIntegrationTests {

    private static final Pattern LINK = Pattern.compile("/notices/[a-z]+/[A-Za-z0-9_-]+");

    @Autowired
    private MockMvc http;

    @Autowired
    private Broadcasts broadcasts;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private MailListPersonalData personalData;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void clear() {
        for (String table : List.of("outgoing", "mail_list", "bulk_text", "bulk")) {
            db.sql("DELETE FROM messaging." + table).update();
        }
        db.sql("DELETE FROM platform.rate_limit").update();
        clock.set(TestClock.START);
    }

    @Test
    @DisplayName("確認のリンクを開いた人だけに届き、メールのリンクでやめられる")
    void onAndOff() throws Exception {
        ask(UUID.randomUUID(), "hanako@example.jp", "大字湯浦");
        ask(UUID.randomUUID(), "taro@example.jp", "");
        String link = linkIn(bodyTo("hanako@example.jp"));
        assertThat(send(get(link), 200)).contains("お知らせメールに登録しますか");
        UUID early = news("早い", Set.of());
        send(post(link).with(csrf()), 200);
        send(post(link).with(csrf()), 200);
        UUID bulk = news("断水です", Set.of());
        assertThat(broadcasts.findResult(early).orElseThrow().channels()).hasSize(1);
        assertThat(letters(bulk)).containsExactly("hanako@example.jp");
        BulkResult.PerChannel mail =
                broadcasts.findResult(bulk).orElseThrow().channels().getLast();
        assertThat(mail.channel()).isEqualTo(BulkResult.Channel.MAIL);
        assertThat(mail.waiting()).isEqualTo(1);

        String leave = linkIn(db.sql("SELECT body FROM messaging.outgoing WHERE bulk_id = :bulk")
                .param("bulk", bulk)
                .query(String.class)
                .single());
        assertThat(leave).startsWith("/notices/leave/");
        send(get(leave), 200);
        assertThat(letters(news("まだ届く", Set.of()))).hasSize(1);
        send(post(leave).with(csrf()), 200);
        assertThat(letters(news("もう届かない", Set.of()))).isEmpty();
    }

    @Test
    @DisplayName("地区を決めた人には、その地区と町全体の知らせだけが届く")
    void byDistrict() throws Exception {
        for (String who : List.of("大字湯浦", "大字佐敷", "")) {
            String mail = "a" + who.hashCode() + "@example.jp";
            ask(UUID.randomUUID(), mail, who);
            send(post(linkIn(bodyTo(mail))).with(csrf()), 200);
        }
        assertThat(letters(news("湯浦へ", Set.of("大字湯浦")))).hasSize(2);
        assertThat(letters(news("町全体へ", Set.of()))).hasSize(3);
    }

    @Test
    @DisplayName("二度押しても確認のメールは一通。古いリンクは使えない。住所でないものは断る")
    void onceAndInTime() throws Exception {
        UUID request = UUID.randomUUID();
        ask(request, "hanako@example.jp", "");
        ask(request, "hanako@example.jp", "");
        assertThat(db.sql("SELECT count(*) FROM messaging.outgoing")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        clock.advance(Duration.ofHours(25));
        send(get(linkIn(bodyTo("hanako@example.jp"))), 410);
        send(wish(UUID.randomUUID(), "hanako", ""), 422);
    }

    @Test
    @DisplayName("本人の求めに応じて示し、消せる")
    void forgets() throws Exception {
        ask(UUID.randomUUID(), "hanako@example.jp", "大字湯浦");
        PersonKey key = new PersonKey(null, null, null, "HANAKO@example.jp", Set.of());
        assertThat(personalData.export(key).getFirst().values()).containsEntry("地区", "大字湯浦");
        assertThat(personalData.erase(key)).isEqualTo(1);
        assertThat(personalData.find(key)).isEmpty();
    }

    private void ask(UUID request, String mail, String district) throws Exception {
        assertThat(send(wish(request, mail, district), 200)).contains("確認のメールを送りました");
    }

    private static MockHttpServletRequestBuilder wish(UUID request, String mail, String district) {
        return post("/notices")
                .with(csrf())
                .param("onceId", request.toString())
                .param("mail", mail)
                .param("district", district);
    }

    private String send(MockHttpServletRequestBuilder request, int status) throws Exception {
        MockHttpServletResponse response = http.perform(request.header("Accept-Language", "ja"))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(status);
        return response.getContentAsString();
    }

    private UUID news(String text, Set<String> districts) {
        Bulk.Content content = new Bulk.Content(List.of(LineMessage.text(text)), new Bulk.Letter("【芦北町】" + text, text));
        Bulk bulk = new Bulk(
                "alert:" + text,
                UUID.randomUUID(),
                Segment.ofDistricts(districts),
                Map.of(Language.JA, content),
                false);
        return transaction.execute(status -> broadcasts.send(bulk));
    }

    private List<String> letters(UUID bulk) {
        return db.sql("SELECT recipient FROM messaging.outgoing WHERE bulk_id = :bulk")
                .param("bulk", bulk)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private String bodyTo(String mail) {
        return db.sql("SELECT body FROM messaging.outgoing WHERE recipient = :mail AND bulk_id IS NULL")
                .param("mail", mail)
                .query(String.class)
                .single();
    }

    private static String linkIn(String body) {
        Matcher link = LINK.matcher(body);
        assertThat(link.find()).isTrue();
        return link.group();
    }
}
