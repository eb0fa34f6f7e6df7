package town.machi.casework.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseId;
import town.machi.casework.Disposal;
import town.machi.kernel.FiscalYear;
import town.machi.kernel.ReceiptNumber;
import town.machi.kernel.SectionId;
import town.machi.procedure.ProcedureName;

/// 廃棄の伺い and 廃棄記録.
@Component
public class DisposalRows {

    private final JdbcClient jdbc;

    DisposalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return false where this one was proposed before
    public boolean insert(Disposal disposal) {
        return jdbc.sql("""
                        INSERT INTO casework.disposal
                            (id, procedure, title, section, fiscal_year, reason, catalogue, proposed_by, proposed_at, state)
                        VALUES (:id, :procedure, :title, :section, :year, :reason, :catalogue, :by, :at, 'PROPOSED')
                        ON CONFLICT (id) DO NOTHING
                        """)
                        .param("id", disposal.id())
                        .param("procedure", disposal.shelf().procedure().value())
                        .param("title", disposal.title())
                        .param("section", disposal.shelf().section().value())
                        .param("year", disposal.shelf().year().year())
                        .param("reason", disposal.reason())
                        .param("catalogue", disposal.catalogue())
                        .param("by", disposal.proposed().by().value())
                        .param("at", CaseRows.at(disposal.proposed().at()))
                        .update()
                == 1;
    }

    /// @return how many were free to be taken in; the others wait in another 伺い
    public int insertItems(UUID disposal, List<Disposal.Item> items) {
        return jdbc.sql("""
                        INSERT INTO casework.disposal_case (disposal, case_id, receipt, closed_on, kept_until, outcome)
                        SELECT :disposal, item.*, 'WAITING'
                        FROM unnest(:ids::uuid[], :receipts::text[], :closed::date[], :until::date[]) AS item
                        ON CONFLICT DO NOTHING
                        """)
                .param("disposal", disposal)
                .param("ids", items.stream().map(item -> item.id().value()).toArray(UUID[]::new))
                .param(
                        "receipts",
                        items.stream().map(item -> item.receipt().symbols()).toArray(String[]::new))
                .param(
                        "closed",
                        items.stream().map(item -> item.closedOn().toString()).toArray(String[]::new))
                .param(
                        "until",
                        items.stream().map(item -> item.keptUntil().toString()).toArray(String[]::new))
                .update();
    }

    public Optional<Disposal> find(UUID id) {
        return read("WHERE d.id = :id", Map.of("id", id)).stream().findFirst();
    }

