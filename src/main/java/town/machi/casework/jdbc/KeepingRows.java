package town.machi.casework.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseId;
import town.machi.casework.Disposal.Shelf;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.FiscalYear;
import town.machi.kernel.ReceiptNumber;
import town.machi.kernel.SectionId;
import town.machi.procedure.ProcedureName;
import town.machi.procedure.WorkflowPlan.Meaning;

/// Closed cases by when they were closed, without whose they are.
@Component
public class KeepingRows {

    static final String HELD = """
            (c.procedure IN (SELECT h.procedure FROM casework.hold h WHERE h.lifted_at IS NULL AND h.kind = 'PROCEDURE')
             OR c.id IN (SELECT h.case_id FROM casework.hold h WHERE h.lifted_at IS NULL AND h.kind = 'CASE')
             OR c.id IN (SELECT w.case_id FROM casework.hold h JOIN casework.search_word w ON w.key = h.word
                         WHERE h.lifted_at IS NULL AND h.kind = 'PERSON'))
            """;

    private static final String PROPOSED = """
            (c.id IN (SELECT d.case_id FROM casework.disposal_case d WHERE d.outcome = 'WAITING'))
            """;

    /// The year in which it was closed: until March 31 it is the one before.
    private static final String YEAR =
            "extract(year FROM (c.closed_at AT TIME ZONE 'Asia/Tokyo') - interval '3 months')::int";

    private static final String PAST = """
            FROM casework.case_file c JOIN unnest(:hashes::text[], :before::timestamptz[]) AS edge (hash, before)
                 ON c.definition = edge.hash AND c.closed_at < edge.before
            WHERE c.closed_at IS NOT NULL AND c.section = ANY (:sections)
            """;

    private final JdbcClient jdbc;

    KeepingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What was filed under a definition and closed before the day is past its 保存期間.
    public record Edge(String definition, LocalDate before) {}

    /// @param held how many of them
    /// @param proposed how many wait in a 廃棄の伺い
    public record Group(Shelf shelf, long cases, long held, long proposed) {}

    /// @param proposed whether it waits in a 廃棄の伺い
    public record Line(
            CaseId id,
            ReceiptNumber receipt,
            CaseFile.Basis basis,
            SectionId section,
            Meaning meaning,
            LocalDate receivedOn,
            Optional<LocalDate> closedOn,
            boolean held,
            boolean proposed) {

        public Optional<Shelf> shelf() {
            return closedOn.map(day -> new Shelf(basis.procedure(), section, FiscalYear.of(day)));
        }
    }

    public List<Group> groups(List<Edge> edges, Collection<SectionId> sections) {
        return jdbc.sql("SELECT c.procedure, c.section, " + YEAR
                        + " AS year, count(*) AS cases, count(*) FILTER (WHERE "
                        + HELD + ") AS held, count(*) FILTER (WHERE " + PROPOSED + ") AS proposed " + PAST
                        + " GROUP BY 1, 2, 3 ORDER BY 3, 1, 2")
                .params(params(edges, sections))
                .query((row, number) -> new Group(
                        new Shelf(
                                new ProcedureName(row.getString("procedure")),
                                new SectionId(row.getString("section")),
                                new FiscalYear(row.getInt("year"))),
                        row.getLong("cases"),
                        row.getLong("held"),
                        row.getLong("proposed")))
                .list();
    }

    /// What stands on one shelf, the first that was closed first.
    public List<Line> list(List<Edge> edges, Shelf shelf, long from, int most) {
        return list("", shelfParams(edges, shelf, from, most));
    }

    /// What of a shelf may be proposed now.
    ///
    /// @param ids only these; empty: any
    public List<Line> listFree(List<Edge> edges, Shelf shelf, Optional<Collection<CaseId>> ids, int most) {
        Map<String, @Nullable Object> params = shelfParams(edges, shelf, 0, most);
        ids.ifPresent(some -> params.put("ids", some.stream().map(CaseId::value).toArray(UUID[]::new)));
        String which = ids.isPresent() ? " AND c.id = ANY (:ids)" : "";
        return list(which + " AND NOT " + HELD + " AND NOT " + PROPOSED, params);
    }

