package town.machi.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.casework.CaseId;
import town.machi.casework.Cases;
import town.machi.casework.Move;
import town.machi.kernel.Actor;
import town.machi.water.VisitReport.Pilot;
import town.machi.water.VisitReport.Result;
import town.machi.water.WaterWalkIntegrationTests.Attempt;
import town.machi.water.intake.Settling;
import town.machi.water.jdbc.HoldRows;
import town.machi.water.jdbc.OrderRows;
import town.machi.water.work.Billing;

/// What happens to two homes, and what has to hold after each deed.
final class WaterStory {

    /// The doors that it goes through.
    @TestComponent
    record House(
            Notices notices,
            WorkOrders works,
            Billing billing,
            OrderRows orders,
            Cases cases,
            Settling settling,
            HoldRows holds,
            JdbcClient db) {}

    private record Sent(WorkOrderId order, VisitReport report) {}

    private final House house;
    private final Actor.Staff clerk;
    private final CrewId crew;
    private final List<SupplyPointId> homes;
    private final Map<SupplyPointId, Integer> figures = new HashMap<>();
    private final List<CaseId> filed = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();
    private final List<String> billed = new ArrayList<>();
    private final Set<String> standings = new HashSet<>();
    private Instant now = Instant.parse("2026-12-01T00:00:00Z");

    WaterStory(House house, Actor.Staff clerk) {
        this.house = house;
        this.clerk = clerk;
        this.crew = new CrewId(house.db()
                .sql("SELECT id FROM water.crew LIMIT 1")
                .query(UUID.class)
                .single());
        this.homes = List.of(
                house.notices().point("W-" + UUID.randomUUID()), house.notices().point("W-" + UUID.randomUUID()));
        homes.forEach(home -> figures.put(home, 100));
    }

    void go(Attempt attempt) {
        now = now.plusSeconds(3600);
        SupplyPointId home = homes.get(attempt.which() % homes.size());
        switch (attempt.deed()) {
            case FILE_START -> file(home, CasePoint.Kind.START);
            case FILE_STOP -> file(home, CasePoint.Kind.STOP);
            case FILE_PAUSE -> file(home, CasePoint.Kind.PAUSE);
            case FILE_RESUME -> file(home, CasePoint.Kind.RESUME);
            case FILE_MOVE -> filed.addAll(house.notices().moved(home, homes.get((attempt.which() + 1) % 2)));
            case ACCEPT -> pick(filed, attempt).ifPresent(id -> act(id, "accept"));
            case WITHDRAW -> pick(filed, attempt).ifPresent(house.notices()::withdraw);
            case SETTLE -> pick(filed, attempt).ifPresent(this::settle);
            case PLAN -> pick(orders(), attempt).ifPresent(order -> plan(order, attempt));
            case EXCHANGE -> house.works().exchange(home, clerk);
            case COMPLETE -> pick(open(), attempt).ifPresent(order -> complete(order, attempt));
            case PRESS_AGAIN ->
                pick(sent, attempt).ifPresent(again -> house.works().report(again.order(), again.report(), clerk));
            case IN_VAIN -> pick(open(), attempt).ifPresent(this::findNobody);
            case SEND_LATE -> pick(orders(), attempt).ifPresent(order -> complete(order, attempt));
            case CLERK_COMPLETES ->
                pick(filed, attempt).ifPresent(id -> {
                    act(id, "complete");
                    act(id, "close");
                });
            case SEND_TO_BILLING -> bill();
        }
    }

    private void file(SupplyPointId home, CasePoint.Kind kind) {
        filed.add(house.notices().filed(home, kind, ""));
    }

    private List<WorkOrder> orders() {
        return homes.stream()
                .flatMap(home -> house.orders().listOfPoint(home).stream())
                .toList();
    }

    private List<WorkOrder> open() {
        return orders().stream().filter(WorkOrder::isOpen).toList();
    }

    private void act(CaseId id, String act) {
        house.cases().act(id, Move.of(act, house.cases().get(id).revision()), UUID.randomUUID(), clerk);
    }

    private void settle(CaseId id) {
        house.settling().settle(house.cases().get(id), Hold.Kind.OTHER_HALF, "続ける", UUID.randomUUID(), clerk);
    }

    private void plan(WorkOrder order, Attempt attempt) {
        CrewDay day = new CrewDay(crew, Notices.FIRST_OF_DECEMBER.plusDays(attempt.which()));
        house.works().plan(order.id(), day, order.revision() - attempt.figure() % 2, clerk);
    }

    private void findNobody(WorkOrder order) {
        house.works().report(order.id(), report(order, Result.AWAY, figures.getOrDefault(order.point(), 0)), clerk);
    }

    private void complete(WorkOrder order, Attempt attempt) {
        int read = figures.getOrDefault(order.point(), 0) + attempt.figure();
        VisitReport report = report(order, Result.DONE, read);
        if (house.works().report(order.id(), report, clerk) instanceof VisitOutcome.Kept(Visit visit)) {
            sent.add(new Sent(order.id(), report));
            if (!visit.late()) {
                figures.put(order.point(), read);
            }
        }
    }

