package town.machi.water.work;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.kernel.Refusal;
import town.machi.water.CrewDays;
import town.machi.water.MeterReading;
import town.machi.water.SupplyPoint;
import town.machi.water.SupplyPoints;
import town.machi.water.Visit;
import town.machi.water.VisitOutcome;
import town.machi.water.VisitReport;
import town.machi.water.VisitReport.Result;
import town.machi.water.VisitRules;
import town.machi.water.WorkOrder;
import town.machi.water.WorkOrder.Step;
import town.machi.water.WorkOrderId;
import town.machi.water.jdbc.ExchangeRows;
import town.machi.water.jdbc.OrderRows;
import town.machi.water.jdbc.VisitRows;

/// Takes in what a crew reports, once, however often and however late it comes.
@Component
public class Visiting {

    private final Rows rows;
    private final SupplyPoints points;
    private final CrewDays days;
    private final AfterWork afterWork;
    private final AuditTrail audit;
    private final Clock clock;

    Visiting(Rows rows, SupplyPoints points, CrewDays days, AfterWork afterWork, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.points = points;
        this.days = days;
        this.afterWork = afterWork;
        this.audit = audit;
        this.clock = clock;
    }

    @Component
    record Rows(OrderRows orders, VisitRows visits, ExchangeRows exchanges) {}

    /// @param report with its client-made id: the same again gets the first outcome
    @Transactional
    public VisitOutcome report(WorkOrderId id, VisitReport report, Actor.Staff staff) {
        Optional<WorkOrder> found = rows.orders().lock(id);
        if (found.isEmpty()) {
            return new VisitOutcome.NotFound();
        }
        Optional<Visit> first = rows.visits().find(report.id());
        if (first.isPresent()) {
            return new VisitOutcome.Kept(first.get());
        }
        WorkOrder order = found.get();
        SupplyPoint point = points.get(order.point());
        if (!order.isOpen()) {
            return late(order, report, staff);
        }
        Optional<Refusal> refusal = findReasonAgainst(order, point, report);
        return refusal.isPresent() ? new VisitOutcome.Refused(refusal.get()) : take(order, point, report, staff);
    }

    private Optional<Refusal> findReasonAgainst(WorkOrder order, SupplyPoint point, VisitReport report) {
        Optional<Refusal> refusal = VisitRules.findReasonAgainst(order.kind(), known(point), report);
        boolean changed = report.reading()
                .filter(reading -> reading.story() == MeterReading.Story.METER_CHANGED)
                .isPresent();
        if (refusal.isEmpty()
                && changed
                && rows.exchanges().isElsewhere(report.meter().number(), point.id())) {
            return Optional.of(Refusal.of("water.visit.meter-elsewhere"));
        }
        return refusal;
    }

    private VisitOutcome take(WorkOrder order, SupplyPoint point, VisitReport report, Actor.Staff staff) {
        Visit visit = keep(order, report, staff, false);
        Step step = report.result() == Result.DONE ? order.complete(report.at()) : order.putBack();
        if (step instanceof Step.Taken(WorkOrder next)) {
            rows.orders().update(next);
        }
        if (report.result() == Result.DONE) {
            List<WorkOrder> joined = rows.orders().listJoined(order.id());
            afterWork.done(new AfterWork.Deed(order, point, report), joined, staff);
        } else {
            days.free(order.holder());
            afterWork.inVain(point, report, staff);
        }
        return new VisitOutcome.Kept(visit);
    }

    /// The order was over when the report came. What was done at the valve was done: the register learns how the valve
    /// stands, the office is told, and nothing is billed by it.
    private VisitOutcome late(WorkOrder order, VisitReport report, Actor.Staff staff) {
        Visit visit = keep(order, report, staff, true);
        afterWork.late(order, report, staff);
        return new VisitOutcome.Kept(visit);
    }

    private Visit keep(WorkOrder order, VisitReport report, Actor.Staff staff, boolean late) {
        Instant now = clock.instant();
        Visit visit = new Visit(order.id(), report, staff.staffId(), now, Optional.empty(), late);
        rows.visits().insert(visit);
        rows.visits().keepBox(order.point(), report.boxWords().strip(), null, now);
        String what = (late ? "late-visit:" : "visit:") + report.result().name().toLowerCase(java.util.Locale.ROOT);
        audit.record(AuditEntry.done(staff, AuditAction.WRITE, order.id().subject(), what));
        return visit;
    }

    private static VisitRules.Known known(SupplyPoint point) {
        String number = point.meter().number();
        OptionalInt last = point.meter().last().isPresent()
                ? OptionalInt.of(point.meter().last().get().cubicMetres())
                : OptionalInt.empty();
        return new VisitRules.Known(number == null ? "" : number, point.meter().calibreMillimetres(), last);
    }

    /// The report, for whoever shows it again.
    public Optional<Visit> find(UUID id) {
        return rows.visits().find(id);
    }
}
