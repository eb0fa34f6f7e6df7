package town.machi.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestContextManager;
import town.machi.alert.talk.CallDesk;
import town.machi.demo.line.Endpoint;
import town.machi.demo.line.LineFaults.Fault;
import town.machi.demo.line.LinePhone;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.messaging.FriendId;
import town.machi.messaging.LineSignature;
import town.machi.messaging.LineTown;
import town.machi.messaging.line.LineLanes;
import town.machi.messaging.line.WebhookInbox;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;
import town.machi.support.TestStaff;

/// Two residents and three of the staff, on the real tables: what residents say arrives up to three times, in any
/// order;
/// meanwhile the staff take, answer and close whatever there is, and LINE loses answers.
@MachiTest
@Label("二人の住民と三人の職員の件は、混ざらない")
class CallThreadsIntegrationTests {

    private static final LineTown LINE = new LineTown();
    private static final int RESIDENTS = 2;
    private static final int STAFF = 3;

    /// jqwik knows nothing of Spring: the class borrows its context from Spring's cache and gives it back.
    private static final TestContextManager SPRING = new TestContextManager(CallThreadsIntegrationTests.class);

    @Autowired
    WebhookInbox inbox;

    @Autowired
    LineLanes lanes;

    @Autowired
    CallDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    TestStaff staff;

    private final List<Actor.Staff> people = new ArrayList<>();

    enum Deed {
        HELP,
        SAY,
        SEND_PLACE,
        ARRIVE,
        TAKE,
        ANSWER,
        CLOSE
    }

    /// @param which of the residents, the staff, the matters that are open
    record Turn(Deed deed, int which, int copies) {}