    private VisitReport report(WorkOrder order, Result result, int read) {
        String meter = house.db()
                .sql("SELECT meter_number FROM water.supply_point WHERE id = :id")
                .param("id", order.point().value())
                .query(String.class)
                .single();
        boolean opened = result == Result.DONE && order.kind() == OrderKind.OPEN;
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

    /// The file, the same request again, and a second export without a reason.
    private void bill() {
        UUID request = UUID.randomUUID();
        house.billing().makeBatch(request, clerk).ifPresent(batch -> {
            house.billing().makeBatch(request, clerk);
            if (house.billing().export(batch.id(), "", clerk) instanceof Billing.Export.Csv(String name, byte[] csv)) {
                new String(csv, StandardCharsets.UTF_8)
                        .lines()
                        .skip(1)
                        .map(line -> line.split(",")[0])
                        .forEach(billed::add);
            }
            assertThat(house.billing().export(batch.id(), "", clerk)).isInstanceOf(Billing.Export.Refused.class);
        });
    }

    void check() {
        homes.forEach(this::check);
        assertThat(billed).as("each reading is in one file only").doesNotHaveDuplicates();
        filed.forEach(this::checkCase);
    }

    private void check(SupplyPointId home) {
        assertThat(count(home, """
                SELECT count(*) FROM (SELECT kind FROM water.work_order
                    WHERE point_id = :home AND state = 'OPEN' GROUP BY kind HAVING count(*) > 1) twice
                """)).as("one open order of a kind").isZero();
        assertThat(count(home, "SELECT count(*) FROM water.settlement WHERE point_id = :home AND kind = 'CLOSE'"))
                .as("one reading for a closing")
                .isEqualTo(count(home, """
                        SELECT count(*) FROM water.work_order
                        WHERE point_id = :home AND kind = 'CLOSE' AND state = 'DONE'
                        """));
        assertThat(count(home, """
                SELECT count(*) FROM water.supply_point WHERE id = :home AND (
                    (standing IN ('IN_USE', 'PAUSED') AND user_name <> '') OR (standing = 'UNUSED' AND user_name = ''))
                """)).as("one state").isOne();
        standings.add(standing(home));
        checkLast(home);
    }

    /// The state is what the last work in the field made it.
    private void checkLast(SupplyPointId home) {
        house.orders().listOfPoint(home).stream()
                .filter(order -> order.state() instanceof WorkOrder.State.Done
                        && order.caseId().isPresent())
                .max(Comparator.comparing(order -> ((WorkOrder.State.Done) order.state()).at()))
                .ifPresent(last -> assertThat(standing(home))
                        .isEqualTo(after(kind(last.caseId().orElseThrow()))));
    }

    private static String after(CasePoint.Kind kind) {
        return switch (kind) {
            case START, RESUME -> "IN_USE";
            case STOP -> "UNUSED";
            case PAUSE -> "PAUSED";
            case RENAME -> throw new IllegalArgumentException("nobody drives there for a change of name");
        };
    }

    private CasePoint.Kind kind(CaseId id) {
        return CasePoint.Kind.valueOf(house.db()
                .sql("SELECT kind FROM water.case_point WHERE case_id = :id")
                .param("id", id.value())
                .query(String.class)
                .single());
    }

    private String standing(SupplyPointId home) {
        return house.db()
                .sql("SELECT standing FROM water.supply_point WHERE id = :home")
                .param("home", home.value())
                .query(String.class)
                .single();
    }

    /// A case waits for work exactly as long as its order is open; only where its other half was called off may the
    /// work be done while the case still waits for an answer.
    private void checkCase(CaseId id) {
        boolean waits = house.cases().get(id).state().id().equals("scheduled");
        Optional<WorkOrder> order = house.works().findOfCase(id);
        boolean open = order.filter(WorkOrder::isOpen).isPresent();
        boolean asked = house.holds().list(id).stream().anyMatch(hold -> hold.kind() == Hold.Kind.OTHER_HALF);
        boolean doneMeanwhile = asked
                && order.filter(each -> each.state() instanceof WorkOrder.State.Done)
                        .isPresent();
        assertThat(waits).isEqualTo(open || (waits && doneMeanwhile));
    }

    /// Without these the walk through the rooms would prove nothing.
    void sawWork() {
        SupplyPointId home = homes.getFirst();
        String visits = "SELECT count(*) FROM water.visit JOIN water.work_order o ON o.id = order_id"
                + " WHERE o.point_id = :home AND ";
        String orders = "SELECT count(*) FROM water.work_order o WHERE o.point_id = :home AND ";
        assertThat(count(home, visits + "late")).as("遅れて届いた報告").isPositive();
        assertThat(count(home, visits + "result = 'AWAY'")).as("不在").isPositive();
        assertThat(count(home, orders + "state = 'CANCELLED'")).as("取消し").isPositive();
        assertThat(count(home, orders + "joined_to IS NOT NULL")).as("相乗り").isPositive();
        assertThat(count(home, orders + "EXISTS (SELECT FROM water.slot s WHERE s.holder = o.holder)"))
                .as("予定")
                .isPositive();
        assertThat(billed).as("送付").isNotEmpty();
    }

    void sawMovesAndPauses() {
        assertThat(standings).containsExactlyInAnyOrder("IN_USE", "PAUSED", "UNUSED");
        assertThat(filed.stream().flatMap(id -> house.holds().list(id).stream()))
                .as("もう一方をどうするかの問い")
                .hasSize(2)
                .allMatch(hold -> hold.kind() == Hold.Kind.OTHER_HALF && !hold.isOpen());
    }

    private int count(SupplyPointId home, String sql) {
        return house.db()
                .sql(sql)
                .param("home", home.value())
                .query(Integer.class)
                .single();
    }

    private static <T> Optional<T> pick(List<T> from, Attempt attempt) {
        return from.isEmpty() ? Optional.empty() : Optional.of(from.get(attempt.which() % from.size()));
    }
}
