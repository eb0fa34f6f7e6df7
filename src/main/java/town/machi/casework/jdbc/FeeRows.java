package town.machi.casework.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseId;
import town.machi.casework.FeeEntry;
import town.machi.kernel.ReceiptNumber;
import town.machi.kernel.SectionId;
import town.machi.kernel.Yen;

/// Fees: what happened to them.
@Component
public class FeeRows {

    private static final String ENTRY = """
            SELECT f.*, coalesce(c.receipt, f.case_receipt) AS of_receipt
            FROM casework.fee_entry f LEFT JOIN casework.case_file c ON c.id = f.case_id
            """;

    private final JdbcClient jdbc;

    FeeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param by `staff:uuid`
    public record Made(LocalDate on, String by, Instant at) {}

    public void insert(CaseFile file, FeeEntry.Kind kind, Yen yen, String words, UUID request, Made made) {
        jdbc.sql("""
                        INSERT INTO casework.fee_entry (request, case_id, section, kind, yen, words, receipt, on_day, by, at)
                        VALUES (:request, :case, :section, :kind, :yen, :words,
                                CASE WHEN :kind = 'RECEIVED' THEN nextval('casework.fee_receipt') END, :day, :by, :at)
                        """)
                .param("request", request)
                .param("case", file.id().value())
                .param("section", file.section().value())
                .param("kind", kind.name())
                .param("yen", yen.amount())
                .param("words", words)
                .param("day", made.on())
                .param("by", made.by())
                .param("at", CaseRows.at(made.at()))
                .update();
    }

    public boolean isKnown(UUID request) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM casework.fee_entry WHERE request = :request)")
                .param("request", request)
                .query(Boolean.class)
                .single();
    }

    public Optional<FeeEntry> findLast(CaseId id) {
        return jdbc.sql(ENTRY + " WHERE f.case_id = :id ORDER BY f.seq DESC LIMIT 1")
                .param("id", id.value())
                .query(FeeRows::entry)
                .optional();
    }

    public List<FeeEntry> listOfDay(Collection<SectionId> sections, LocalDate day) {
        return jdbc.sql(ENTRY + " WHERE f.section = ANY (:sections) AND f.on_day = :day ORDER BY f.seq")
                .param("sections", sections.stream().map(SectionId::value).toArray(String[]::new))
                .param("day", day)
                .query(FeeRows::entry)
                .list();
    }

    private static FeeEntry entry(ResultSet row, int number) throws SQLException {
        return new FeeEntry(
                new CaseId(row.getObject("case_id", UUID.class)),
                ReceiptNumber.parse(row.getString("of_receipt")).orElseThrow(),
                FeeEntry.Kind.valueOf(row.getString("kind")),
                new Yen(row.getLong("yen")),
                row.getString("words"),
                Optional.ofNullable(row.getObject("receipt", Long.class)),
                row.getObject("on_day", LocalDate.class),
                row.getString("by"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
