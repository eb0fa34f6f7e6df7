package town.machi.water;

import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseId;
import town.machi.kernel.Actor;
import town.machi.kernel.StaffId;
import town.machi.water.jdbc.MemberRows;
import town.machi.water.jdbc.OrderRows;
import town.machi.water.work.Ordering;
import town.machi.water.work.Planning;
import town.machi.water.work.Visiting;

/// The front door to work orders (作業票): who goes where on which day, and what they found there.
@Component
public class WorkOrders {

    private final OrderRows orders;
    private final MemberRows members;
    private final Ordering ordering;
    private final Planning planning;
    private final Visiting visiting;

    WorkOrders(OrderRows orders, MemberRows members, Ordering ordering, Planning planning, Visiting visiting) {
        this.orders = orders;
        this.members = members;
        this.ordering = ordering;
        this.planning = planning;
        this.visiting = visiting;
    }

    /// The order of a case that is open or done.
    public Optional<WorkOrder> findOfCase(CaseId id) {
        return orders.findOfCase(id);
    }

    /// Makes the order of a case that waits for work and whose point is settled, where it has none yet.
    public Optional<WorkOrder> order(CaseId id) {
        return ordering.order(id);
    }

    /// @param seen the revision on which somebody decided
    public OrderOutcome plan(WorkOrderId id, CrewDay on, int seen, Actor.Staff staff) {
        return planning.plan(id, on, seen, staff);
    }

    /// Makes an exchange of the meter at a point.
    public OrderOutcome exchange(SupplyPointId point, Actor.Staff staff) {
        return planning.exchange(point, staff);
    }

    /// @param report with its client-made id: the same again gets the first outcome
    public VisitOutcome report(WorkOrderId id, VisitReport report, Actor.Staff staff) {
        return visiting.report(id, report, staff);
    }

    /// From now on they drive with this crew.
    public void join(StaffId staff, CrewId crew) {
        members.put(staff, crew);
    }
}
