package town.machi.shelter.list;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import town.machi.shelter.Shelter;
import town.machi.shelter.ShelterId;

/// What taking a list in would do.
///
/// @param faults each with its line; with any, nothing is taken in
/// @param changed what was there, and differs
/// @param alike places of the town that a row seems to tell of though no 全国共通ID says so
public record ListPlan(
        List<String> faults, List<Shelter> fresh, List<Change> changed, List<Alike> alike, int unchanged) {

    public record Change(Shelter before, Shelter after) {

        public List<PlaceChange> fields() {
            return PlaceChange.between(before, after);
        }
    }

    /// @param known what the town has
    /// @param told what the row tells, if it is another place
    /// @param merged what the place becomes if it is the same: an empty cell takes nothing away
    /// @param sure at one address or within 100 metres; otherwise the name alone is the same
    /// @param joined whether it is taken for the same
    public record Alike(Shelter known, Shelter told, Shelter merged, boolean sure, boolean joined) {

        public List<PlaceChange> fields() {
            return PlaceChange.between(known, merged);
        }
    }

    public boolean isSound() {
        return faults.isEmpty();
    }

    static ListPlan refused(List<String> faults) {
        return new ListPlan(faults, List.of(), List.of(), List.of(), 0);
    }

    /// All that is written when it is taken in and was there before.
    List<Shelter> rewritten() {
        List<Shelter> all = new ArrayList<>(changed.stream().map(Change::after).toList());
        alike.stream().filter(Alike::joined).map(Alike::merged).forEach(all::add);
        return all;
    }

    List<Shelter> added() {
        List<Shelter> all = new ArrayList<>(fresh);
        alike.stream().filter(each -> !each.joined()).map(Alike::told).forEach(all::add);
        return all;
    }

    /// Makes a plan, row by row.
    static final class Planning {

        private final List<Shelter> known;
        private final Map<String, Shelter> byDesignated;
        private final Map<String, Shelter> byEmergency;
        private final Likeness likeness;
        private final Supplier<ShelterId> ids;
        private final Predicate<Alike> same;
        private final List<String> faults = new ArrayList<>();
        private final List<Shelter> fresh = new ArrayList<>();
        private final List<Change> changed = new ArrayList<>();
        private final List<Alike> alike = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private final Set<ShelterId> told = new HashSet<>();
        private int unchanged;

        /// @param same whether one that is alike is taken for the same
        Planning(List<Shelter> known, Likeness likeness, Supplier<ShelterId> ids, Predicate<Alike> same) {
            this.known = known;
            this.likeness = likeness;
            this.ids = ids;
            this.same = same;
            byDesignated = ShelterColumns.byId(known, shelter -> shelter.ids().designated());
            byEmergency = ShelterColumns.byId(known, shelter -> shelter.ids().emergency());
        }

        ListPlan plan(List<CsvRow> rows) {
            rows.forEach(this::take);
            return new ListPlan(
                    List.copyOf(faults), List.copyOf(fresh), List.copyOf(changed), List.copyOf(alike), unchanged);
        }

        private void take(CsvRow row) {
            Shelter draft = new ShelterReader(row.again(), Places.unknown(ids.get()), false).read();
            Shelter before = find(draft);
            Shelter read = new ShelterReader(row, before == null ? Places.unknown(draft.id()) : before, false).read();
            faults.addAll(row.faults());
            String key = String.valueOf(
                    read.ids().main() == null ? read.name() : read.ids().main());
            if (!seen.add(key) || before != null && !told.add(before.id())) {
                faults.add(row.line() + "行目: 「" + key + "」が二度あります。");
            } else if (before == null) {
                findAlike(read).ifPresentOrElse(found -> join(found, read, row), () -> fresh.add(read));
            } else if (before.equals(read)) {
                unchanged++;
            } else {
                changed.add(new Change(before, read));
            }
        }

        private @Nullable Shelter find(Shelter draft) {
            Shelter found = byDesignated.get(String.valueOf(draft.ids().designated()));
            return found == null ? byEmergency.get(String.valueOf(draft.ids().emergency())) : found;
        }

        /// A row with an id can only be one that has none; a row without may be any.
        private Optional<Shelter> findAlike(Shelter read) {
            List<Shelter> named = known.stream()
                    .filter(each -> read.ids().main() == null || each.ids().main() == null)
                    .filter(each -> !told.contains(each.id()) && Likeness.haveOneName(each, read))
                    .toList();
            return named.stream()
                    .filter(each -> likeness.stand(each, read))
                    .findFirst()
                    .or(() -> named.stream().findFirst());
        }

        private void join(Shelter found, Shelter read, CsvRow row) {
            told.add(found.id());
            Shelter merged = new ShelterReader(row.again(), found, true).read();
            var open = new Alike(found, read, merged, likeness.stand(found, read), false);
            boolean joined = same.test(open);
            if (joined && merged.equals(found)) {
                unchanged++;
            } else {
                alike.add(new Alike(found, read, merged, open.sure(), joined));
            }
        }
    }
}