    /// The same, held until the transaction ends.
    public Optional<Disposal> lock(UUID id) {
        jdbc.sql("SELECT id FROM casework.disposal WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(UUID.class)
                .optional();
        return find(id);
    }

    /// What is on its way, the oldest first.
    public List<Disposal> listOpen(Collection<SectionId> sections) {
        return read(
                "WHERE d.state IN ('PROPOSED', 'APPROVED') AND d.section = ANY (:sections) ORDER BY d.number",
                Map.of("sections", names(sections)));
    }

    /// What is over, the last first.
    public List<Disposal> listOver(Collection<SectionId> sections, long from, int most) {
        return read("""
                WHERE d.state IN ('DONE', 'RETURNED', 'WITHDRAWN') AND d.section = ANY (:sections)
                ORDER BY d.number DESC OFFSET :from LIMIT :most
                """, Map.of("sections", names(sections), "from", from, "most", most));
    }

    public long countOver(Collection<SectionId> sections) {
        return jdbc.sql("""
                        SELECT count(*) FROM casework.disposal
                        WHERE state IN ('DONE', 'RETURNED', 'WITHDRAWN') AND section = ANY (:sections)
                        """)
                .param("sections", names(sections))
                .query(Long.class)
                .single();
    }

    /// Those that two people agreed to and that are not over.
    public List<UUID> listApproved() {
        return jdbc.sql("SELECT id FROM casework.disposal WHERE state = 'APPROVED' ORDER BY number")
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /// By the number of a case that is gone.
    public List<Disposal> listByReceipt(ReceiptNumber receipt, Collection<SectionId> sections) {
        return read("""
                WHERE d.section = ANY (:sections)
                  AND d.id IN (SELECT disposal FROM casework.disposal_case WHERE receipt = :receipt)
                ORDER BY d.number DESC
                """, Map.of("sections", names(sections), "receipt", receipt.symbols()));
    }

    private List<Disposal> read(String where, Map<String, ?> params) {
        Map<UUID, Map<Disposal.Outcome, Long>> outcomes = new TreeMap<>();
        List<Disposal> found = jdbc.sql("SELECT d.* FROM casework.disposal d " + where)
                .params(params)
                .query((row, number) -> {
                    Map<Disposal.Outcome, Long> own = new EnumMap<>(Disposal.Outcome.class);
                    outcomes.put(row.getObject("id", UUID.class), own);
                    return disposal(row, own);
                })
                .list();
        jdbc.sql("""
                SELECT disposal, outcome, count(*) AS cases FROM casework.disposal_case
                WHERE disposal = ANY (:ids) GROUP BY 1, 2
                """).param("ids", outcomes.keySet().toArray(UUID[]::new)).query(row -> {
            outcomes.getOrDefault(row.getObject("disposal", UUID.class), new TreeMap<>())
                    .put(Disposal.Outcome.valueOf(row.getString("outcome")), row.getLong("cases"));
        });
        return found;
    }

    private static Disposal disposal(ResultSet row, Map<Disposal.Outcome, Long> outcomes) throws SQLException {
        return new Disposal(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                new Disposal.Shelf(
                        new ProcedureName(row.getString("procedure")),
                        new SectionId(row.getString("section")),
                        new FiscalYear(row.getInt("fiscal_year"))),
                row.getString("title"),
                row.getString("reason"),
                row.getString("catalogue"),
                HeldBackRows.mark(row, "proposed").orElseThrow(),
                Disposal.State.valueOf(row.getString("state")),
                HeldBackRows.mark(row, "decided"),
                row.getString("words"),
                Optional.ofNullable(row.getObject("finished_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                outcomes);
    }

    /// Everything in it, the first that was closed first.
    public List<Disposal.Item> items(UUID disposal) {
        return jdbc.sql("SELECT * FROM casework.disposal_case WHERE disposal = :id ORDER BY closed_on, receipt")
                .param("id", disposal)
                .query((row, number) -> new Disposal.Item(
                        new CaseId(row.getObject("case_id", UUID.class)),
                        new ReceiptNumber(row.getString("receipt")),
                        row.getObject("closed_on", LocalDate.class),
                        row.getObject("kept_until", LocalDate.class),
                        Disposal.Outcome.valueOf(row.getString("outcome"))))
                .list();
    }

    /// By room, in the order of their names.
    public Map<String, Long> rooms(UUID disposal) {
        Map<String, Long> rooms = new TreeMap<>();
        jdbc.sql("SELECT room, records FROM casework.disposal_room WHERE disposal = :id")
                .param("id", disposal)
                .query(row -> {
                    rooms.put(row.getString("room"), row.getLong("records"));
                });
        return rooms;
    }

    public void decide(UUID id, Disposal.State state, Disposal.Mark mark, String words) {
        jdbc.sql("""
                UPDATE casework.disposal SET state = :state, decided_by = :by, decided_at = :at, words = :words
                WHERE id = :id
                """)
                .param("id", id)
                .param("state", state.name())
                .param("by", mark.by().value())
                .param("at", CaseRows.at(mark.at()))
                .param("words", words)
                .update();
    }

    /// @return false where it was settled before
    public boolean settle(UUID disposal, CaseId id, Disposal.Outcome outcome, Instant at) {
        return jdbc.sql("""
                        UPDATE casework.disposal_case SET outcome = :outcome, at = :at
                        WHERE disposal = :disposal AND case_id = :case AND outcome = 'WAITING'
                        """)
                        .param("disposal", disposal)
                        .param("case", id.value())
                        .param("outcome", outcome.name())
                        .param("at", CaseRows.at(at))
                        .update()
                == 1;
    }

    /// All that still wait in it.
    public void settleAll(UUID disposal, Disposal.Outcome outcome, Instant at) {
        jdbc.sql("""
                UPDATE casework.disposal_case SET outcome = :outcome, at = :at
                WHERE disposal = :disposal AND outcome = 'WAITING'
                """)
                .param("disposal", disposal)
                .param("outcome", outcome.name())
                .param("at", CaseRows.at(at))
                .update();
    }

    public void count(UUID disposal, String room, int records) {
        jdbc.sql("""
                INSERT INTO casework.disposal_room (disposal, room, records) VALUES (:disposal, :room, :records)
                ON CONFLICT (disposal, room) DO UPDATE SET records = disposal_room.records + :records
                """)
                .param("disposal", disposal)
                .param("room", room)
                .param("records", records)
                .update();
    }

    /// @return whether nothing waits in it any more, and it was not over yet
    public boolean finish(UUID disposal, Instant at) {
        return jdbc.sql("""
                        UPDATE casework.disposal d SET state = 'DONE', finished_at = :at
                        WHERE d.id = :id AND d.state = 'APPROVED'
                          AND NOT EXISTS (SELECT FROM casework.disposal_case c
                                          WHERE c.disposal = d.id AND c.outcome = 'WAITING')
                        """).param("id", disposal).param("at", CaseRows.at(at)).update() == 1;
    }

    private static String[] names(Collection<SectionId> sections) {
        return sections.stream().map(SectionId::value).toArray(String[]::new);
    }
}
