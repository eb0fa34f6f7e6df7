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
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;
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

    @BeforeProperty
    void house() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
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

    /// The walk went through all the rooms it is about.
    @AfterProperty
    void enoughHappened() {
        for (String what : List.of(
                "water.settlement WHERE batch_id IS NOT NULL",
                "water.work_order WHERE state = 'CANCELLED'",
                "water.work_order WHERE joined_to IS NOT NULL",
                "water.visit WHERE late",
                "water.visit WHERE result = 'AWAY'",
                "water.slot")) {
            assertThat(db.sql("SELECT count(*) FROM " + what)
                            .query(Integer.class)
                            .single())
                    .as(what)
                    .isPositive();
        }
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
