package town.machi.water.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.platform.Ids;
import town.machi.water.SupplyPoint;
import town.machi.water.SupplyPointId;
import town.machi.water.jdbc.ArrearsRows;
import town.machi.water.jdbc.PointRows;
import town.machi.water.jdbc.RegisterRows;

/// The register as staff read and write it. Every look is in the audit, with ids alone.
@Component
public class PointRegister {

    private final PointRows points;
    private final RegisterRows lists;
    private final ArrearsRows arrears;
    private final AuditTrail audit;
    private final Importing importing;
    private final Making making;

    PointRegister(
            PointRows points,
            RegisterRows lists,
            ArrearsRows arrears,
            AuditTrail audit,
            Importing importing,
            Making making) {
        this.points = points;
        this.lists = lists;
        this.arrears = arrears;
        this.audit = audit;
        this.importing = importing;
        this.making = making;
    }

    @Component
    record Making(Ids ids, Clock clock, TransactionOperations transaction) {}

    public record Page(List<SupplyPoint> points, int total) {}

    public Page list(PointQuery query, int limit, int offset, Actor.Staff staff) {
        return in(() -> {
            audit.record(AuditEntry.done(staff, AuditAction.READ, "water.register:list", "list"));
            return new Page(lists.list(query, limit, offset), lists.count(query));
        });
    }

    public List<SupplyPoint> export(PointQuery query, String ending, Actor.Staff staff) {
        return in(() -> {
            audit.record(AuditEntry.done(staff, AuditAction.EXPORT, "water.register:list", "export." + ending));
            return lists.list(query, 1_000_000, 0);
        });
    }

    public List<ArrearsRows.Debtor> debtors(SupplyPointId id) {
        return arrears.list(id);
    }

    public void addDebtor(SupplyPointId id, UUID request, ArrearsRows.Debtor debtor, Actor.Staff staff) {
        in(() -> {
            arrears.insert(request, id, debtor, false);
            audit.record(AuditEntry.done(staff, AuditAction.WRITE, id.subject(), "arrears:add"));
            return true;
        });
    }

    public void settleDebt(SupplyPointId id, UUID debt, Actor.Staff staff) {
        in(() -> {
            arrears.settle(debt, LocalDate.ofInstant(making.clock().instant(), BusinessCalendar.TOKYO));
            audit.record(AuditEntry.done(staff, AuditAction.WRITE, id.subject(), "arrears:settle"));
            return true;
        });
    }

    /// What came of saving.
    public sealed interface Saved {

        record Done(SupplyPoint point) implements Saved {}

        /// Nothing was saved.
        record Faulty(List<PointReader.Fault> faults) implements Saved {}

        /// Somebody else changed it meanwhile.
        record Stale(SupplyPoint now) implements Saved {}
    }

    /// @param id of the point; a new one gets the request's id, so that a repeat adds nothing
    /// @param revision the one that the page showed; 0: it is new
    public Saved save(SupplyPointId id, int revision, Map<PointColumn, String> cells, Actor.Staff staff) {
        PointReader.Result read = PointReader.read(id, revision + 1, cells, importing.surroundings());
        SupplyPoint wanted = read.point();
        if (wanted == null) {
            return new Saved.Faulty(read.faults());
        }
        try {
            return in(() -> write(wanted, revision, staff));
        } catch (DuplicateKeyException taken) {
            return new Saved.Faulty(List.of(fault(String.valueOf(taken.getMessage()))));
        }
    }

    private Saved write(SupplyPoint wanted, int revision, Actor.Staff staff) {
        Optional<SupplyPoint> before = points.lock(wanted.id());
        if (before.isPresent() && before.get().revision() != revision) {
            boolean repeat = PointSheet.row(before.get()).equals(PointSheet.row(wanted));
            return repeat ? new Saved.Done(before.get()) : new Saved.Stale(before.get());
        }
        if (before.isPresent()) {
            points.update(wanted);
        } else {
            points.insert(wanted, false);
        }
        audit.record(
                AuditEntry.done(staff, AuditAction.WRITE, wanted.id().subject(), before.isPresent() ? "edit" : "add"));
        return new Saved.Done(wanted);
    }

    /// The database's complaint in a sentence.
    private static PointReader.Fault fault(String message) {
        PointColumn column = message.contains("one_point_for_a_customer")
                ? PointColumn.CUSTOMER
                : message.contains("one_point_for_a_meter") ? PointColumn.METER : PointColumn.POINT;
        return new PointReader.Fault(column, "この" + column.label() + "は、ほかの給水装置が使っています。");
    }

    /// A point as it stands in the boxes of the edit page.
    public static Map<PointColumn, String> cells(SupplyPoint point) {
        Map<PointColumn, String> cells = new EnumMap<>(PointColumn.class);
        List<String> row = PointSheet.row(point);
        for (PointColumn column : PointColumn.values()) {
            cells.put(column, row.get(column.ordinal()));
        }
        return cells;
    }

    private <T> T in(java.util.function.Supplier<T> act) {
        return java.util.Objects.requireNonNull(making.transaction().execute(_ -> act.get()));
    }
}
