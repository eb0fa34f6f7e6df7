package town.machi.submission.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.form.AnswerSheet;
import town.machi.form.AnswersJson;
import town.machi.kernel.Language;
import town.machi.kernel.ReceiptNumber;
import town.machi.procedure.ProcedureName;
import town.machi.submission.draft.Draft;

/// Rows of `submission.draft` and the links that open them.
@Component
public class DraftRows {

    private static final String SELECT = """
            SELECT id, number, procedure, version, answers, typed, secret_hash, language, channel, typist, mail,
                   corrects, open_fields, revision, began_at, expires_at, sent_at
            FROM submission.draft
            """;

    private final JdbcClient jdbc;

    DraftRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Draft draft) {
        Optional<Draft.Correcting> correcting = draft.content().correcting();
        jdbc.sql("""
                        INSERT INTO submission.draft (id, number, procedure, version, answers, secret_hash, language,
                            channel, typist, corrects, open_fields, began_at, changed_at, expires_at, person_marks)
                        VALUES (:id, :number, :procedure, :version, :answers::jsonb, :secret, :language,
                            :channel, :typist, :corrects, :open::text[], :began, :began, :expires, :marks::text[])
                        """)
                .param("id", draft.id())
                .param("number", draft.number().symbols())
                .param("procedure", draft.basis().procedure().value())
                .param("version", draft.basis().version())
                .param("answers", AnswersJson.write(draft.answers()))
                .param("marks", AnswerSheet.marks(draft.answers()).array())
                .param("secret", draft.secretHash())
                .param("language", draft.filling().language().code())
                .param("channel", draft.filling().channel().code())
                .param("typist", draft.filling().typist())
                .param("corrects", correcting.map(Draft.Correcting::submission).orElse(null))
                .param(
                        "open",
                        correcting.map(open -> Sql.array(open.openFields())).orElse(null))
                .param("began", Sql.at(draft.times().beganAt()))
                .param("expires", Sql.at(draft.times().expiresAt()))
                .update();
    }

    public Optional<Draft> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE id = :id")
                .param("id", id)
                .query(DraftRows::draft)
                .optional();
    }

    /// The same, and nobody else writes it until the transaction ends.
    public Optional<Draft> lock(UUID id) {
        return jdbc.sql(SELECT + "WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(DraftRows::draft)
                .optional();
    }

    public Optional<Draft> findByNumber(ReceiptNumber number) {
        return jdbc.sql(SELECT + "WHERE number = :number")
                .param("number", number.symbols())
                .query(DraftRows::draft)
                .optional();
    }

    /// A correction of a submission that has been begun and not been sent.
    /// @param typist whose draft it is; null: the resident's
    public Optional<Draft> findCorrecting(UUID submission, @Nullable String typist) {
        return jdbc.sql(SELECT + """
                        WHERE corrects = :submission AND sent_at IS NULL AND typist IS NOT DISTINCT FROM :typist::text
                        ORDER BY began_at DESC LIMIT 1
                        """)
                .param("submission", submission)
                .param("typist", typist)
                .query(DraftRows::draft)
                .optional();
    }

    public void update(Draft draft, Instant now) {
        jdbc.sql("""
                        UPDATE submission.draft SET answers = :answers::jsonb, typed = :typed::jsonb, mail = :mail,
                            revision = :revision, changed_at = :now, expires_at = :expires,
                            person_marks = :marks::text[]
                        WHERE id = :id AND sent_at IS NULL
                        """)
                .param("id", draft.id())
                .param("answers", AnswersJson.write(draft.answers()))
                .param("typed", TypedJson.write(draft.content().typed()))
                .param("mail", draft.content().mail())
                .param(
                        "marks",
                        AnswerSheet.marks(
                                        draft.answers(), draft.content().typed().values())
                                .mail(draft.content().mail())
                                .array())
                .param("revision", draft.content().revision())
                .param("now", Sql.at(now))
                .param("expires", Sql.at(draft.times().expiresAt()))
                .update();
    }

    /// Autosave: what stands in one page's boxes, unless a page was taken in meanwhile.
    ///
    /// @return false: something newer is there
    public boolean updateTyped(UUID id, String page, String typed, int revision, Instant now) {
        return jdbc.sql("""
                        UPDATE submission.draft
                        SET typed = jsonb_set(typed, ARRAY[:page], :typed::jsonb), changed_at = :now,
                            person_marks = NULL
                        WHERE id = :id AND revision = :revision AND sent_at IS NULL
                        """)
                        .param("id", id)
                        .param("page", page)
                        .param("typed", typed)
                        .param("revision", revision)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    public void setMail(UUID id, String mail) {
        jdbc.sql("UPDATE submission.draft SET mail = :mail, person_marks = NULL WHERE id = :id AND sent_at IS NULL")
                .param("id", id)
                .param("mail", mail)
                .update();
    }

    public void setSecret(UUID id, byte[] secretHash) {
        jdbc.sql("UPDATE submission.draft SET secret_hash = :hash WHERE id = :id")
                .param("id", id)
                .param("hash", secretHash)
                .update();
    }

    /// Marks it as sent and empties it: the answers are the submission's now.
    public void close(UUID id, Instant at, Instant forget) {
        jdbc.sql("""
                        UPDATE submission.draft
                        SET sent_at = :at, expires_at = :forget, answers = '{}', typed = '{}', mail = NULL,
                            person_marks = '{}'
                        WHERE id = :id
                        """)
                .param("id", id)
                .param("at", Sql.at(at))
                .param("forget", Sql.at(forget))
                .update();
    }

    /// Takes away what has expired, a batch at a time.
    ///
    /// @return ids of those that were never sent, and the submission that each one corrected
    public List<Expired> deleteExpired(Instant now, int most) {
        return jdbc.sql("""
                        DELETE FROM submission.draft WHERE id IN (
                            SELECT id FROM submission.draft WHERE expires_at < :now
                            ORDER BY expires_at LIMIT :most FOR UPDATE SKIP LOCKED)
                        RETURNING id, sent_at IS NOT NULL AS sent, corrects
                        """)
                .param("now", Sql.at(now))
                .param("most", most)
                .query((row, _) -> new Expired(
                        row.getObject("id", UUID.class), row.getBoolean("sent"), row.getObject("corrects", UUID.class)))
                .list();
    }

    /// @param corrects null: the draft of a new submission
    public record Expired(UUID id, boolean sent, @Nullable UUID corrects) {}

    public void insertLink(byte[] tokenHash, UUID draft, Instant expiresAt) {
        jdbc.sql("INSERT INTO submission.resume_link VALUES (:hash, :draft, :expires)")
                .param("hash", tokenHash)
                .param("draft", draft)
                .param("expires", Sql.at(expiresAt))
                .update();
    }

    /// Uses a link up.
    public Optional<UUID> takeLink(byte[] tokenHash, Instant now) {
        return jdbc.sql("""
                        DELETE FROM submission.resume_link WHERE token_hash = :hash AND expires_at > :now
                        RETURNING draft
                        """)
                .param("hash", tokenHash)
                .param("now", Sql.at(now))
                .query(UUID.class)
                .optional();
    }

    private static Draft draft(ResultSet row, int number) throws SQLException {
        UUID corrects = row.getObject("corrects", UUID.class);
        return new Draft(
                row.getObject("id", UUID.class),
                new ReceiptNumber(row.getString("number")),
                new Draft.Basis(new ProcedureName(row.getString("procedure")), row.getInt("version")),
                new Draft.Content(
                        AnswersJson.read(row.getString("answers")),
                        TypedJson.read(row.getString("typed")),
                        row.getString("mail"),
                        corrects == null
                                ? Optional.empty()
                                : Optional.of(new Draft.Correcting(corrects, Sql.set(row.getArray("open_fields")))),
                        row.getInt("revision")),
                row.getBytes("secret_hash"),
                new Draft.Filling(
                        Language.ofCode(row.getString("language")),
                        Sql.channel(row.getString("channel")),
                        row.getString("typist")),
                new Draft.Times(
                        Sql.instant(row, "began_at"), Sql.instant(row, "expires_at"), Sql.findInstant(row, "sent_at")));
    }
}
