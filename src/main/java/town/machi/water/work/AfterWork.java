package town.machi.water.work;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseId;
import town.machi.casework.Cases;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.water.CasePoint;
import town.machi.water.MeterReading;
import town.machi.water.OrderKind;
import town.machi.water.PointChange;
import town.machi.water.SupplyPoint;
import town.machi.water.SupplyPoints;
import town.machi.water.ValveState;
import town.machi.water.VisitReport;
import town.machi.water.WorkOrder;
import town.machi.water.WorkOrder.Step;
import town.machi.water.jdbc.OrderRows;

/// What follows when the work at a valve is done: the register, the exchange that rode along, the settlement, the case.
@Component
class AfterWork {

    /// 検定の有効期間 of a water meter. Source: 計量法施行令 別表第3.
    private static final int METER_YEARS = 8;

    private final SupplyPoints points;
    private final OrderRows orders;
    private final Cases cases;
    private final CaseSteps steps;
    private final Settlements settlements;
    private final Confirming confirming;

    AfterWork(
            SupplyPoints points,
            OrderRows orders,
            Cases cases,
            CaseSteps steps,
            Settlements settlements,
            Confirming confirming) {
        this.points = points;
        this.orders = orders;
        this.cases = cases;
        this.steps = steps;
        this.settlements = settlements;
        this.confirming = confirming;
    }

    /// @param point as it was before
    record Deed(WorkOrder order, SupplyPoint point, VisitReport report) {

        LocalDate day() {
            return LocalDate.ofInstant(report.at(), BusinessCalendar.TOKYO);
        }

        boolean isMeterChanged() {
            return report.reading()
                    .filter(reading -> reading.story() == MeterReading.Story.METER_CHANGED)
                    .isPresent();
        }
    }

    void done(Deed deed, List<WorkOrder> joined, Actor.Staff staff) {
        if (deed.isMeterChanged()) {
            points.change(deed.point().id(), newMeter(deed), staff);
        }
        exchange(deed, joined);
        Optional<CaseId> caseId = deed.order().caseId();
        Optional<CasePoint> asked = caseId.flatMap(points::findOfCase);
        if (caseId.isEmpty() || asked.isEmpty()) {
            return;
        }
        CaseFile file = cases.get(caseId.get());
        points.change(deed.point().id(), change(asked.get().kind(), deed, file), staff);
        String words = settlements.open(deed, asked.get().kind(), file);
        if (deed.order().kind() == OrderKind.OPEN) {
            confirming.issue(deed, file, staff);
        }
        steps.goOn(file.id(), Ordering.SCHEDULED, words, requestOf(deed.report()), staff);
    }

    /// Nothing was done; but how the valve stands was seen.
    void inVain(SupplyPoint point, VisitReport report, Actor.Staff staff) {
        ValveState seen = report.meter().opened() ? ValveState.OPEN : ValveState.CLOSED;
        if (report.result() == VisitReport.Result.UNABLE && point.supply().valve() != seen) {
            points.change(point.id(), new PointChange.ValveSeen(seen), staff);
        }
    }

    void late(WorkOrder order, VisitReport report, Actor.Staff staff) {
        SupplyPoint point = points.get(order.point());
        ValveState seen = report.meter().opened() ? ValveState.OPEN : ValveState.CLOSED;
        boolean untouched = orders.listOfPoint(order.point()).stream()
                .noneMatch(other -> other.state() instanceof WorkOrder.State.Done(var at) && at.isAfter(report.at()));
        if (report.result() == VisitReport.Result.DONE
                && untouched
                && point.supply().valve() != seen) {
            points.change(point.id(), new PointChange.ValveSeen(seen), staff);
        }
    }

    /// An exchange that rode along is done when the crew says that the meter is another one; else it stands alone
    /// again.
    private void exchange(Deed deed, List<WorkOrder> joined) {
        for (WorkOrder exchange : joined) {
            if (deed.isMeterChanged() && exchange.complete(deed.report().at()) instanceof Step.Taken(WorkOrder done)) {
                orders.update(done);
            } else {
                orders.join(exchange.id(), Optional.empty());
            }
        }
    }

    private static PointChange newMeter(Deed deed) {
        VisitReport.Meter meter = deed.report().meter();
        return new PointChange.MeterExchanged(new SupplyPoint.Meter(
                meter.number(),
                meter.calibre(),
                deed.day().plusYears(METER_YEARS),
                Optional.ofNullable(reading(deed))));
    }

    private static PointChange change(CasePoint.Kind kind, Deed deed, CaseFile file) {
        SupplyPoint.Reading reading = reading(deed);
        return switch (kind) {
            case START -> new PointChange.Started(CaseUser.of(file, deed.day()), reading);
            case RESUME ->
                deed.point().supply().user().isPresent()
                        ? new PointChange.Resumed(reading)
                        : new PointChange.Started(CaseUser.of(file, deed.day()), reading);
            case STOP -> new PointChange.Stopped(reading);
            case PAUSE -> new PointChange.Paused(CaseUser.until(file).orElse(null), reading);
            case RENAME -> throw new IllegalStateException("nobody drives there for a change of name");
        };
    }

    private static SupplyPoint.@Nullable Reading reading(Deed deed) {
        return deed.report()
                .reading()
                .map(reading -> new SupplyPoint.Reading(reading.cubicMetres(), deed.day()))
                .orElse(null);
    }

    private static UUID requestOf(VisitReport report) {
        return UUID.nameUUIDFromBytes(("water visit " + report.id()).getBytes(StandardCharsets.UTF_8));
    }
}
