package town.machi.water.work;

import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.casework.ActGuard;
import town.machi.casework.CaseFile;
import town.machi.casework.Cases;
import town.machi.kernel.Actor;
import town.machi.kernel.Refusal;
import town.machi.procedure.WorkflowPlan;
import town.machi.procedure.WorkflowPlan.Act;
import town.machi.procedure.WorkflowPlan.Meaning;
import town.machi.water.CasePoint;
import town.machi.water.OrderKind;
import town.machi.water.Settlement;
import town.machi.water.SupplyPoints;
import town.machi.water.WorkOrder;
import town.machi.water.intake.WaterForm;
import town.machi.water.jdbc.OrderRows;
import town.machi.water.jdbc.SettlementRows;

/// Nobody completes on paper what the crew has not done at the valve, nor before the amount is back.
@Component
class OrderGuard implements ActGuard {

    /// The end of a notice that came twice: its order, if there is one, dies with it.
    private static final String WITHOUT_WORK = "noWork";

    private final OrderRows orders;
    private final SettlementRows settlements;
    private final SupplyPoints points;
    private final Cases cases;

    OrderGuard(OrderRows orders, SettlementRows settlements, SupplyPoints points, Cases cases) {
        this.orders = orders;
        this.settlements = settlements;
        this.points = points;
        this.cases = cases;
    }

    @Override
    public Optional<Refusal> findReasonAgainst(CaseFile file, Act act, Actor.Staff staff) {
        Optional<CasePoint> point = points.findOfCase(file.id());
        if (point.isEmpty() || !point.get().kind().isWork()) {
            return Optional.empty();
        }
        if (act.to().equals(Ordering.SCHEDULED)) {
            return againstSecondOrder(file, point.get());
        }
        return leadsOn(file, act) && !act.to().equals(WITHOUT_WORK) ? againstPaperAlone(file) : Optional.empty();
    }

    private Optional<Refusal> againstSecondOrder(CaseFile file, CasePoint point) {
        OrderKind kind = OrderKind.of(point.kind());
        boolean taken = point.point()
                .flatMap(at -> orders.findOpen(at, kind))
                .filter(open -> !open.caseId().equals(Optional.of(file.id())))
                .isPresent();
        return taken ? Optional.of(Refusal.of("water.guard.order-exists", kind.label())) : Optional.empty();
    }

    private Optional<Refusal> againstPaperAlone(CaseFile file) {
        Optional<WorkOrder> open = orders.findOfCase(file.id()).filter(WorkOrder::isOpen);
        if (open.isPresent()) {
            return Optional.of(
                    Refusal.of("water.guard.order-open", open.get().kind().label()));
        }
        Optional<Settlement> settlement = settlements.findOfCase(file.id());
        boolean waits = !file.state().id().equals(Ordering.SCHEDULED)
                && settlement
                        .filter(each -> each.kind() == OrderKind.CLOSE && !each.isBilled())
                        .isPresent();
        return waits ? Optional.of(Refusal.of("water.guard.not-billed")) : Optional.empty();
    }

    /// Whether the act goes forward, as opposed to back to the resident or to an end without work.
    private boolean leadsOn(CaseFile file, Act act) {
        WorkflowPlan plan = cases.definitionOf(file).workflow();
        Meaning to = Objects.requireNonNull(plan.states().get(act.to())).meaning();
        return !act.to().equals(WaterForm.NO_WORK) && (to == Meaning.OPEN || to == Meaning.DONE);
    }
}
