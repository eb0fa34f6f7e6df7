package town.machi.water.register;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.platform.Ids;
import town.machi.platform.Town;
import town.machi.platform.TownArea;
import town.machi.water.PlaceKey;
import town.machi.water.SupplyPoint;
import town.machi.water.SupplyPointId;
import town.machi.water.jdbc.PointRows;
import town.machi.water.jdbc.RegisterRows;

/// Takes a file into the register: looked at first, and then all of it or nothing. Points that the file does not name
/// stay as they are.
@Component
public class Importing {

    private final RegisterRows register;
    private final PointRows points;
    private final AuditTrail audit;
    private final Town town;
    private final Making making;

    Importing(RegisterRows register, PointRows points, AuditTrail audit, Town town, Making making) {
        this.register = register;
        this.points = points;
        this.audit = audit;
        this.town = town;
        this.making = making;
    }

    @Component
    record Making(Ids ids, Clock clock) {}

    /// What the file would do, or did.
    ///
    /// @param id of the file that was looked at
    /// @param changed with another value in at least one column
    public record Plan(
            UUID id, String encoding, Counts counts, List<PointFile.LineFault> faults, List<String> examples) {

        public boolean isSound() {
            return faults.isEmpty();
        }
    }

    public record Counts(int added, int changed, int same) {

        public int all() {
            return added + changed + same;
        }
    }

    /// Looks at a file and changes nothing but to keep it for a day.
    @Transactional
    public Plan look(UUID id, String name, byte[] content, Actor.Staff staff) {
        Plan plan = plan(id, content, new ArrayList<>());
        if (plan.isSound()) {
            register.keepDraft(id, staff.id(), making.clock().instant(), name, content);
        }
        return plan;
    }

    /// Takes in what was looked at. The register may have moved meanwhile: it is looked at once more, and one fault
    /// keeps everything out.
    ///
    /// @return empty where there is no such file (any more), or it was taken in already
    @Transactional
    public Optional<Plan> take(UUID id, Actor.Staff staff) {
        register.lockRegister();
        Optional<byte[]> content = register.findDraft(id, staff.id());
        if (content.isEmpty()) {
            return Optional.empty();
        }
        List<Change> changes = new ArrayList<>();
        Plan plan = plan(id, content.get(), changes);
        if (plan.isSound()) {
            // Numbers may move between points: they are let go before they are given.
            changes.stream().filter(change -> change.before() != null).forEach(change -> points.update(bare(change)));
            changes.forEach(this::write);
            register.deleteDraft(id);
            audit.record(AuditEntry.done(staff, AuditAction.WRITE, "water.import:" + id, "take"));
        }
        return Optional.of(plan);
    }

    /// @param before null: it is new
    private record Change(@Nullable SupplyPoint before, SupplyPoint after) {}

    private static SupplyPoint bare(Change change) {
        SupplyPoint after = change.after();
        SupplyPoint.Meter meter = after.meter();
        return new SupplyPoint(
                after.id(),
                new SupplyPoint.Numbers(after.numbers().point(), null),
                new SupplyPoint.Meter(null, meter.calibreMillimetres(), meter.until(), meter.last()),
                after.site(),
                after.supply(),
                after.revision());
    }

    private void write(Change change) {
        if (change.before() == null) {
            points.insert(change.after(), false);
        } else {
            points.update(change.after());
        }
    }

    private Plan plan(UUID id, byte[] content, List<Change> changes) {
        PointFile.Result read = PointFile.read(content, surroundings());
        List<PointFile.LineFault> faults = new ArrayList<>(read.faults());
        Map<String, SupplyPoint> there = register.byNumber();
        Map<String, String> owners = owners(there, read.points());
        int same = 0;
        for (Map.Entry<Long, SupplyPoint> row : read.points().entrySet()) {
            SupplyPoint wanted = row.getValue();
            checkOwner(row.getKey(), PointColumn.CUSTOMER, wanted.numbers().customer(), owners, faults);
            checkOwner(row.getKey(), PointColumn.METER, wanted.meter().number(), owners, faults);
            SupplyPoint before = there.get(wanted.numbers().point());
            if (before != null && PointSheet.row(before).equals(PointSheet.row(wanted))) {
                same++;
            } else {
                changes.add(new Change(before, after(before, wanted)));
            }
        }
        int added =
                (int) changes.stream().filter(change -> change.before() == null).count();
        return new Plan(
                id,
                read.encoding(),
                new Counts(added, changes.size() - added, same),
                faults.stream()
                        .sorted(java.util.Comparator.comparingLong(PointFile.LineFault::line))
                        .toList(),
                examples(changes));
    }

    private SupplyPoint after(@Nullable SupplyPoint before, SupplyPoint wanted) {
        SupplyPointId id = before == null ? new SupplyPointId(making.ids().next()) : before.id();
        int revision = before == null ? 1 : before.revision() + 1;
        return new SupplyPoint(id, wanted.numbers(), wanted.meter(), wanted.site(), wanted.supply(), revision);
    }

    private static List<String> examples(List<Change> changes) {
        return changes.stream()
                .limit(10)
                .map(change -> (change.before() == null ? "追加　" : "変更　")
                        + change.after().numbers().point() + "　"
                        + change.after().site().oneLine())
                .toList();
    }

    /// Numbers of points that the file does not name: they are taken.
    private static Map<String, String> owners(Map<String, SupplyPoint> there, Map<Long, SupplyPoint> rows) {
        Map<String, String> owners = new HashMap<>();
        List<String> named =
                rows.values().stream().map(point -> point.numbers().point()).toList();
        java.util.Set<String> inFile = new java.util.HashSet<>(named);
        there.values().stream()
                .filter(point -> !inFile.contains(point.numbers().point()))
                .forEach(point -> {
                    owners.put(
                            PointColumn.CUSTOMER + ":" + point.numbers().customer(),
                            point.numbers().point());
                    owners.put(
                            PointColumn.METER + ":" + point.meter().number(),
                            point.numbers().point());
                });
        return owners;
    }

    private static void checkOwner(
            long line,
            PointColumn column,
            @Nullable String number,
            Map<String, String> owners,
            List<PointFile.LineFault> faults) {
        String owner = number == null ? null : owners.get(column + ":" + number);
        if (owner != null) {
            faults.add(
                    new PointFile.LineFault(line, column.label() + "「" + number + "」は水栓番号「" + owner + "」の給水装置のものです。"));
        }
    }

    /// What rows and boxes are read against.
    PointReader.Surroundings surroundings() {
        java.util.Set<String> areas = new java.util.HashSet<>();
        town.areas().stream().map(TownArea::name).map(PlaceKey::area).forEach(areas::add);
        return new PointReader.Surroundings(area -> areas.contains(PlaceKey.area(area)), town::contains);
    }
}
