package town.machi.shelter.missing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.messaging.Districts;
import town.machi.platform.Ids;
import town.machi.shelter.SupportedPerson;
import town.machi.shelter.jdbc.SupportedRows;
import town.machi.shelter.list.CsvRow;
import town.machi.shelter.list.CsvTable;

/// Takes the 避難行動要支援者名簿 in as a whole, and gives it out. First a dry run that tells every fault with its line;
/// then all or nothing. Who is on it no more is gone, unless something is going on: then nobody is lost from the list.
@Component
public class SupportList {

    /// As the audit names the list.
    private static final String SUBJECT = "shelter.supported:-";

    private final SupportedRows rows;
    private final Districts districts;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    SupportList(SupportedRows rows, Districts districts, AuditTrail audit, Ids ids, Clock clock) {
        this.rows = rows;
        this.districts = districts;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /// What taking the list in would do.
    ///
    /// @param faults each with its line; with any, nothing is taken in
    /// @param gone who stands on the list and not in this one
    /// @param keptBack whether they stay, because something is going on
    public record Plan(
            List<String> faults,
            List<SupportedPerson> fresh,
            List<SupportedPerson> changed,
            int unchanged,
            List<SupportedPerson> gone,
            boolean keptBack) {

        public boolean isSound() {
            return faults.isEmpty();
        }

        static Plan faulty(List<String> faults) {
            return new Plan(List.copyOf(faults), List.of(), List.of(), 0, List.of(), false);
        }
    }

    /// The dry run.
    public Plan plan(String csv) {
        CsvTable table = CsvTable.read(csv, SupportColumns.NAME, "氏名、かな、生年月日");
        if (!table.faults().isEmpty()) {
            return Plan.faulty(table.faults());
        }
        return table.rows().isEmpty()
                ? Plan.faulty(List.of("1行目の列の名前のほかに、行がありません。"))
                : new Planning().plan(table.rows());
    }

    /// Somebody is found again by reading, birth date and address, or by the first two where that is clear.
    private final class Planning {

        private final LocalDate today = LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
        private final List<String> faults = new ArrayList<>();
        private final Map<String, List<SupportedPerson>> known = new HashMap<>();
        private final Map<String, Integer> lines = new HashMap<>();
        private final List<SupportedPerson> fresh = new ArrayList<>();
        private final List<SupportedPerson> changed = new ArrayList<>();
        private int unchanged;

        Plan plan(List<CsvRow> list) {
            rows.list()
                    .forEach(each -> known.computeIfAbsent(key(each), _ -> new ArrayList<>())
                            .add(each));
            List<SupportedPerson> read = new ArrayList<>();
            for (CsvRow row : list) {
                new SupportReader(row, districts, today).read(ids.next()).ifPresent(person -> {
                    once(person, row);
                    read.add(person);
                });
                faults.addAll(row.faults());
            }
            if (!faults.isEmpty()) {
                return Plan.faulty(faults);
            }
            read.stream().filter(each -> !take(each, true)).toList().forEach(each -> take(each, false));
            List<SupportedPerson> gone =
                    known.values().stream().flatMap(List::stream).toList();
            return new Plan(List.of(), fresh, changed, unchanged, gone, !gone.isEmpty() && rows.isSomethingOn());
        }

        private void once(SupportedPerson person, CsvRow row) {
            Integer before =
                    lines.putIfAbsent(key(person) + " " + person.where().address(), row.line());
            if (before != null) {
                row.fault("読みと生年月日と住所が、" + before + "行目の人と同じです。");
            }
        }

        /// @param exactly only at the same address; else whoever is left, or nobody
        /// @return whether it is done with
        private boolean take(SupportedPerson person, boolean exactly) {
            List<SupportedPerson> candidates = known.getOrDefault(key(person), List.of());
            Optional<SupportedPerson> before = candidates.stream()
                    .filter(each -> !exactly
                            || each.where().address().equals(person.where().address()))
                    .findFirst();
            if (before.isEmpty()) {
                return !exactly && fresh.add(person);
            }
            candidates.remove(before.get());
            SupportedPerson same = withId(person, before.get().id());
            if (same.equals(before.get())) {
                unchanged++;
            } else {
                changed.add(same);
            }
            return true;
        }
    }

    private static String key(SupportedPerson person) {
        return person.kanaKey() + " " + person.who().birth();
    }

    private static SupportedPerson withId(SupportedPerson person, UUID id) {
        return new SupportedPerson(
                id,
                person.who(),
                person.where(),
                person.phone(),
                person.care(),
                person.supporter(),
                person.consented(),
                person.plan());
    }

    /// Takes it in, when it is sound.
    @Transactional
    public Plan take(String csv, Actor by) {
        rows.lock();
        Plan plan = plan(csv);
        if (plan.isSound()) {
            plan.fresh().forEach(person -> rows.put(person, clock.instant()));
            plan.changed().forEach(person -> rows.put(person, clock.instant()));
            if (!plan.keptBack()) {
                rows.delete(plan.gone().stream().map(SupportedPerson::id).toList());
            }
            String what = "fresh:" + plan.fresh().size() + " changed:"
                    + plan.changed().size() + " gone:"
                    + (plan.keptBack() ? 0 : plan.gone().size());
            audit.record(AuditEntry.done(by, AuditAction.WRITE, SUBJECT, what));
        }
        return plan;
    }

    /// Everybody, for the screen: noted.
    public List<SupportedPerson> read(Actor by) {
        audit.record(AuditEntry.done(by, AuditAction.READ, SUBJECT, "list"));
        return rows.list();
    }

    public List<String> header() {
        return SupportColumns.ALL;
    }

    /// Everybody as rows: noted as taken out.
    public List<List<String>> export(String ending, Actor by) {
        audit.record(AuditEntry.done(by, AuditAction.EXPORT, SUBJECT, "supported." + ending));
        return rows.list().stream()
                .map(person -> SupportColumns.row(person, districts))
                .toList();
    }
}
