package town.machi.water;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
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
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestContextManager;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.kernel.StaffId;
import town.machi.support.MachiTest;
import town.machi.support.TestStaff;

/// Whatever anybody files, cancels, moves, completes, presses twice or sends late, on the real database: each point has
/// one state, one open order at most of each kind, and one reading sent for each closing.
@MachiTest(properties = "machi.demo=false")
@Import({Notices.class, WaterStory.House.class})
class WaterWalkIntegrationTests {

    @Autowired
    Notices notices;

    @Autowired
    WaterStory.House house;

    @Autowired
    TestStaff staff;

    enum Deed {
        FILE_START,
        FILE_STOP,
        FILE_PAUSE,
        FILE_RESUME,
        /// From the one home to the other: two cases, each the other's half.
        FILE_MOVE,
        ACCEPT,
        WITHDRAW,
        SETTLE,
        /// To another day, at times from a page that is no longer true.
        PLAN,
        EXCHANGE,
        COMPLETE,
        PRESS_AGAIN,
        IN_VAIN,
        SEND_LATE,
        CLERK_COMPLETES,
        SEND_TO_BILLING
    }

    /// @param which of the homes, cases, orders or days that there are
    record Attempt(Deed deed, int which, int figure) {}

    private Actor.Staff clerk = new Actor.Staff(new StaffId(UUID.randomUUID()), "仮", Set.of(), Set.of());

    /// jqwik knows nothing of Spring: the class borrows its context from Spring's cache and gives it back.
    private static final TestContextManager SPRING = new TestContextManager(WaterWalkIntegrationTests.class);

    @BeforeContainer
    static void borrowTheHouse() throws Exception {
        SPRING.beforeTestClass();
    }

    @AfterContainer
    static void giveTheHouseBack() throws Exception {
        SPRING.afterTestClass();
    }

    @BeforeProperty
    void crew() throws Exception {
        SPRING.prepareTestInstance(this);
        clerk = staff.add("水野 澄子", "water", Role.RECEPTION, Role.HANDLER);
        if (house.db()
                        .sql("SELECT count(*) FROM water.crew")
                        .query(Integer.class)
                        .single()
                == 0) {
            notices.crew("第1班", 1, 99);
        }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    @Label("どの順で何が起きても、給水装置の状態は一つ、開いた作業票は種類ごとに一つ、送る指針は閉栓ごとに一つ")
    void staysWhole(@ForAll("attempts") List<Attempt> attempts) {
        WaterStory story = new WaterStory(house, clerk);
        for (Attempt attempt : attempts) {
            story.go(attempt);
            story.check();
        }
    }

    /// The rooms that the random walks are about, each entered for certain.
    private static final List<Attempt> THROUGH_ALL_ROOMS = List.of(
            new Attempt(Deed.EXCHANGE, 0, 0),
            new Attempt(Deed.FILE_STOP, 0, 0),
            new Attempt(Deed.ACCEPT, 0, 0),
            new Attempt(Deed.PLAN, 0, 0),
            new Attempt(Deed.PLAN, 1, 0),
            new Attempt(Deed.IN_VAIN, 0, 0),
            new Attempt(Deed.IN_VAIN, 1, 0),
            new Attempt(Deed.COMPLETE, 0, 5),
            new Attempt(Deed.COMPLETE, 1, 5),
            new Attempt(Deed.PRESS_AGAIN, 0, 0),
            new Attempt(Deed.SEND_LATE, 0, 9),
            new Attempt(Deed.SEND_LATE, 1, 9),
            new Attempt(Deed.SEND_TO_BILLING, 0, 0),
            new Attempt(Deed.CLERK_COMPLETES, 0, 0),
            new Attempt(Deed.FILE_START, 0, 0),
            new Attempt(Deed.ACCEPT, 1, 0),
            new Attempt(Deed.WITHDRAW, 1, 0),
            new Attempt(Deed.FILE_START, 0, 0),
            new Attempt(Deed.ACCEPT, 2, 0),
            new Attempt(Deed.EXCHANGE, 0, 0),
            new Attempt(Deed.PLAN, 0, 0),
            new Attempt(Deed.PLAN, 1, 0),
            new Attempt(Deed.PLAN, 2, 0),
            new Attempt(Deed.PLAN, 3, 0));

    @Example
    @Label("取消し、相乗り、遅れた報告、不在、予定、送付を、一つの給水装置が一度ずつ通っても、同じ")
    void goesThroughAllRooms() {
        WaterStory story = new WaterStory(house, clerk);
        for (Attempt attempt : THROUGH_ALL_ROOMS) {
            story.go(attempt);
            story.check();
        }
        story.sawWork();
    }

    /// One half of a move called off before it was accepted, the other of another one while its work was waited for.
    private static final List<Attempt> THROUGH_MOVES_AND_PAUSES = List.of(
            new Attempt(Deed.FILE_MOVE, 0, 0),
            new Attempt(Deed.WITHDRAW, 0, 0),
            new Attempt(Deed.ACCEPT, 1, 0),
            new Attempt(Deed.SETTLE, 1, 0),
            new Attempt(Deed.ACCEPT, 1, 0),
            new Attempt(Deed.COMPLETE, 0, 2),
            new Attempt(Deed.FILE_PAUSE, 1, 0),
            new Attempt(Deed.ACCEPT, 2, 0),
            new Attempt(Deed.COMPLETE, 0, 3),
            new Attempt(Deed.FILE_RESUME, 1, 0),
            new Attempt(Deed.ACCEPT, 3, 0),
            new Attempt(Deed.COMPLETE, 0, 0),
            new Attempt(Deed.FILE_MOVE, 0, 0),
            new Attempt(Deed.ACCEPT, 4, 0),
            new Attempt(Deed.ACCEPT, 5, 0),
            new Attempt(Deed.WITHDRAW, 5, 0),
            new Attempt(Deed.COMPLETE, 0, 4),
            new Attempt(Deed.SETTLE, 4, 0),
            new Attempt(Deed.CLERK_COMPLETES, 4, 0),
            new Attempt(Deed.SEND_TO_BILLING, 0, 0));

    @Example
    @Label("転居の一方の取下げ（受付の前と、作業待ちのあいだ）、休止、再開を通っても、同じ")
    void goesThroughMovesAndPauses() {
        WaterStory story = new WaterStory(house, clerk);
        for (Attempt attempt : THROUGH_MOVES_AND_PAUSES) {
            story.go(attempt);
            story.check();
        }
        story.sawMovesAndPauses();
    }

    /// What leads on comes more often: a walk that only knocks on closed doors proves little.
    @Provide
    Arbitrary<List<Attempt>> attempts() {
        Arbitrary<Attempt> attempt = Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(1, Arbitraries.of(Deed.class)),
                                Tuple.of(
                                        1,
                                        Arbitraries.of(
                                                Deed.FILE_MOVE, Deed.ACCEPT, Deed.ACCEPT, Deed.COMPLETE, Deed.SETTLE))),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 40))
                .as(Attempt::new);
        return attempt.list().ofMinSize(4).ofMaxSize(28);
    }
}
