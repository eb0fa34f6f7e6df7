package town.machi.water.work;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Refusal;
import town.machi.platform.Ids;
import town.machi.water.CrewDay;
import town.machi.water.CrewDays;
import town.machi.water.OrderKind;
import town.machi.water.OrderOutcome;
import town.machi.water.SlotOutcome;
import town.machi.water.SupplyPointId;
import town.machi.water.WorkOrder;
import town.machi.water.WorkOrder.State;
import town.machi.water.WorkOrder.Step;
import town.machi.water.WorkOrderId;
import town.machi.water.jdbc.ExchangeRows;
import town.machi.water.jdbc.OrderRows;

/// Which crew does what on which day.
@Component
public class Planning {

    private final OrderRows orders;
    private final ExchangeRows exchanges;
    private final CrewDays days;
    private final Ordering ordering;
    private final AuditTrail audit;
    private final Making making;

    Planning(
            OrderRows orders,
            ExchangeRows exchanges,
            CrewDays days,
            Ordering ordering,
            AuditTrail audit,
            Making making) {
        this.orders = orders;
        this.exchanges = exchanges;
        this.days = days;
        this.ordering = ordering;
        this.audit = audit;
        this.making = making;
    }

    @Component("waterPlanningMaking")
    record Making(Ids ids, Clock clock) {}

    /// Gives an order to a crew for a day. One that is there already stays there.
    ///
    /// @param seen the revision that the board showed
    @Transactional
    public OrderOutcome plan(WorkOrderId id, CrewDay on, int seen, Actor.Staff staff) {
        Optional<WorkOrder> found = orders.lock(id);
        Optional<Refusal> objection = objection(found, seen);
        if (objection.isPresent()) {
            return new OrderOutcome.Refused(objection.get());
        }
        WorkOrder order = found.orElseThrow();
        if (order.plannedOn().equals(Optional.of(on))) {
            return new OrderOutcome.Done(order);
        }
        return switch (order.plan(on, today())) {
            case Step.Refused(Refusal refusal) -> new OrderOutcome.Refused(refusal);
            case Step.Taken(WorkOrder next) -> take(next, on, staff);
        };
    }

    private OrderOutcome take(WorkOrder next, CrewDay on, Actor.Staff staff) {
        return switch (days.take(next.holder(), on)) {
            case SlotOutcome.Taken _ -> keep(next, staff, "plan:" + on.day());
            case SlotOutcome.Full _ -> OrderOutcome.refused("water.order.day-full", on.day());
            case SlotOutcome.Unlimited _ -> OrderOutcome.refused("water.order.no-crews");
        };
    }

    /// Takes it from its crew: it waits for another day.
    @Transactional
    public OrderOutcome putBack(WorkOrderId id, int seen, Actor.Staff staff) {
        Optional<WorkOrder> found = orders.lock(id);
        Optional<Refusal> objection = objection(found, seen);
        if (objection.isPresent()) {
            return new OrderOutcome.Refused(objection.get());
        }
        return switch (found.orElseThrow().putBack()) {
            case Step.Refused(Refusal refusal) -> new OrderOutcome.Refused(refusal);
            case Step.Taken(WorkOrder next) -> {
                days.free(next.holder());
                yield keep(next, staff, "put-back");
            }
        };
    }

    /// Cancels a meter exchange; an order with a case behind it dies with its case.
    @Transactional
    public OrderOutcome cancel(WorkOrderId id, String reason, Actor.Staff staff) {
        Optional<WorkOrder> found = orders.lock(id);
        if (found.isEmpty()) {
            return OrderOutcome.refused("water.order.gone");
        }
        if (found.get().caseId().isPresent()) {
            return OrderOutcome.refused("water.order.has-case");
        }
        if (reason.isBlank()) {
            return OrderOutcome.refused("water.order.reason-missing");
        }
        return switch (found.get().cancel(now(), reason.strip())) {
            case Step.Refused(Refusal refusal) -> new OrderOutcome.Refused(refusal);
            case Step.Taken(WorkOrder next) -> {
                days.free(next.holder());
                yield keep(next, staff, "cancel");
            }
        };
    }

    /// Makes an exchange of the meter at a point; where somebody drives there anyhow it rides along.
    @Transactional
    public OrderOutcome exchange(SupplyPointId point, Actor.Staff staff) {
        WorkOrderId id = new WorkOrderId(making.ids().next());
        WorkOrder order = new WorkOrder(
                id,
                point,
                OrderKind.EXCHANGE,
                Optional.empty(),
                id.value(),
                Optional.empty(),
                Optional.empty(),
                new State.Waiting(),
                1);
        if (!orders.insert(order, new OrderRows.Origin(null, today(), false, now()))) {
            return OrderOutcome.refused("water.guard.order-exists", OrderKind.EXCHANGE.label());
        }
        orders.findOpen(point, OrderKind.CLOSE)
                .or(() -> orders.findOpen(point, OrderKind.OPEN))
                .ifPresent(with -> ordering.join(order, with.id()));
        audit.record(AuditEntry.done(staff, AuditAction.WRITE, id.subject(), "order"));
        return new OrderOutcome.Done(orders.find(id).orElseThrow());
    }

    /// Makes exchanges for all meters whose 検満 comes up to that day and that have none yet.
    ///
    /// @return how many
    @Transactional
    public int exchangeDue(LocalDate until, Actor.Staff staff) {
        List<SupplyPointId> due = exchanges.listDue(until);
        due.forEach(point -> exchange(point, staff));
        return due.size();
    }

    /// How many meters are due up to that day and have no exchange yet.
    public int countDue(LocalDate until) {
        return exchanges.listDue(until).size();
    }

    private static Optional<Refusal> objection(Optional<WorkOrder> found, int seen) {
        if (found.isEmpty()) {
            return Optional.of(Refusal.of("water.order.gone"));
        }
        if (found.get().revision() != seen) {
            return Optional.of(Refusal.of("water.order.changed"));
        }
        return found.get().joinedTo().isPresent() ? Optional.of(Refusal.of("water.order.joined")) : Optional.empty();
    }

    private OrderOutcome keep(WorkOrder next, Actor.Staff staff, String what) {
        orders.update(next);
        audit.record(AuditEntry.done(staff, AuditAction.WRITE, next.id().subject(), what));
        return new OrderOutcome.Done(next);
    }

    private Instant now() {
        return making.clock().instant();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now(), BusinessCalendar.TOKYO);
    }
}
