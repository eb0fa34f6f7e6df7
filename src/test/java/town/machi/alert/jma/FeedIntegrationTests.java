package town.machi.alert.jma;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.alert.jdbc.TelegramRows;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;

@MachiTest
@DisplayName("気象庁のフィード")
class FeedIntegrationTests {

    @Autowired
    TelegramDesk desk;

    @Autowired
    TelegramRows rows;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    FeedStandIn feed = new FeedStandIn(Path.of("towns/ashikita/demo/jma"), new TestClock());

    @BeforeEach
    void start() {
        feed = new FeedStandIn(Path.of("towns/ashikita/demo/jma"), clock);
        feed.start();
    }

    @AfterEach
    void stop() {
        feed.stop();
    }

    @Test
    @DisplayName("新しい電文を一度だけ取り、変わらなければ 304 で済ませ、こわれた電文も次を止めない")
    void takesWhatIsNew() {
        FeedWatch watch = watch();
        watch.look();
        feed.publish("VPWW55_8_broken.xml");
        feed.publish("VPWW55_3_level5.xml");
        watch.look();
        assertThat(outcomes()).containsExactly("UNREADABLE", "DRAFTED");
        watch.look();
        assertThat(outcomes()).hasSize(2);
        assertThat(watch.health().silent()).isEmpty();
        assertThat(watch.health().unreadable()).isEqualTo(1);
        assertThat(rows.listFeeds())
                .anyMatch(each ->
                        each.url().startsWith(feed.base()) && !each.etag().isEmpty());
    }

    @Test
    @DisplayName("よその県の電文と、扱わない種類は、取りにも行かない")
    void fetchesOnlyWhatMayBeOurs() {
        assertThat(desk.mayBeOurs("20270704011000_0_VPWW55_430000.xml")).isTrue();
        assertThat(desk.mayBeOurs("20270704011000_0_VPWW55_130000.xml")).isFalse();
        assertThat(desk.mayBeOurs("20270704011000_0_VXSE51_010000.xml")).isTrue();
        assertThat(desk.mayBeOurs("20270704011000_0_VXKO50_010000.xml")).isTrue();
        assertThat(desk.mayBeOurs("20270704011000_0_VFVO50_010000.xml")).isFalse();
    }

    @Test
    @DisplayName("フィードが黙ったら、五分後に知らせ、また答えれば元に戻る")
    void silent() {
        FeedWatch watch = watch();
        watch.look();
        assertThat(watch.health().silent()).isEmpty();
        String base = feed.base();
        feed.stop();
        clock.advance(Duration.ofMinutes(5));
        FeedWatch dead = new FeedWatch(properties(), () -> List.of(URI.create(base + "extra.xml")), desk, rows, clock);
        dead.look();
        assertThat(dead.health().silent()).containsExactly(base + "extra.xml");
        assertThat(dead.health().feeds().getFirst().fault()).isEqualTo("ConnectException");
    }

    @Test
    @DisplayName("よその住所の電文は取りに行かない")
    void staysAtHome() throws Exception {
        String atom =
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><link href=\"http://192.0.2.1/x.xml\"/></entry>"
                        + "<entry><link href=\"b_VPWW55_1.xml\"/></entry></feed>";
        assertThat(FeedReader.links(URI.create("http://127.0.0.1:9/extra.xml"), atom.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(URI.create("http://127.0.0.1:9/b_VPWW55_1.xml"));
    }

    private FeedWatch watch() {
        return new FeedWatch(properties(), () -> List.of(URI.create(feed.base() + "extra.xml")), desk, rows, clock);
    }

    private static FeedProperties properties() {
        return new FeedProperties("", List.of("extra.xml"), Duration.ofSeconds(10), Duration.ofMinutes(5));
    }

    private List<String> outcomes() {
        return db.sql("SELECT outcome FROM alert.telegram WHERE source LIKE :base ORDER BY received_at, id")
                .param("base", feed.base() + "%")
                .query((row, n) -> row.getString(1))
                .list();
    }
}
