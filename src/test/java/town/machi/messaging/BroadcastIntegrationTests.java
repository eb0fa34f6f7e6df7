package town.machi.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionOperations;
import town.machi.demo.line.Endpoint;
import town.machi.demo.line.LineFaults.Fault;
import town.machi.demo.line.LinePhone;
import town.machi.demo.line.LinePlatform;
import town.machi.kernel.Language;
import town.machi.messaging.line.LineLanes;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;

@MachiTest
@DisplayName("一つの知らせを、大勢の LINE へ")
class BroadcastIntegrationTests {

    private static final LineTown LINE = new LineTown();
    private static final String YUNOURA = "大字湯浦";
    private static final String SASHIKI = "大字佐敷";

    @Autowired
    private Broadcasts broadcasts;

    @Autowired
    private LineLanes lanes;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @DynamicPropertySource
    static void line(DynamicPropertyRegistry registry) {
        LINE.register(registry);
    }

    @BeforeEach
    void clear() {
        for (String table : List.of("bulk_recipient", "bulk_call", "bulk_text", "bulk", "friend")) {
            jdbc.sql("DELETE FROM messaging." + table).update();
        }
        clock.set(TestClock.START);
        LINE.forget();
    }

    @AfterEach
    void asLineRequires() {
        assertThat(LINE.faults()).isEmpty();
    }

    @Test
    @DisplayName("友だち1,203人。はじめ返事がなく、次は500、その次は受け付けられる：三つの送信、同じ鍵、一人に一通")
    void eachFriendExactlyOneMessage() {
        List<String> users = LINE.settle(jdbc, 1_203, YUNOURA, "ja");
        Fault silent = new Fault.Silent(Duration.ofMillis(800));
        Fault broken = new Fault.Broken(500);
        LINE.platform().faults().next(Endpoint.MULTICAST, silent, silent, silent, broken, broken, broken);
        UUID bulk = send("alert:1", "大雨です", Segment.everyone());
        for (int round = 0; round < 3; round++) {
            lanes.callAllDue();
            clock.advance(Duration.ofSeconds(10));
        }
        List<LinePlatform.Seen> calls = LINE.calls(Endpoint.MULTICAST);
        assertThat(calls).hasSize(9);
        assertThat(LineTown.keys(calls)).hasSize(3);
        for (int round = 0; round < 3; round++) {
            List<LinePlatform.Seen> three = calls.subList(round * 3, round * 3 + 3);
            assertThat(LineTown.keys(three)).isEqualTo(LineTown.keys(calls));
            assertThat(three.stream().map(call -> LineTown.body(call).path("to").size()))
                    .containsExactlyInAnyOrder(500, 500, 203);
        }
        assertThat(users).allSatisfy(user -> assertThat(phone(user).received()).isEqualTo(1));
        assertThat(result(bulk)).satisfies(line -> {
            assertThat(line.accepted()).isEqualTo(1_203);
            assertThat(line.calls()).isEqualTo(3);
            assertThat(line.isDone()).isTrue();
        });
    }

    @Test
    @DisplayName("受け付けたあとで返事が失われても、同じ鍵の繰り返しは409。一人に一通")
    void lostAnswer() {
        List<String> users = LINE.settle(jdbc, 20, YUNOURA, "ja");
        LINE.platform().faults().next(Endpoint.MULTICAST, new Fault.Late(Duration.ofMillis(900)));
        UUID bulk = send("alert:2", "断水です", Segment.everyone());
        lanes.callAllDue();
        assertThat(result(bulk).waiting()).isEqualTo(20);
        clock.advance(Duration.ofSeconds(10));
        lanes.callAllDue();
        assertThat(LINE.calls(Endpoint.MULTICAST))
                .extracting(LinePlatform.Seen::status)
                .contains(409);
        assertThat(users).allSatisfy(user -> assertThat(phone(user).received()).isEqualTo(1));
        assertThat(result(bulk).accepted()).isEqualTo(20);
    }

    @Test
    @DisplayName("地区と言葉で分かれる。地区を答えていない人には、どの地区の知らせも届く")
    void byDistrictAndLanguage() {
        List<String> yunoura = LINE.settle(jdbc, 3, YUNOURA, "ja");
        List<String> english = LINE.settle(jdbc, 2, YUNOURA, "en");
        List<String> sashiki = LINE.settle(jdbc, 4, SASHIKI, "ja");
        List<String> unsaid = LINE.settle(jdbc, 1, "", "easy");
        Map<Language, Bulk.Content> texts =
                Map.of(Language.JA, content("湯浦のお知らせ"), Language.EN, content("News for Yunoura"));
        UUID bulk = transaction.execute(status -> broadcasts.send(
                new Bulk("alert:3", UUID.randomUUID(), Segment.ofDistricts(Set.of(YUNOURA)), texts, true)));
        lanes.callAllDue();
        assertThat(yunoura).allSatisfy(user -> assertThat(last(user)).isEqualTo("湯浦のお知らせ"));
        assertThat(english).allSatisfy(user -> assertThat(last(user)).isEqualTo("News for Yunoura"));
        assertThat(unsaid).allSatisfy(user -> assertThat(last(user)).isEqualTo("湯浦のお知らせ"));
        assertThat(sashiki)
                .allSatisfy(user -> assertThat(phone(user).received()).isZero());
        assertThat(phone(yunoura.getFirst()).bubbles().getLast().silent()).isTrue();
        assertThat(result(bulk).accepted()).isEqualTo(6);
    }

