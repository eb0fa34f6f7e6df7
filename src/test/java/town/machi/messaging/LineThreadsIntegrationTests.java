package town.machi.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestContextManager;
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
@Label("二人の住民と三人の職員の話は、どんな順で届いても混ざらない")
class LineThreadsIntegrationTests {

    private static final LineTown LINE = new LineTown();
    private static final int RESIDENTS = 2;
    private static final int STAFF = 3;

    /// jqwik knows nothing of Spring: the class borrows its context from Spring's cache and gives it back.
    private static final TestContextManager SPRING = new TestContextManager(LineThreadsIntegrationTests.class);

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

    @BeforeContainer
    static void borrowTheHouse() throws Exception {
        SPRING.beforeTestClass();
    }

    @AfterContainer
    static void giveTheHouseBack() throws Exception {
        SPRING.afterTestClass();
    }

    @BeforeProperty
    void house() throws Exception {
        SPRING.prepareTestInstance(this);
    }

    @DynamicPropertySource
    static void line(DynamicPropertyRegistry registry) {
        LINE.register(registry);
    }

    @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED)
    @Label("誰のトークにも、その人と交わした言葉だけが、一度ずつある")
    void neverMix(@ForAll("turns") List<Turn> turns, @ForAll Random random) {
        LINE.forget();
        notes.heard.clear();
        List<String> users = LINE.settle(jdbc, RESIDENTS, "大字湯浦", "ja");
        Story story = new Story(users, UUID.randomUUID().toString());
        turns.forEach(story::go);
        deliver(story.deliveries, random);
        settle();
        story.check();
        assertThat(LINE.faults()).isEmpty();
    }

    /// Somebody says something.
    ///
    /// @param staff who answers the resident; 0: the resident speaks
    /// @param copies how often it arrives
    record Turn(int resident, int staff, int copies) {}

    @Provide
    Arbitrary<List<Turn>> turns() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, RESIDENTS - 1),
                        Arbitraries.frequency(Tuple.of(3, 0), Tuple.of(1, 1), Tuple.of(1, 2), Tuple.of(1, STAFF)),
                        Arbitraries.integers().between(1, 3))
                .as(Turn::new)
                .list()
                .ofMinSize(2)
                .ofMaxSize(30);
    }

    /// What was said to whom, to be compared with what arrived.
    private final class Story {

        private final List<String> users;
        private final String mark;
        private final Map<String, Set<String>> said = new HashMap<>();
        private final Map<String, Set<String>> answered = new HashMap<>();
        private final List<byte[]> deliveries = new ArrayList<>();
        private int turns;

        Story(List<String> users, String mark) {
            this.users = users;
            this.mark = mark;
        }

        void go(Turn turn) {
            String id = mark + "-" + turns++;
            String user = users.get(turn.resident());
            if (turn.staff() == 0) {
                String words = "住民の言葉 " + id;
                said.computeIfAbsent(user, _ -> new HashSet<>()).add(words);
                deliveries.addAll(Collections.nCopies(turn.copies(), delivery(user, words, id)));
                return;
            }
            String words = "職員" + turn.staff() + "の返事 " + id;
            answered.computeIfAbsent(user, _ -> new HashSet<>()).add(words);
            Push push = new Push(
                    idOf(user),
                    LineMessage.text(words),
                    "thread:" + idOf(user),
                    UUID.nameUUIDFromBytes(LineTown.bytes(words)));
            for (int i = 0; i < turn.copies(); i++) {
                outbox.push(push);
            }
        }

        void check() {
            for (String user : users) {
                Set<String> own = said.getOrDefault(user, Set.of());
                assertThat(notes.heard.getOrDefault(idOf(user), List.of())).containsExactlyInAnyOrderElementsOf(own);
                List<String> expected = new ArrayList<>(answered.getOrDefault(user, Set.of()));
                own.forEach(words -> expected.add("控えました：" + words));
                assertThat(shown(user)).containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    private void deliver(List<byte[]> deliveries, Random random) {
        List<byte[]> told = new ArrayList<>(deliveries);
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
