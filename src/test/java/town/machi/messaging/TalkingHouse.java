package town.machi.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.demo.line.LinePhone;
import town.machi.messaging.line.LineLanes;
import town.machi.platform.Files;
import town.machi.support.TestClock;

/// A house with the LINE stand-in beside it, and one telephone for each test.
abstract class TalkingHouse {

    static final LineTown LINE = new LineTown();
    private static int people = 7_000;

    @Autowired
    MockMvc http;

    @Autowired
    LineLanes lanes;

    @Autowired
    Friends friends;

    @Autowired
    Files files;

    @Autowired
    EchoTopic echo;

    @Autowired
    Listener listener;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    String user = "";

    @DynamicPropertySource
    static void line(DynamicPropertyRegistry registry) {
        LINE.register(registry);
    }

    @BeforeEach
    void newFriend() {
        LINE.connect(http);
        LINE.forget();
        clock.set(TestClock.START);
        LINE.clock().set(TestClock.START);
        user = LineTown.user(people++);
        LINE.platform().phones().add(user, "例子");
        echo.heard.clear();
        listener.answered.clear();
    }

    final int deliver(byte[] body, String signature) {
        return LineTown.deliver(http, body, signature);
    }

    final void work() {
        lanes.fetchAllDue();
        lanes.hearAllDue();
        lanes.pushAllDue();
    }

    @AfterEach
    void asLineRequires() {
        assertThat(LINE.faults()).isEmpty();
    }

    final void type(String text) {
        LINE.platform().phones().type(user, text);
        work();
    }

    final void tap(String data) {
        LINE.platform().phones().tap(user, data, "");
        work();
    }

    final LinePhone phone() {
        return LINE.platform().phones().get(user);
    }

    final Optional<Friend> friend() {
        return jdbc.sql("SELECT id FROM messaging.friend WHERE line_user_id = :user")
                .param("user", user)
                .query((row, _) -> FriendId.of(row.getString("id")))
                .optional()
                .flatMap(friends::find);
    }

    static String text(String id, String user, String text) {
        String source = "{\"type\":\"user\",\"userId\":\"" + user + "\"}";
        return event(
                id + user,
                "message",
                source,
                ",\"message\":{\"type\":\"text\",\"id\":\"1\",\"text\":\"" + text + "\"}");
    }

    static String event(String id, String type, String source, String more) {
        return "{\"type\":\"" + type + "\",\"mode\":\"active\",\"timestamp\":"
                + TestClock.START.toInstant().toEpochMilli() + ",\"source\":" + source
                + ",\"webhookEventId\":\"" + id + "\",\"deliveryContext\":{\"isRedelivery\":false}" + more + "}";
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Echo {

        @Bean
        EchoTopic echoTopic() {
            return new EchoTopic();
        }

        @Bean
        Listener listener() {
            return new Listener();
        }
    }

    static class Listener {

        final List<FriendAnswered> answered = new ArrayList<>();

        @EventListener
        void on(FriendAnswered event) {
            answered.add(event);
        }
    }
}
