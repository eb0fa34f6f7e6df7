package town.machi.audit.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditFilter;
import town.machi.audit.AuditRow;
import town.machi.audit.StaffNames;
import town.machi.audit.jdbc.AuditRows;
import town.machi.kernel.StaffId;

/// Reads the trail and puts it into words; names come from the staff list while it knows them.
@Component
class Reader {

    private static final int ROWS_AT_ONCE = 2000;

    private final AuditRows rows;
    private final ObjectProvider<StaffNames> names;

    Reader(AuditRows rows, ObjectProvider<StaffNames> names) {
        this.rows = rows;
        this.names = names;
    }

    AuditFilter filter(AuditQuery query) {
        Optional<Set<String>> actors = query.who().isEmpty() ? Optional.empty() : Optional.of(actors(query.who()));
        return new AuditFilter(actors, query.actionOf(), query.subject(), query.fromInstant(), query.untilInstant());
    }

    /// Who is meant: that id, and staff of that name.
    private Set<String> actors(String who) {
        Stream<String> staff =
                names.stream().flatMap(each -> each.search(who).stream()).map(StaffId::toString);
        return Stream.concat(Stream.of(who), staff).collect(Collectors.toUnmodifiableSet());
    }

    List<AuditPage.Row> page(AuditFilter filter, long below, int limit) {
        return inWords(rows.listLatest(filter, below, limit));
    }

    int count(AuditFilter filter) {
        return rows.count(filter);
    }

    /// All of them, a few thousand at a time, so that no connection is held while somebody downloads slowly.
    Stream<AuditPage.Row> all(AuditFilter filter) {
        return Stream.iterate(
                        page(filter, Long.MAX_VALUE, ROWS_AT_ONCE),
                        chunk -> !chunk.isEmpty(),
                        chunk -> page(filter, chunk.getLast().number(), ROWS_AT_ONCE))
                .flatMap(List::stream);
    }

    private List<AuditPage.Row> inWords(List<AuditRow> found) {
        Set<StaffId> staff = found.stream()
                .filter(row -> row.who().kind().equals("staff"))
                .map(row -> new StaffId(UUID.fromString(row.who().id())))
                .collect(Collectors.toUnmodifiableSet());
        Map<StaffId, String> known = names.stream()
                .flatMap(each -> each.findNames(staff).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one));
        return found.stream().map(row -> inWords(row, known)).toList();
    }

    private static AuditPage.Row inWords(AuditRow row, Map<StaffId, String> names) {
        AuditRow.Deed deed = row.deed();
        return new AuditPage.Row(
                row.number(),
                row.at(),
                new AuditPage.Who(
                        label(row.who(), names), id(row.who()), row.who().address()),
                new AuditPage.Deed(
                        AuditAction.valueOf(deed.action()).label(), deed.subject(), deed.what(), deed.outcome()));
    }

    private static String label(AuditRow.Who who, Map<StaffId, String> names) {
        return switch (who.kind()) {
            case "staff" -> names.getOrDefault(new StaffId(UUID.fromString(who.id())), "職員");
            case "resident" -> "届出人";
            case "system" -> "自動処理";
            default -> "だれか（サインイン前）";
        };
    }

    private static String id(AuditRow.Who who) {
        return who.kind().equals("anonymous") ? "" : who.id();
    }
}