    private List<Line> list(String and, Map<String, @Nullable Object> params) {
        return jdbc.sql("SELECT c.*, " + HELD + " AS held, " + PROPOSED + " AS proposed " + PAST + and + """
                 AND c.procedure = :procedure AND c.closed_at >= :first AND c.closed_at < :next
                ORDER BY c.closed_at, c.id OFFSET :from LIMIT :most
                """)
                .params(params)
                .query(KeepingRows::line)
                .list();
    }

    private static Map<String, @Nullable Object> shelfParams(List<Edge> edges, Shelf shelf, long from, int most) {
        Map<String, @Nullable Object> params = params(edges, List.of(shelf.section()));
        params.put("procedure", shelf.procedure().value());
        params.put("first", begin(shelf.year().firstDay()));
        params.put("next", begin(shelf.year().next().firstDay()));
        params.put("from", from);
        params.put("most", most);
        return params;
    }

    /// Cases by number or by whom they are about, open ones too.
    public List<Line> search(String typed, Collection<SectionId> sections, int most) {
        Optional<ReceiptNumber> receipt = ReceiptNumber.parse(typed);
        String key = SearchWords.key(typed);
        if (receipt.isEmpty() && key.isEmpty()) {
            return List.of();
        }
        String which = receipt.isPresent()
                ? "c.receipt = :key"
                : "c.id IN (SELECT case_id FROM casework.search_word WHERE key >= :key AND key < :end)";
        return jdbc.sql("SELECT c.*, " + HELD + " AS held, " + PROPOSED
                        + " AS proposed FROM casework.case_file c WHERE c.section = ANY (:sections) AND " + which
                        + " ORDER BY c.closed_at NULLS LAST, c.id LIMIT :most")
                .param("sections", sections.stream().map(SectionId::value).toArray(String[]::new))
                .param("key", receipt.map(ReceiptNumber::symbols).orElse(key))
                .param("end", key + Character.toString(Character.MAX_CODE_POINT))
                .param("most", most)
                .query(KeepingRows::line)
                .list();
    }

    /// One case as it stands now, held until the transaction ends.
    public Optional<Line> lock(CaseId id) {
        jdbc.sql("SELECT id FROM casework.case_file WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(UUID.class)
                .optional();
        return jdbc.sql("SELECT c.*, " + HELD + " AS held, " + PROPOSED
                        + " AS proposed FROM casework.case_file c WHERE c.id = :id")
                .param("id", id.value())
                .query(KeepingRows::line)
                .optional();
    }

    /// Of a case that was just locked.
    public UUID submissionOf(CaseId id) {
        return jdbc.sql("SELECT submission FROM casework.case_file WHERE id = :id")
                .param("id", id.value())
                .query(UUID.class)
                .single();
    }

    /// Holds are put and lifted one after the other, and while none is being put cases are destroyed; until the
    /// transaction ends.
    public void lockHolds(boolean changing) {
        jdbc.sql("SELECT pg_advisory_xact_lock%s(hashtextextended('casework.hold', 0))::text"
                        .formatted(changing ? "" : "_shared"))
                .query(String.class)
                .single();
    }

    private static Map<String, @Nullable Object> params(List<Edge> edges, Collection<SectionId> sections) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("hashes", edges.stream().map(Edge::definition).toArray(String[]::new));
        params.put(
                "before",
                edges.stream().map(edge -> begin(edge.before()).toString()).toArray(String[]::new));
        params.put("sections", sections.stream().map(SectionId::value).toArray(String[]::new));
        return params;
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
        return new Line(
                new CaseId(row.getObject("id", UUID.class)),
                new ReceiptNumber(row.getString("receipt")),
                CaseRows.basis(row),
                new SectionId(row.getString("section")),
                Meaning.valueOf(row.getString("meaning")),
                dayOf(CaseRows.instant(row, "received_at")),
                Optional.ofNullable(closed).map(at -> dayOf(at.toInstant())),
                row.getBoolean("held"),
                row.getBoolean("proposed"));
    }

    private static OffsetDateTime begin(LocalDate day) {
        return day.atStartOfDay(BusinessCalendar.TOKYO).toOffsetDateTime();
    }

    private static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, BusinessCalendar.TOKYO);
    }
}
