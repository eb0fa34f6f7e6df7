package town.machi.water.work;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.casework.CaseFile;
import town.machi.kernel.Actor;
import town.machi.kernel.Refusal;
import town.machi.water.CasePoint;
import town.machi.water.Estimate;
import town.machi.water.MeterReading;
import town.machi.water.OrderKind;
import town.machi.water.PointChange;
import town.machi.water.Settlement;
import town.machi.water.Settlement.Progress;
import town.machi.water.SupplyPoint;
import town.machi.water.SupplyPoints;
import town.machi.water.WorkOrderId;
import town.machi.water.jdbc.SettlementRows;

/// 精算: keeps the reading of each closing and opening for the billing system, and reckons what the last bill will be.
@Component
public class Settlements {

    private final SettlementRows rows;
    private final SupplyPoints points;
    private final Prices prices;
    private final EstimateWords words;
    private final AuditTrail audit;
    private final Clock clock;

    Settlements(
            SettlementRows rows,
            SupplyPoints points,
            Prices prices,
            EstimateWords words,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.points = points;
        this.prices = prices;
        this.words = words;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param notice what was asked for
    /// @return what the resident is told: the estimate of a closing; empty for an opening
    String open(AfterWork.Deed deed, CasePoint.Kind notice, CaseFile file) {
        Settlement settlement = settlement(deed, notice);
        rows.insert(settlement, deed.report().reading(), clock.instant());
        return settlement.kind() == OrderKind.CLOSE
                ? words.of(settlement, estimate(settlement), file.filing().language())
                : "";
    }

    private Settlement settlement(AfterWork.Deed deed, CasePoint.Kind notice) {
        SupplyPoint point = deed.point();
        Optional<SupplyPoint.Reading> last = point.meter().last();
        OptionalInt before = last.isPresent() ? OptionalInt.of(last.get().cubicMetres()) : OptionalInt.empty();
        Optional<MeterReading> now = deed.report().reading();
        Settlement.Read read = new Settlement.Read(
                before,
                last.map(SupplyPoint.Reading::on).orElse(null),
                now.isPresent() ? OptionalInt.of(now.get().cubicMetres()) : OptionalInt.empty(),
                now.isPresent() ? now.get().usedSince(before) : OptionalInt.empty(),
                deed.day());
        Settlement.At at = new Settlement.At(
                orEmpty(point.numbers().customer()),
                deed.isMeterChanged()
                        ? deed.report().meter().number()
                        : orEmpty(point.meter().number()),
                point.meter().calibreMillimetres(),
                point.supply().services());
        Progress progress = now.isPresent() ? new Progress.ToSend() : new Progress.NeedsReading();
        return new Settlement(
                deed.order().id(), 0, notice, point.id(), deed.order().caseId(), at, read, progress);
    }

    /// What the last bill will come to; empty where no day of a last reading is known.
    public Optional<Estimate> estimate(Settlement settlement) {
        LocalDate from = settlement.read().lastOn();
        if (from == null || from.isAfter(settlement.read().on())) {
            return Optional.empty();
        }
        Estimate.Period period = new Estimate.Period(
                from, settlement.read().on(), settlement.read().used());
        return Optional.of(
                Estimate.of(period, settlement.at().calibre(), settlement.at().services(), prices::find));
    }

    /// A reading that somebody of the office takes from a photo, or sets; only before it was sent.
    ///
    /// @return why not
    @Transactional
    public Optional<Refusal> enterReading(WorkOrderId order, MeterReading reading, Actor.Staff staff) {
        Optional<Settlement> found = rows.find(order).flatMap(each -> rows.lock(each.number()));
        if (found.isEmpty() || !isChangeable(found.get())) {
            return Optional.of(Refusal.of("water.settlement.sent"));
        }
        OptionalInt last = found.get().read().last();
        Optional<Refusal> refusal = reading.findReasonAgainst(last);
        if (refusal.isEmpty()) {
            rows.setReading(order, reading, reading.usedSince(last));
            var read = new SupplyPoint.Reading(
                    reading.cubicMetres(), found.get().read().on());
            points.change(found.get().point(), new PointChange.MeterRead(read), staff);
            audit.record(AuditEntry.done(staff, AuditAction.WRITE, order.subject(), "reading"));
        }
        return refusal;
    }

    private static boolean isChangeable(Settlement settlement) {
        return switch (settlement.progress()) {
            case Progress.NeedsReading _, Progress.ToSend _ -> true;
            case Progress.Sent _, Progress.Billed _ -> false;
        };
    }

    /// What has not come to its end, oldest first.
    public List<Settlement> listUnfinished() {
        return rows.listUnfinished();
    }

    public List<Settlement> listOfBatch(UUID batch) {
        return rows.listOfBatch(batch);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
