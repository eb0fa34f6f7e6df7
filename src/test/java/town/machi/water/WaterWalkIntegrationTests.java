package town.machi.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;
import town.machi.casework.CaseId;
import town.machi.casework.Cases;
import town.machi.casework.Move;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.kernel.StaffId;
import town.machi.support.MachiTest;
import town.machi.support.TestStaff;
import town.machi.water.VisitReport.Pilot;
import town.machi.water.VisitReport.Result;
import town.machi.water.jdbc.OrderRows;
import town.machi.water.work.Billing;

/// Whatever anybody files, cancels, moves, completes, presses twice or sends late, on the real database: each point has
/// one state, one open order at most of each kind, and one reading sent for each closing.
@MachiTest(properties = "machi.demo=false")
@Import(Notices.class)
class WaterWalkIntegrationTests {

    @Autowired
    Notices notices;

    @Autowired
    WorkOrders works;

    @Autowired
    Billing billing;

    @Autowired
    OrderRows orders;

    @Autowired
    Cases cases;

    @Autowired
    TestStaff staff;

    @Autowired
    JdbcClient db;

    enum Deed {
        FILE_START,
        FILE_STOP,
        ACCEPT,
        WITHDRAW,
        MOVE,
        EXCHANGE,
        COMPLETE,
        PRESS_AGAIN,
        IN_VAIN,
        SEND_LATE,
        CLERK_COMPLETES,
        SEND_TO_BILLING
    }

    /// @param which of the cases, orders or days that there are
    record Attempt(Deed deed, int which, int figure) {}

    private Actor.Staff clerk = new Actor.Staff(new StaffId(UUID.randomUUID()), "仮", Set.of(), Set.of());
    private CrewId crew = new CrewId(UUID.randomUUID());

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
    void house() throws Exception {
        SPRING.prepareTestInstance(this);
        clerk = staff.add("水野 澄子", "water", Role.RECEPTION, Role.HANDLER);
        if (db.sql("SELECT count(*) FROM water.crew").query(Integer.class).single() == 0) {
            notices.crew("第1班", 1, 99);
        }
        crew = new CrewId(
                db.sql("SELECT id FROM water.crew LIMIT 1").query(UUID.class).single());
    }

    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
    @Label("どの順で何が起きても、給水装置の状態は一つ、開いた作業票は種類ごとに一つ、送る指針は閉栓ごとに一つ")
    void staysWhole(@ForAll("attempts") List<Attempt> attempts) {
        Story story = new Story(notices.point("W-" + UUID.randomUUID()));
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
            new Attempt(Deed.MOVE, 0, 0),
            new Attempt(Deed.MOVE, 1, 0),
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
            new Attempt(Deed.MOVE, 0, 0),
            new Attempt(Deed.MOVE, 1, 0),
            new Attempt(Deed.MOVE, 2, 0),
            new Attempt(Deed.MOVE, 3, 0));