    @Test
    @DisplayName("429は、言われただけ待ってから同じ鍵で続ける")
    void tooMany() {
        LINE.settle(jdbc, 5, YUNOURA, "ja");
        LINE.platform().faults().next(Endpoint.MULTICAST, new Fault.TooMany(Duration.ofSeconds(30)));
        UUID bulk = send("alert:4", "お知らせ", Segment.everyone());
        lanes.callAllDue();
        clock.advance(Duration.ofSeconds(29));
        lanes.callAllDue();
        assertThat(LINE.calls(Endpoint.MULTICAST)).hasSize(1);
        assertThat(result(bulk).lastAnswer()).contains("429");
        clock.advance(Duration.ofSeconds(2));
        lanes.callAllDue();
        assertThat(LINE.calls(Endpoint.MULTICAST)).hasSize(2);
        assertThat(LineTown.keys(LINE.calls(Endpoint.MULTICAST))).hasSize(1);
        assertThat(result(bulk).isDone()).isTrue();
    }

    @Test
    @DisplayName("取り消された知らせは出ず、同じ知らせは二度受け付けない")
    void inTheCallersTransaction() {
        LINE.settle(jdbc, 2, YUNOURA, "ja");
        Bulk bulk =
                new Bulk("alert:5", UUID.randomUUID(), Segment.everyone(), Map.of(Language.JA, content("一度だけ")), false);
        transaction.executeWithoutResult(status -> {
            broadcasts.send(bulk);
            status.setRollbackOnly();
        });
        lanes.callAllDue();
        assertThat(LINE.calls(Endpoint.MULTICAST)).isEmpty();
        UUID first = transaction.execute(status -> broadcasts.send(bulk));
        UUID second = transaction.execute(status -> broadcasts.send(bulk));
        assertThat(second).isEqualTo(first);
        lanes.callAllDue();
        lanes.callAllDue();
        assertThat(LINE.calls(Endpoint.MULTICAST)).hasSize(1);
    }

    @Test
    @DisplayName("断られた分は「届かず」に数え、一度の操作で残りだけをもう一度送る")
    void retryOfThoseLeft() {
        List<String> users = LINE.settle(jdbc, 501, YUNOURA, "ja");
        LINE.platform().faults().next(Endpoint.MULTICAST, new Fault.Broken(400));
        UUID bulk = send("alert:6", "お知らせ", Segment.everyone());
        lanes.callAllDue();
        int failed = result(bulk).failed();
        assertThat(failed).isIn(1, 500);
        assertThat(transaction.<Integer>execute(status -> broadcasts.retry(bulk)))
                .isEqualTo(failed);
        lanes.callAllDue();
        assertThat(result(bulk).accepted()).isEqualTo(501);
        assertThat(users).allSatisfy(user -> assertThat(phone(user).received()).isEqualTo(1));
    }

    @Test
    @DisplayName("送る前に去った人は「去った人」に数え、あとの人には届く")
    void goneMeanwhile() {
        List<String> users = LINE.settle(jdbc, 3, YUNOURA, "ja");
        UUID bulk = send("alert:7", "お知らせ", Segment.everyone());
        jdbc.sql("DELETE FROM messaging.friend WHERE line_user_id = :user")
                .param("user", users.getFirst())
                .update();
        lanes.callAllDue();
        assertThat(result(bulk).blocked()).isEqualTo(1);
        assertThat(result(bulk).accepted()).isEqualTo(2);
    }

    private UUID send(String about, String text, Segment segment) {
        return transaction.execute(status -> broadcasts.send(
                new Bulk(about, UUID.randomUUID(), segment, Map.of(Language.JA, content(text)), false)));
    }

    private static Bulk.Content content(String text) {
        return new Bulk.Content(List.of(LineMessage.text(text)), null);
    }

    private BulkResult.PerChannel result(UUID bulk) {
        return broadcasts.findResult(bulk).orElseThrow().channels().getFirst();
    }

    private static LinePhone phone(String user) {
        return LINE.platform().phones().get(user);
    }

    private static String last(String user) {
        return phone(user).lastText();
    }
}
