package town.machi.casework.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseFilter;
import town.machi.casework.CaseId;
import town.machi.casework.CaseLine;
import town.machi.casework.CaseList;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.ReceiptNumber;
import town.machi.kernel.SectionId;
import town.machi.kernel.StaffId;
import town.machi.procedure.WorkflowPlan.Meaning;

/// Lists of cases. Each section's first rows are read from an index in the order asked for, and then merged; so a page
/// costs the same whether there are two thousand cases or two hundred thousand.
@Component
public class CaseSearch {

    private static final String COLUMNS =
            "id, receipt, procedure, version, definition, section, name, received_at, state, meaning, due_on, revision,"
                    + " assignee, due_sort, name_key";

    private final JdbcClient jdbc;

    CaseSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param sections those that the asker may see; the caller's duty
    /// @param me for the view of one's own cases
    public record Scope(Collection<SectionId> sections, StaffId me, LocalDate today) {}

    /// @param cursor from an earlier [CaseList]; empty: the first page
    public CaseList list(CaseFilter filter, Scope scope, Optional<String> cursor) {
        Optional<Cursor> from = cursor.flatMap(Cursor::parse);
        boolean backwards = from.isPresent() && from.get().backwards();
        List<Row> rows = rows(filter, scope, from, CaseList.ROWS + 1);
        boolean more = rows.size() > CaseList.ROWS;
        List<Row> shown = more ? rows.subList(0, CaseList.ROWS) : rows;
        shown = backwards ? shown.reversed() : shown;
        boolean hasBefore = backwards ? more : from.isPresent();
        boolean hasAfter = backwards || more;
        return new CaseList(
                shown.stream().map(Row::line).toList(),
                count(filter, scope, CaseList.COUNTED + 1),
                hasBefore && !shown.isEmpty() ? Optional.of(Cursor.write(shown.getFirst(), true)) : Optional.empty(),
                hasAfter && !shown.isEmpty() ? Optional.of(Cursor.write(shown.getLast(), false)) : Optional.empty());
    }

    /// For an export: as many as `most`, without pages.
    public List<CaseLine> listAll(CaseFilter filter, Scope scope, int most) {
        return rows(filter, scope, Optional.empty(), most).stream()
                .map(Row::line)
                .toList();
    }

    /// @param most where counting stops
    public int count(CaseFilter filter, Scope scope, int most) {
        Map<String, @Nullable Object> params = new HashMap<>();
        String where = where(filter, scope, params) + " AND section = ANY (:sections)";
        params.put("sections", slugs(scope.sections()));
        params.put("most", most);
        return jdbc.sql("SELECT count(*) FROM (SELECT 1 FROM casework.case_file WHERE " + where
                        + " LIMIT :most) AS counted")
                .params(params)
                .query(Integer.class)
                .single();
    }

    private List<Row> rows(CaseFilter filter, Scope scope, Optional<Cursor> from, int most) {
        Order order = Order.of(filter.sort());
        boolean down = order.down() != (from.isPresent() && from.get().backwards());
        String direction = down ? "DESC" : "ASC";
        Map<String, @Nullable Object> params = new HashMap<>();
        String where = where(filter, scope, params);
        if (from.isPresent()) {
            where += " AND (%s, id) %s (CAST(:value AS %s), :id)"
                    .formatted(order.column(), down ? "<" : ">", order.type());
            params.put("value", from.get().value());
            params.put("id", from.get().id());
        }
        params.put("sections", slugs(scope.sections()));
        params.put("most", most);
        String sql = """
                SELECT page.* FROM unnest(:sections) AS mine (slug) CROSS JOIN LATERAL (
                    SELECT %1$s FROM casework.case_file
                    WHERE section = mine.slug AND %2$s ORDER BY %3$s %4$s, id %4$s LIMIT :most
                ) AS page
                ORDER BY %3$s %4$s, id %4$s LIMIT :most
                """.formatted(COLUMNS, where, order.column(), direction);
        return jdbc.sql(sql)
                .params(params)
                .query((row, number) -> row(row, order))
                .list();
    }

