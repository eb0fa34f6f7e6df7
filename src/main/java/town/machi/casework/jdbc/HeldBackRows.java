package town.machi.casework.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseId;
import town.machi.casework.Disposal;
import town.machi.casework.Hold;
import town.machi.kernel.ReceiptNumber;
import town.machi.kernel.SectionId;
import town.machi.kernel.StaffId;
import town.machi.procedure.ProcedureName;

/// 廃棄の保留.
@Component
public class HeldBackRows {

    private static final String HOLD = """
            SELECT h.*, c.receipt FROM casework.hold h LEFT JOIN casework.case_file c ON c.id = h.case_id
            """;

    private final JdbcClient jdbc;

    HeldBackRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return false where it was put before
    public boolean insert(Hold hold) {
        @Nullable UUID caseId = hold.what() instanceof Hold.What.OneCase(CaseId id, var _) ? id.value() : null;
        @Nullable
        String procedure = hold.what() instanceof Hold.What.OfProcedure(ProcedureName name) ? name.value() : null;
        @Nullable String word = hold.what() instanceof Hold.What.OfPerson(var key) ? key : null;
        return jdbc.sql("""
                        INSERT INTO casework.hold
                            (id, kind, case_id, procedure, word, section, ground, words, put_by, put_at)
                        VALUES (:id, :kind, :case, :procedure, :word, :section, :ground, :words, :by, :at)
                        ON CONFLICT (id) DO NOTHING
                        """)
                        .param("id", hold.id())
                        .param("kind", kind(hold.what()))
                        .param("case", caseId)
                        .param("procedure", procedure)
                        .param("word", word)
                        .param("section", hold.section().value())
                        .param("ground", hold.ground().name())
                        .param("words", hold.words())
                        .param("by", hold.put().by().value())
                        .param("at", CaseRows.at(hold.put().at()))
                        .update()
                == 1;
    }

    private static String kind(Hold.What what) {
        return switch (what) {
            case Hold.What.OneCase _ -> "CASE";
            case Hold.What.OfProcedure _ -> "PROCEDURE";
            case Hold.What.OfPerson _ -> "PERSON";
        };
    }

    public Optional<Hold> find(UUID id) {
        return jdbc.sql(HOLD + " WHERE h.id = :id")
                .param("id", id)
                .query(HeldBackRows::hold)
                .optional();
    }

    /// What stops this case, by whatever it is held.
    public List<Hold> listOf(CaseId id) {
        return jdbc.sql(HOLD + """
                 WHERE h.lifted_at IS NULL
                  AND (h.case_id = :id
                       OR h.procedure = (SELECT procedure FROM casework.case_file WHERE id = :id)
                       OR h.word IN (SELECT key FROM casework.search_word WHERE case_id = :id))
                ORDER BY h.put_at, h.id
                """)
                .param("id", id.value())
                .query(HeldBackRows::hold)
                .list();
    }

    /// The living ones first, then those lifted, the last one first.
    public List<Hold> list(int most) {
        return jdbc.sql(HOLD + " ORDER BY h.lifted_at IS NOT NULL, h.lifted_at DESC, h.put_at DESC, h.id LIMIT :most")
                .param("most", most)
                .query(HeldBackRows::hold)
                .list();
    }

    /// A person's word, and what was said of them, go with the hold.
    ///
    /// @return false where it was lifted before
    public boolean lift(UUID id, Disposal.Mark mark) {
        return jdbc.sql("""
                        UPDATE casework.hold SET lifted_by = :by, lifted_at = :at, word = NULL,
                            words = CASE kind WHEN 'PERSON' THEN '' ELSE words END
                        WHERE id = :id AND lifted_at IS NULL
                        """)
                        .param("id", id)
                        .param("by", mark.by().value())
                        .param("at", CaseRows.at(mark.at()))
                        .update()
                == 1;
    }

    private static Hold hold(ResultSet row, int number) throws SQLException {
        Hold.What what = switch (row.getString("kind")) {
            case "CASE" ->
                new Hold.What.OneCase(
                        new CaseId(row.getObject("case_id", UUID.class)), new ReceiptNumber(row.getString("receipt")));
            case "PROCEDURE" -> new Hold.What.OfProcedure(new ProcedureName(row.getString("procedure")));
            default -> new Hold.What.OfPerson(row.getString("word"));
        };
        return new Hold(
                row.getObject("id", UUID.class),
                what,
                new SectionId(row.getString("section")),
                Hold.Ground.valueOf(row.getString("ground")),
                row.getString("words"),
                new Disposal.Mark(new StaffId(row.getObject("put_by", UUID.class)), CaseRows.instant(row, "put_at")),
                mark(row, "lifted"));
    }

    /// @param what `lifted`: from `lifted_by` and `lifted_at`
    static Optional<Disposal.Mark> mark(ResultSet row, String what) throws SQLException {
        UUID by = row.getObject(what + "_by", UUID.class);
        OffsetDateTime at = row.getObject(what + "_at", OffsetDateTime.class);
        return by == null || at == null
                ? Optional.empty()
                : Optional.of(new Disposal.Mark(new StaffId(by), at.toInstant()));
    }
}