    @DynamicPropertySource
    static void line(DynamicPropertyRegistry registry) {
        LINE.register(registry);
    }

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
        for (int i = 0; i < STAFF; i++) {
            people.add(staff.add("防災 守" + i, "general", Role.HANDLER));
        }
    }

    @Provide
    Arbitrary<List<Turn>> turns() {
        return Combinators.combine(
                        Arbitraries.of(Deed.class),
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.integers().between(1, 3))
                .as(Turn::new)
                .list()
                .ofMinSize(6)
                .ofMaxSize(40);
    }

    @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED)
    @Label("件には持ち主と職員の言葉だけが一度ずつあり、返事は持ち主の電話にだけ一度届く")
    void neverMix(@ForAll("turns") List<Turn> turns, @ForAll Random random) {
        LINE.forget();
        jdbc.sql("DELETE FROM alert.call").update();
        Story story = new Story(LINE.settle(jdbc, RESIDENTS, "大字湯浦", "ja"), random);
        turns.forEach(story::go);
        story.settle();
        story.check();
        assertThat(LINE.faults()).isEmpty();
    }

    private final class Story {

        private final List<String> users;
        private final Random random;
        private final String mark = UUID.randomUUID().toString();
        private final List<byte[]> onTheWay = new ArrayList<>();
        private final Map<UUID, List<String>> answers = new HashMap<>();
        private int turns;

        Story(List<String> users, Random random) {
            this.users = users;
            this.random = random;
        }

        void go(Turn turn) {
            turns++;
            int resident = turn.which() % RESIDENTS;
            switch (turn.deed()) {
                case HELP -> say(turn, resident, "\"postback\",\"postback\":{\"data\":\"alert:help:\"}");
                case SAY -> say(turn, resident, message("\"text\",\"text\":\"" + words(resident) + "\""));
                case SEND_PLACE ->
                    say(
                            turn,
                            resident,
                            message("\"location\",\"title\":\"" + words(resident)
                                    + "\",\"address\":\"例\",\"latitude\":32.3,\"longitude\":130.5"));
                case ARRIVE -> arrive();
                case TAKE, ANSWER, CLOSE -> work(turn);
            }
        }

        private String words(int resident) {
            return "住民" + users.get(resident) + "の言葉 " + mark + "-" + turns;
        }

        private static String message(String rest) {
            return "\"message\",\"message\":{\"id\":\"1\",\"type\":" + rest + "}";
        }

        private void say(Turn turn, int resident, String what) {
            byte[] body = LineTown.bytes("{\"destination\":\"U0\",\"events\":[{\"mode\":\"active\",\"timestamp\":"
                    + clock.millis() + ",\"source\":{\"type\":\"user\",\"userId\":\"" + users.get(resident)
                    + "\"},\"webhookEventId\":\"" + mark + "-" + turns
                    + "\",\"deliveryContext\":{\"isRedelivery\":false},\"type\":" + what + "}]}");
            onTheWay.addAll(Collections.nCopies(turn.copies(), body));
        }

        /// Some of what is on its way arrives, in any order; some of it again later.
        private void arrive() {
            Collections.shuffle(onTheWay, random);
            int some = random.nextInt(onTheWay.size() + 1);
            List<byte[]> told = onTheWay.subList(0, some);
            told.forEach(body -> inbox.take(body, LineSignature.of("test-secret", body)));
            told.clear();
            if (random.nextBoolean()) {
                LINE.platform().faults().next(Endpoint.PUSH, new Fault.LostAnswer());
            }
            move();
        }

        private void work(Turn turn) {
            Actor.Staff person = people.get(turn.which() % STAFF);
            List<Call> open = desk.list(false, person);
            if (open.isEmpty()) {
                return;
            }
            Call call = open.get(turn.which() % open.size());
            String words = person.name() + "の返事 " + mark + "-" + turns;
            UUID request = UUID.nameUUIDFromBytes(LineTown.bytes(words));
            for (int i = 0; i < turn.copies(); i++) {
                switch (turn.deed()) {
                    case TAKE -> desk.take(call.id(), person);
                    case CLOSE -> desk.close(call.id(), words, request, person);
                    default -> desk.answer(call.id(), words, request, person);
                }
            }
            if (turn.deed() != Deed.TAKE) {
                answers.computeIfAbsent(call.id(), _ -> new ArrayList<>()).add(words);
            }
        }

        private void move() {
            lanes.hearAllDue();
            lanes.pushAllDue();
            clock.advance(Duration.ofSeconds(2));
        }

        void settle() {
            LINE.platform().faults().clear();
            onTheWay.forEach(body -> inbox.take(body, LineSignature.of("test-secret", body)));
            for (int i = 0; i < 6; i++) {
                clock.advance(Duration.ofMinutes(5));
                move();
            }
        }

        void check() {
            List<Call> all = new ArrayList<>(desk.list(false, people.getFirst()));
            all.addAll(desk.list(true, people.getFirst()));
            Map<String, String> shown = new HashMap<>();
            users.forEach(user -> shown.put(user, shown(user)));
            List<String> heard = new ArrayList<>();
            for (Call call : all) {
                String owner = userOf(call.friend().orElseThrow());
                for (Call.Entry entry : desk.entries(call)) {
                    if (entry.words().startsWith("住民")) {
                        assertThat(entry.words()).startsWith("住民" + owner + "の");
                        heard.add(entry.words());
                    }
                }
                List<String> own = answers.getOrDefault(call.id(), List.of());
                assertThat(desk.entries(call))
                        .extracting(Call.Entry::words)
                        .filteredOn(words -> words.contains("の返事"))
                        .containsExactlyInAnyOrderElementsOf(own);
                for (String words : own) {
                    shown.forEach((user, texts) -> assertThat(count(texts, words + "\n"))
                            .as(words + " on the phone of " + user)
                            .isEqualTo(user.equals(owner) ? 1 : 0));
                }
            }
            assertThat(heard).doesNotHaveDuplicates();
        }
    }

    private String userOf(FriendId friend) {
        return jdbc.sql("SELECT line_user_id FROM messaging.friend WHERE id = :id")
                .param("id", friend.value())
                .query(String.class)
                .single();
    }

    private static String shown(String user) {
        StringBuilder texts = new StringBuilder();
        for (LinePhone.Bubble bubble : LINE.platform().phones().get(user).bubbles()) {
            Objects.requireNonNull(bubble);
            if (bubble.message() != null) {
                texts.append(bubble.message().path("text").asString()).append("\n");
            }
        }
        return texts.toString();
    }

    private static int count(String text, String words) {
        return text.split(java.util.regex.Pattern.quote(words), -1).length - 1;
    }
}