    /// Only fixed text goes into the statement; what was typed goes into `params`.
    private static String where(CaseFilter filter, Scope scope, Map<String, @Nullable Object> params) {
        StringBuilder where = new StringBuilder(
                switch (filter.view()) {
                    case MINE -> "closed_at IS NULL AND assignee = :me";
                    case SECTION -> "closed_at IS NULL";
                    case OVERDUE -> "closed_at IS NULL AND due_sort < :today";
                    case ALL -> "TRUE";
                });
        params.put("me", scope.me().value());
        params.put("today", scope.today());
        filter.receivedFrom().ifPresent(day -> {
            where.append(" AND received_at >= :from");
            params.put("from", day.atStartOfDay(BusinessCalendar.TOKYO).toOffsetDateTime());
        });
        filter.receivedTo().ifPresent(day -> {
            where.append(" AND received_at < :to");
            params.put(
                    "to", day.plusDays(1).atStartOfDay(BusinessCalendar.TOKYO).toOffsetDateTime());
        });
        filter.procedure().ifPresent(name -> {
            where.append(" AND procedure = :procedure");
            params.put("procedure", name.value());
        });
        filter.state().ifPresent(state -> {
            where.append(" AND state = :state");
            params.put("state", state);
        });
        where.append(words(filter.words(), params));
        return where.toString();
    }

    private static String words(String typed, Map<String, @Nullable Object> params) {
        if (typed.isBlank()) {
            return "";
        }
        Optional<ReceiptNumber> receipt = ReceiptNumber.parse(typed);
        if (receipt.isPresent()) {
            params.put("receipt", receipt.get().symbols());
            return " AND receipt = :receipt";
        }
        String key = SearchWords.key(typed);
        if (key.isEmpty()) {
            return " AND FALSE";
        }
        params.put("key", key);
        params.put("keyEnd", key + Character.toString(Character.MAX_CODE_POINT));
        return " AND id IN (SELECT case_id FROM casework.search_word WHERE key >= :key AND key < :keyEnd)";
    }

    private record Row(CaseLine line, String value) {}

    private static Row row(ResultSet row, Order order) throws SQLException {
        UUID assignee = row.getObject("assignee", UUID.class);
        CaseLine line = new CaseLine(
                new CaseId(row.getObject("id", UUID.class)),
                new ReceiptNumber(row.getString("receipt")),
                CaseRows.basis(row),
                new SectionId(row.getString("section")),
                row.getString("name"),
                CaseRows.instant(row, "received_at"),
                row.getString("state"),
                Meaning.valueOf(row.getString("meaning")),
                Optional.ofNullable(row.getObject("due_on", LocalDate.class)),
                row.getInt("revision"),
                Optional.ofNullable(assignee).map(StaffId::new));
        return new Row(line, row.getString(order.column()));
    }

    private static String[] slugs(Collection<SectionId> sections) {
        return sections.stream().map(SectionId::value).sorted().toArray(String[]::new);
    }

    /// @param type to which the cursor's text is cast
    private record Order(String column, String type, boolean down) {
        static Order of(CaseFilter.Sort sort) {
            return switch (sort) {
                case DUE -> new Order("due_sort", "date", false);
                case NEWEST -> new Order("received_at", "timestamptz", true);
                case OLDEST -> new Order("received_at", "timestamptz", false);
                case NAME -> new Order("name_key", "text", false);
            };
        }
    }

    private record Cursor(boolean backwards, String value, UUID id) {
        static String write(Row row, boolean backwards) {
            return (backwards ? "-" : "+") + row.line().id().value() + row.value();
        }

        static Optional<Cursor> parse(String text) {
            try {
                return text.length() < 37
                        ? Optional.empty()
                        : Optional.of(new Cursor(
                                text.charAt(0) == '-', text.substring(37), UUID.fromString(text.substring(1, 37))));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }
}
