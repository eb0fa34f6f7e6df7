package town.machi.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;

@MachiTest(properties = {"machi.smtp.host=localhost", "machi.smtp.security=none"})
@DisplayName("断られたメールは、断られ方によって扱いが違う")
class RefusedMailIntegrationTests {

    private static final ScriptedSmtp SERVER = ScriptedSmtp.start();

    @Autowired
    private Outbox outbox;

    @Autowired
    private Dispatcher dispatcher;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void smtp(DynamicPropertyRegistry registry) {
        registry.add("machi.smtp.port", SERVER::port);
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @BeforeEach
    void beginAnew() {
        jdbc.sql("DELETE FROM messaging.outgoing").update();
    }

    @Test
    @DisplayName("宛先がなければ一度であきらめ、混んでいれば後でやり直し、ほかの人の分は届く")
    void onePersonsTroubleIsNotEverybodys() {
        SERVER.answer("nobody@example.jp", "550");
        SERVER.answer("full@example.jp", "451");
        send("nobody@example.jp", "submission:1");
        send("full@example.jp", "submission:2");
        send("hanako@example.jp", "submission:3");
        dispatcher.sendAllDue();
        assertThat(delivery("submission:1")).satisfies(is(Delivery.State.FAILED, "550", 1));
        assertThat(delivery("submission:2")).satisfies(is(Delivery.State.WAITING, "451", 1));
        assertThat(delivery("submission:3")).satisfies(is(Delivery.State.SENT, "250", 1));
        SERVER.answer("full@example.jp", "250");
        clock.advance(Duration.ofSeconds(10));
        dispatcher.sendAllDue();
        assertThat(delivery("submission:2")).satisfies(is(Delivery.State.SENT, "250", 2));
    }

    @Test
    @DisplayName("途中で電話を切られても、次の機会に残りを一度ずつ送る")
    void hangUp() {
        SERVER.answer("moody@example.jp", "hang-up");
        send("moody@example.jp", "submission:4");
        send("after@example.jp", "submission:5");
        dispatcher.sendAllDue();
        assertThat(delivery("submission:4")).satisfies(is(Delivery.State.WAITING, "no-connection", 1));
        assertThat(delivery("submission:5").tries()).isZero();
        SERVER.answer("moody@example.jp", "250");
        clock.advance(Duration.ofMinutes(1));
        dispatcher.sendAllDue();
        assertThat(SERVER.taken()).containsOnlyOnce("moody@example.jp").containsOnlyOnce("after@example.jp");
        assertThat(delivery("submission:5")).satisfies(is(Delivery.State.SENT, "250", 1));
    }

    private static java.util.function.Consumer<Delivery> is(Delivery.State state, String result, int tries) {
        return delivery -> {
            assertThat(delivery.state()).isEqualTo(state);
            assertThat(delivery.result()).isEqualTo(result);
            assertThat(delivery.tries()).isEqualTo(tries);
        };
    }

    private void send(String to, String about) {
        outbox.send(new Mail(to, "件名", "本文", about, null));
    }

    private Delivery delivery(String about) {
        return outbox.listAbout(about).getFirst();
    }
}
