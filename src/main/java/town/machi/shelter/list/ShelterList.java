package town.machi.shelter.list;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.platform.Ids;
import town.machi.platform.Town;
import town.machi.shelter.Shelter;
import town.machi.shelter.ShelterId;
import town.machi.shelter.jdbc.ShelterRows;

/// Takes a list of places in, and gives it out. First a dry run that tells every fault with its line; then all
/// or
/// nothing. A place that the list does not name stays as it is.
@Component
public class ShelterList {

    private final ShelterRows rows;
    private final Ids ids;
    private final Clock clock;
    private final Town town;
    private final AuditTrail audit;

    ShelterList(ShelterRows rows, Ids ids, Clock clock, Town town, AuditTrail audit) {
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
        this.town = town;
        this.audit = audit;
    }

    /// What taking the list in would do.
    ///
    /// @param faults each with its line; with any, nothing is taken in
    /// @param changed what was there, and differs
    public record Plan(List<String> faults, List<Shelter> fresh, List<Shelter> changed, int unchanged) {

        public boolean isSound() {
            return faults.isEmpty();
        }
    }

    /// The dry run.
    public Plan plan(String csv) {
        CsvTable table = CsvTable.read(csv, ShelterColumns.NAME, "名称、ID");
        return table.faults().isEmpty()
                ? new Planning().plan(table.rows())
                : new Plan(table.faults(), List.of(), List.of(), 0);
    }

    private final class Planning {

        private final List<Shelter> known = rows.list();
        private final Map<String, Shelter> byDesignated =
                ShelterColumns.byId(known, shelter -> shelter.ids().designated());
        private final Map<String, Shelter> byEmergency =
                ShelterColumns.byId(known, shelter -> shelter.ids().emergency());
        private final List<String> faults = new ArrayList<>();
        private final List<Shelter> fresh = new ArrayList<>();
        private final List<Shelter> changed = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private int unchanged;

        Plan plan(List<CsvRow> rows) {
            rows.forEach(this::take);
            return new Plan(List.copyOf(faults), List.copyOf(fresh), List.copyOf(changed), unchanged);
        }

        private void take(CsvRow row) {
            Shelter draft = new ShelterReader(row.again()).read(new ShelterId(ids.next()), null);
            Shelter before = find(draft);
            Shelter read = new ShelterReader(row).read(before == null ? draft.id() : before.id(), before);
            faults.addAll(row.faults());
            String key = read.ids().main() == null
                    ? read.name()
                    : String.valueOf(read.ids().main());
            if (!seen.add(key)) {
                faults.add(row.line() + "行目: 「" + key + "」が二度あります。");
            } else if (before == null) {
                fresh.add(read);
            } else if (before.equals(read)) {
                unchanged++;
            } else {
                changed.add(read);
            }
        }

        private @Nullable Shelter find(Shelter draft) {
            Shelter found = byDesignated.get(String.valueOf(draft.ids().designated()));
            return found == null ? byEmergency.get(String.valueOf(draft.ids().emergency())) : found;
        }
    }

    /// Takes it in, when it is sound.
    @Transactional
    public Plan take(String csv, Actor by) {
        Plan plan = plan(csv);
        if (plan.isSound()) {
            plan.fresh().forEach(shelter -> rows.insert(shelter, clock.instant()));
            plan.changed().forEach(shelter -> rows.update(shelter, clock.instant()));
            audit.record(AuditEntry.done(
                    by,
                    AuditAction.WRITE,
                    "shelter.list:-",
                    "fresh:" + plan.fresh().size() + " changed:"
                            + plan.changed().size()));
        }
        return plan;
    }

    /// The header of the export.
    ///
    /// @param national only the columns of the national sheet
    public List<String> header(boolean national) {
        return national ? ShelterColumns.NATIONAL : ShelterColumns.ALL;
    }

    /// The national sheet holds places to flee to only; ours all of them.
    public Stream<List<String>> rows(boolean national) {
        return rows.list().stream()
                .filter(shelter -> !national || shelter.ids().emergency() != null)
                .map(shelter -> ShelterColumns.row(shelter, town, header(national)));
    }
}
