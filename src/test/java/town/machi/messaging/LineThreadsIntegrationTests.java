package town.machi.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import town.machi.demo.line.Endpoint;
import town.machi.demo.line.LineFaults.Fault;
import town.machi.demo.line.LinePhone;
import town.machi.messaging.line.LineLanes;
import town.machi.messaging.line.WebhookInbox;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;

/// Two residents and three members of staff talk at random; LINE tells everything up to three times, in any order, and
/// loses answers. What each telephone shows and what each talk holds is compared with what was said.
@MachiTest
@Import(LineThreadsIntegrationTests.Notes.class)
@DisplayName("二人の住民と三人の職員の話は、どんな順で届いても混ざらない")
class LineThreadsIntegrationTests {

    private static final LineTown LINE = new LineTown();
    private static final int TURNS = 40;
    private static final int STAFF = 3;

    @Autowired
    private WebhookInbox inbox;

    @Autowired
    private LineLanes lanes;

    @Autowired
    private Outbox outbox;

    @Autowired
    private NoteTopic notes;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @DynamicPropertySource
    static void line(DynamicPropertyRegistry registry) {
        LINE.register(registry);
    }

    @ParameterizedTest(name = "乱数の種 {0}")
    @DisplayName("誰のトークにも、その人と交わした言葉だけが、一度ずつある")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
    void neverMix(long seed) {
        Random random = new Random(seed);
        LINE.forget();
        notes.heard.clear();
        List<String> users = LINE.settle(jdbc, 2, "大字湯浦", "ja");
        Map<String, FriendId> ids = new HashMap<>();
        users.forEach(user -> ids.put(user, idOf(user)));
        Map<String, Set<String>> said = new HashMap<>();
        Map<String, Set<String>> answered = new HashMap<>();
        List<byte[]> deliveries = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            String user = users.get(random.nextInt(users.size()));
            if (random.nextBoolean()) {
                String words = "住民の言葉 " + seed + "-" + turn;
                said.computeIfAbsent(user, _ -> new HashSet<>()).add(words);
                deliveries.add(delivery(user, words, seed + "-" + turn));
            } else {
                String words = "職員" + random.nextInt(STAFF) + "の返事 " + seed + "-" + turn;
                answered.computeIfAbsent(user, _ -> new HashSet<>()).add(words);
                UUID key = UUID.nameUUIDFromBytes(LineTown.bytes(words));
                FriendId friend = Objects.requireNonNull(ids.get(user));
                Push push = new Push(friend, LineMessage.text(words), "thread:" + friend, key);
                outbox.push(push);
                outbox.push(push);
            }
        }
        deliver(deliveries, random);
        settle();
        for (String user : users) {
            Set<String> own = said.getOrDefault(user, Set.of());
            assertThat(notes.heard.getOrDefault(ids.get(user), List.of())).containsExactlyInAnyOrderElementsOf(own);
            List<String> expected = new ArrayList<>(answered.getOrDefault(user, Set.of()));
            own.forEach(words -> expected.add("控えました：" + words));
            assertThat(shown(user)).containsExactlyInAnyOrderElementsOf(expected);
        }
        assertThat(LINE.faults()).isEmpty();
    }

    private void deliver(List<byte[]> deliveries, Random random) {
        List<byte[]> told = new ArrayList<>();
        deliveries.forEach(each -> told.addAll(Collections.nCopies(1 + random.nextInt(3), each)));
        Collections.shuffle(told, random);
        for (byte[] body : told) {
            assertThat(inbox.take(body, LineSignature.of("test-secret", body))).isEqualTo(WebhookInbox.Outcome.TAKEN);
            if (random.nextInt(4) == 0) {
                LINE.platform()
                        .faults()
                        .next(Endpoint.PUSH, random.nextBoolean() ? new Fault.LostAnswer() : new Fault.Broken(503));
                lanes.hearAllDue();
                lanes.pushAllDue();
                clock.advance(Duration.ofSeconds(2));
            }
        }
    }

    private void settle() {
        LINE.platform().faults().clear();
        for (int i = 0; i < 8; i++) {
            clock.advance(Duration.ofMinutes(5));
            lanes.hearAllDue();
            lanes.pushAllDue();
        }
    }

    private FriendId idOf(String user) {
        return jdbc.sql("SELECT id FROM messaging.friend WHERE line_user_id = :user")
                .param("user", user)
                .query((row, _) -> FriendId.of(row.getString("id")))
                .single();
    }

    private static List<String> shown(String user) {
        List<String> texts = new ArrayList<>();
        for (LinePhone.Bubble bubble : LINE.platform().phones().get(user).bubbles()) {
            var message = bubble.message();
            if (message != null) {
                texts.add(message.path("text").asString());
            }
        }
        return texts;
    }

    private byte[] delivery(String user, String words, String id) {
        return LineTown.bytes(
                "{\"destination\":\"U0\",\"events\":[{\"type\":\"message\",\"mode\":\"active\",\"timestamp\":"
                        + clock.millis() + ",\"source\":{\"type\":\"user\",\"userId\":\"" + user
                        + "\"},\"webhookEventId\":\"" + id + "\",\"deliveryContext\":{\"isRedelivery\":false}"
                        + ",\"message\":{\"type\":\"text\",\"id\":\"1\",\"text\":\"" + words + "\"}}]}");
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Notes {

        @Bean
        NoteTopic noteTopic() {
            return new NoteTopic();
        }
    }

    /// Keeps what each friend says, as a thread of the counter would.
    static class NoteTopic implements Topic {

        private final Map<FriendId, List<String>> heard = new HashMap<>();

        @Override
        public String name() {
            return "note";
        }

        @Override
        public boolean opens(Conversation conversation) {
            return conversation.heard() instanceof Heard.Text;
        }

        @Override
        public Spoken answer(Conversation conversation) {
            String words = conversation.heard() instanceof Heard.Text(String text) ? text : "";
            heard.computeIfAbsent(conversation.friend().id(), _ -> new ArrayList<>())
                    .add(words);
            return Spoken.goOn("on", LineMessage.text("控えました：" + words));
        }
    }
}