    @Example
    @Label("取消し、相乗り、遅れた報告、不在、予定、送付を、一つの給水装置が一度ずつ通っても、同じ")
    void goesThroughAllRooms() {
        Story story = new Story(notices.point("W-" + UUID.randomUUID()));
        for (Attempt attempt : THROUGH_ALL_ROOMS) {
            story.go(attempt);
            story.check();
        }
        story.sawEverything();
    }

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        Arbitrary<Attempt> attempt = Combinators.combine(
                        Arbitraries.of(Deed.class),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 40))
                .as(Attempt::new);
        return attempt.list().ofMinSize(4).ofMaxSize(24);
    }

    /// What happens to one point.
    private final class Story {

        private final SupplyPointId point;
        private final String meter;
        private final List<CaseId> filed = new ArrayList<>();
        private final List<Sent> sent = new ArrayList<>();
        private Instant now = Instant.parse("2026-12-01T00:00:00Z");
        private int figure = 100;

        private record Sent(WorkOrderId order, VisitReport report) {}

        Story(SupplyPointId point) {
            this.point = point;
            this.meter = db.sql("SELECT meter_number FROM water.supply_point WHERE id = :id")
                    .param("id", point.value())
                    .query(String.class)
                    .single();
        }

        void go(Attempt attempt) {
            now = now.plusSeconds(3600);
            switch (attempt.deed()) {
                case FILE_START -> filed.add(notices.filed(point, CasePoint.Kind.START, ""));
                case FILE_STOP -> filed.add(notices.filed(point, CasePoint.Kind.STOP, ""));
                case ACCEPT -> pick(filed, attempt).ifPresent(id -> act(id, "accept"));
                case WITHDRAW -> pick(filed, attempt).ifPresent(notices::withdraw);
                case MOVE -> pick(orders.listOfPoint(point), attempt).ifPresent(order -> move(order, attempt));
                case EXCHANGE -> works.exchange(point, clerk);
                case COMPLETE -> pick(open(), attempt).ifPresent(order -> complete(order, attempt));
                case PRESS_AGAIN ->
                    pick(sent, attempt).ifPresent(again -> works.report(again.order(), again.report(), clerk));
                case IN_VAIN ->
                    pick(open(), attempt)
                            .ifPresent(order -> works.report(order.id(), report(Result.AWAY, false, figure), clerk));
                case SEND_LATE -> pick(orders.listOfPoint(point), attempt).ifPresent(order -> complete(order, attempt));
                case CLERK_COMPLETES ->
                    pick(filed, attempt).ifPresent(id -> {
                        act(id, "complete");
                        act(id, "close");
                    });
                case SEND_TO_BILLING ->
                    billing.makeBatch(UUID.randomUUID(), clerk)
                            .ifPresent(batch -> billing.export(batch.id(), "", clerk));
            }
        }

        private List<WorkOrder> open() {
            return orders.listOfPoint(point).stream().filter(WorkOrder::isOpen).toList();
        }

        private void act(CaseId id, String act) {
            cases.act(id, Move.of(act, cases.get(id).revision()), UUID.randomUUID(), clerk);
        }

        private void move(WorkOrder order, Attempt attempt) {
            CrewDay day = new CrewDay(crew, Notices.FIRST_OF_DECEMBER.plusDays(attempt.which()));
            works.plan(order.id(), day, order.revision() - attempt.figure() % 2, clerk);
        }

        private void complete(WorkOrder order, Attempt attempt) {
            int read = figure + attempt.figure();
            VisitReport report = report(Result.DONE, order.kind() == OrderKind.OPEN, read);
            if (works.report(order.id(), report, clerk) instanceof VisitOutcome.Kept(Visit visit)) {
                sent.add(new Sent(order.id(), report));
                figure = visit.late() ? figure : read;
            }
        }

        private VisitReport report(Result result, boolean opened, int read) {
            return new VisitReport(
                    UUID.randomUUID(),
                    now,
                    result,
                    new VisitReport.Meter(meter, 13, opened, Pilot.STILL),
                    Optional.of(MeterReading.of(read)),
                    "",
                    "",
                    "");
        }

        void check() {
            assertThat(count("""
                    SELECT count(*) FROM (SELECT kind FROM water.work_order
                        WHERE point_id = :point AND state = 'OPEN' GROUP BY kind HAVING count(*) > 1) twice
                    """)).isZero();
            assertThat(count("""
                    SELECT count(*) FROM water.work_order o WHERE o.point_id = :point AND o.kind = 'CLOSE'
                        AND o.state = 'DONE'
                    """))
                    .isEqualTo(
                            count("SELECT count(*) FROM water.settlement WHERE point_id = :point AND kind = 'CLOSE'"));
            assertThat(count("""
                    SELECT count(*) FROM water.supply_point WHERE id = :point AND (
                        (standing = 'IN_USE' AND user_name <> '') OR (standing = 'UNUSED' AND user_name = ''))
                    """)).isOne();
            checkLast();
            checkCases();
        }

        /// The state is what the last work in the field made it.
        private void checkLast() {
            orders.listOfPoint(point).stream()
                    .filter(order ->
                            order.state() instanceof WorkOrder.State.Done && order.kind() != OrderKind.EXCHANGE)
                    .max(java.util.Comparator.comparing(order -> ((WorkOrder.State.Done) order.state()).at()))
                    .ifPresent(last -> assertThat(
                                    count("SELECT count(*) FROM water.supply_point WHERE id = :point AND standing = '"
                                            + (last.kind() == OrderKind.OPEN ? "IN_USE" : "UNUSED") + "'"))
                            .isOne());
        }

        /// A case waits for work exactly as long as its order is open.
        private void checkCases() {
            for (CaseId id : filed) {
                boolean waits = cases.get(id).state().id().equals("scheduled");
                boolean open = works.findOfCase(id).filter(WorkOrder::isOpen).isPresent();
                assertThat(open).isEqualTo(waits);
            }
        }

        /// Without these the walk would prove nothing.
        void sawEverything() {
            String visits = "SELECT count(*) FROM water.visit JOIN water.work_order o ON o.id = order_id"
                    + " WHERE o.point_id = :point AND ";
            String orders = "SELECT count(*) FROM water.work_order o WHERE o.point_id = :point AND ";
            assertThat(count(visits + "late")).as("遅れて届いた報告").isPositive();
            assertThat(count(visits + "result = 'AWAY'")).as("不在").isPositive();
            assertThat(count(orders + "state = 'CANCELLED'")).as("取消し").isPositive();
            assertThat(count(orders + "joined_to IS NOT NULL")).as("相乗り").isPositive();
            assertThat(count(orders + "EXISTS (SELECT FROM water.slot s WHERE s.holder = o.holder)"))
                    .as("予定")
                    .isPositive();
            assertThat(count("SELECT count(*) FROM water.settlement WHERE point_id = :point AND batch_id IS NOT NULL"))
                    .as("送付")
                    .isPositive();
        }

        private int count(String sql) {
            return db.sql(sql)
                    .param("point", point.value())
                    .query(Integer.class)
                    .single();
        }

        private <T> Optional<T> pick(List<T> from, Attempt attempt) {
            return from.isEmpty() ? Optional.empty() : Optional.of(from.get(attempt.which() % from.size()));
        }
    }
}
