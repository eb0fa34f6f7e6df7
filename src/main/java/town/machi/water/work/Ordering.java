package town.machi.water.work;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseId;
import town.machi.casework.CaseMoved;
import town.machi.casework.Cases;
import town.machi.kernel.ProblemException;
import town.machi.platform.Ids;
import town.machi.water.CasePoint;
import town.machi.water.CrewDays;
import town.machi.water.Hold;
import town.machi.water.OrderKind;
import town.machi.water.SupplyPointId;
import town.machi.water.SupplyPoints;
import town.machi.water.WaterProblem;
import town.machi.water.WorkOrder;
import town.machi.water.WorkOrder.State;
import town.machi.water.WorkOrder.Step;
import town.machi.water.WorkOrderId;
import town.machi.water.intake.PointSettled;
import town.machi.water.jdbc.HoldRows;
import town.machi.water.jdbc.OrderRows;

/// A work order is made when its case comes to the state in which work is waited for, and dies when the case leaves it
/// otherwise than by work. Part of the act: both commit together or not at all.
@Component
public class Ordering {

    /// The state of a workflow in which a crew has to go.
    static final String SCHEDULED = "scheduled";

    private final OrderRows orders;
    private final SupplyPoints points;
    private final Cases cases;
    private final CrewDays days;
    private final Making making;

    Ordering(OrderRows orders, SupplyPoints points, Cases cases, CrewDays days, Making making) {
        this.orders = orders;
        this.points = points;
        this.cases = cases;
        this.days = days;
        this.making = making;
    }

    @Component
    record Making(HoldRows holds, Ids ids, Clock clock) {}

    @EventListener
    void moved(CaseMoved moved) {
        if (moved.to().equals(SCHEDULED)) {
            order(moved.caseId());
        } else {
            orders.findOfCase(moved.caseId())
                    .filter(WorkOrder::isOpen)
                    .ifPresent(order -> drop(order, moved.caseId(), "案件が動きました（" + moved.act() + "）"));
        }
    }

    /// A case that was accepted first and settled afterwards gets its order now; one whose point turned out to be
    /// another one gets an order there instead.
    @EventListener
    void settled(PointSettled settled) {
        CaseId id = settled.caseId();
        Optional<SupplyPointId> point = points.findOfCase(id).flatMap(CasePoint::point);
        orders.findOfCase(id)
                .filter(order -> order.isOpen() && !Optional.of(order.point()).equals(point))
                .ifPresent(order -> drop(order, id, "給水装置がちがいました"));
        order(id);
    }

    /// Makes the order of a case whose point is settled, where it has none yet.
    ///
    /// @return empty where there is nothing to do at a point: paper alone, or a point that is not settled
    public Optional<WorkOrder> order(CaseId id) {
        Optional<WorkOrder> there = orders.findOfCase(id);
        if (there.isPresent()) {
            return there;
        }
        CaseFile file = cases.get(id);
        return points.findOfCase(id)
                .filter(point -> point.kind().isWork() && point.match().isSettled())
                .filter(_ -> file.state().id().equals(SCHEDULED))
                .filter(_ -> making.holds().list(id).stream().noneMatch(Hold::isOpen))
                .flatMap(point -> point.point().map(at -> make(file, point, at)));
    }

    private WorkOrder make(CaseFile file, CasePoint of, SupplyPointId point) {
        UUID holder = file.filing().submission();
        WorkOrder order = new WorkOrder(
                new WorkOrderId(making.ids().next()),
                point,
                OrderKind.of(of.kind()),
                Optional.of(file.id()),
                holder,
                Optional.ofNullable(of.times().wantedOn()),
                Optional.empty(),
                new State.Waiting(),
                1);
        OrderRows.Origin origin = new OrderRows.Origin(
                file.filing().channel().name(),
                file.filing().countsFrom(),
                file.answers().text("presence").equals("present"),
                making.clock().instant());
        if (!orders.insert(order, origin)) {
            throw new ProblemException(WaterProblem.ORDER_OPEN);
        }
        if (days.find(holder).isEmpty()) {
            order.wantedOn().ifPresent(day -> days.take(holder, day));
        }
        orders.findOpen(point, OrderKind.EXCHANGE).ifPresent(exchange -> join(exchange, order.id()));
        return orders.find(order.id()).orElseThrow();
    }

    /// An exchange rides along; its own place on a crew's day is free again.
    void join(WorkOrder exchange, WorkOrderId with) {
        days.free(exchange.holder());
        orders.join(exchange.id(), Optional.of(with));
    }

    private void drop(WorkOrder order, CaseId of, String why) {
        Instant now = making.clock().instant();
        if (order.cancel(now, why) instanceof Step.Taken(WorkOrder cancelled)) {
            orders.update(cancelled);
            orders.listJoined(order.id()).forEach(exchange -> orders.join(exchange.id(), Optional.empty()));
            if (cases.get(of).state().isClosed()) {
                days.free(order.holder());
            }
        }
    }
}
