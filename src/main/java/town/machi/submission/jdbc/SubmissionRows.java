package town.machi.submission.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import town.machi.form.AnswerSheet;
import town.machi.form.Answers;
import town.machi.form.AnswersJson;
import town.machi.kernel.Language;
import town.machi.kernel.ReceiptNumber;
import town.machi.procedure.ProcedureName;
import town.machi.submission.Filed;
import town.machi.submission.StatusWord;
import town.machi.submission.SubmissionFile;

/// Rows of `submission.submission`, its packages and the words that came back.
@Component
public class SubmissionRows {

    private static final TypeReference<List<Filed.FileRef>> FILES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final StatusRows words;
    private final JsonMapper json = JsonMapper.builder().build();

    SubmissionRows(JdbcClient jdbc, StatusRows words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    /// The submission and its first package, in one statement.
    ///
    /// @return false: it was there before, and nothing was written
    public boolean insert(Filed.New filed, @Nullable UUID request, byte[] signature) {
        return jdbc.sql("""
                        WITH filed AS (
                            INSERT INTO submission.submission (id, receipt, procedure, version, definition_hash,
                                answers, files, channel, typist, language, mail, linked, request, filed_at, person_marks)
                            VALUES (:id, :receipt, :procedure, :version, :hash,
                                :answers::jsonb, :files::jsonb, :channel, :typist, :language, :mail,
                                :linked::uuid[], :request, :at, :marks::text[])
                            ON CONFLICT DO NOTHING
                            RETURNING id, filed_at)
                        INSERT INTO submission.package (submission, sequence, kind, at, signature, person_marks)
                        SELECT id, 1, 'new', filed_at, :signature, '{}' FROM filed
                        """)
                        .param("id", filed.submission())
                        .param("receipt", filed.receipt().symbols())
                        .param("procedure", filed.procedure().value())
                        .param("version", filed.version())
                        .param("hash", filed.definitionHash())
                        .param("answers", AnswersJson.write(filed.answers()))
                        .param("files", filed.files().isEmpty() ? "[]" : json.writeValueAsString(filed.files()))
                        .param("channel", filed.channel().code())
                        .param("typist", filed.typist())
                        .param("language", filed.language().code())
                        .param("mail", filed.mail())
                        .param("linked", Sql.array(filed.linked()))
                        .param("request", request)
                        .param("at", Sql.at(filed.at()))
                        .param(
                                "marks",
                                AnswerSheet.marks(filed.answers())
                                        .mail(filed.mail())
                                        .array())
                        .param("signature", signature)
                        .update()
                == 1;
    }

    /// A later package; the submission's counter goes with it.
    public void insertPackage(Filed filed, UUID request, byte[] signature) {
        boolean correction = filed instanceof Filed.Correction;
        Answers answers = filed instanceof Filed.Correction(var _, var _, var _, Answers given, var _) ? given : null;
        List<Filed.FileRef> files =
                filed instanceof Filed.Correction(var _, var _, var _, var _, List<Filed.FileRef> refs) ? refs : null;
        jdbc.sql("""
                        INSERT INTO submission.package (submission, sequence, kind, at, request, answers, files, signature,
                            person_marks)
                        VALUES (:id, :sequence, :kind, :at, :request, :answers::jsonb, :files::jsonb, :signature,
                            :marks::text[])
                        """)
                .param("id", filed.submission())
                .param("sequence", filed.sequence())
                .param("kind", correction ? "correction" : "withdrawal")
                .param("at", Sql.at(filed.at()))
                .param("request", request)
                .param("answers", answers == null ? null : AnswersJson.write(answers))
                .param("files", files == null ? null : json.writeValueAsString(files))
                .param(
                        "marks",
                        answers == null ? "{}" : AnswerSheet.marks(answers).array())
                .param("signature", signature)
                .update();
        jdbc.sql("""
                        UPDATE submission.submission SET last_sequence = :sequence, open_fields = '{}',
                            withdrawn_at = COALESCE(withdrawn_at, :withdrawn::timestamptz)
                        WHERE id = :id
                        """)
                .param("id", filed.submission())
                .param("sequence", filed.sequence())
                .param("withdrawn", correction ? null : Sql.at(filed.at()))
                .update();
    }

    /// It was too late: it stands as if it had not been taken back.
    public void undoWithdrawal(UUID id) {
        jdbc.sql("""
                        UPDATE submission.submission SET withdrawal_late_at = withdrawn_at, withdrawn_at = NULL
                        WHERE id = :id AND withdrawn_at IS NOT NULL
                        """).param("id", id).update();
    }

    public boolean hasPackage(UUID submission, UUID request) {
        return jdbc.sql("SELECT count(*) FROM submission.package WHERE submission = :id AND request = :request")
                        .param("id", submission)
                        .param("request", request)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /// Nobody else changes it until the transaction ends.
    ///
    /// @return the number of the last package
    public Optional<Integer> lock(UUID id) {
        return jdbc.sql("SELECT last_sequence FROM submission.submission WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(Integer.class)
                .optional();
    }

    public Optional<UUID> findIdByNumber(ReceiptNumber number) {
        return jdbc.sql("SELECT id FROM submission.submission WHERE receipt = :receipt")
                .param("receipt", number.symbols())
                .query(UUID.class)
                .optional();
    }

    /// Number and time of what was filed under this request, or under this id.
    public Optional<FirstOutcome> findFirst(UUID id, @Nullable UUID request) {
        return jdbc.sql("""
                        SELECT id, receipt, filed_at FROM submission.submission
                        WHERE id = :id OR request = :request
                        """)
                .param("id", id)
                .param("request", request)
                .query((row, _) -> new FirstOutcome(
                        row.getObject("id", UUID.class),
                        new ReceiptNumber(row.getString("receipt")),
                        Sql.instant(row, "filed_at")))
                .optional();
    }

    public record FirstOutcome(UUID id, ReceiptNumber number, Instant at) {}

    public Optional<SubmissionFile> find(UUID id) {
        return jdbc.sql("""
                        SELECT id, receipt, procedure, version, definition_hash, answers, files, channel, typist,
                               language, mail, linked, filed_at, open_fields, closed, withdrawn_at,
                               withdrawal_late_at
                        FROM submission.submission WHERE id = :id
                        """).param("id", id).query(this::file).optional();
    }

    private SubmissionFile file(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new SubmissionFile(
                id,
                new ReceiptNumber(row.getString("receipt")),
                new SubmissionFile.Basis(
                        new ProcedureName(row.getString("procedure")),
                        row.getInt("version"),
                        row.getString("definition_hash")),
                content(id, AnswersJson.read(row.getString("answers")), json.readValue(row.getString("files"), FILES)),
                new SubmissionFile.Way(
                        Sql.channel(row.getString("channel")),
                        row.getString("typist"),
                        Language.ofCode(row.getString("language")),
                        row.getString("mail"),
                        Sql.instant(row, "filed_at"),
                        Sql.ids(row.getArray("linked"))),
                new SubmissionFile.Standing(
                        words.list(id),
                        Sql.set(row.getArray("open_fields")),
                        row.getBoolean("closed"),
                        Sql.findInstant(row, "withdrawn_at"),
                        Sql.findInstant(row, "withdrawal_late_at")));
    }

    /// The answers as sent, and with every correction laid over them in its order.
    private SubmissionFile.Content content(UUID id, Answers sent, List<Filed.FileRef> files) {
        List<Filed.Correction> corrections = jdbc.sql("""
                        SELECT sequence, at, answers, files FROM submission.package
                        WHERE submission = :id AND kind = 'correction' ORDER BY sequence
                        """)
                .param("id", id)
                .query((row, _) -> new Filed.Correction(
                        id,
                        row.getInt("sequence"),
                        Sql.instant(row, "at"),
                        AnswersJson.read(row.getString("answers")),
                        json.readValue(row.getString("files"), FILES)))
                .list();
        Answers current = sent;
        List<Filed.FileRef> all = new java.util.ArrayList<>(files);
        for (Filed.Correction correction : corrections) {
            current = laidOver(current, correction.answers());
            all.addAll(correction.files());
        }
        Set<String> named =
                current.byPath().values().stream().map(answer -> answer.value()).collect(Collectors.toSet());
        all.removeIf(file -> !named.contains(file.id().toString()));
        return new SubmissionFile.Content(sent, current, List.copyOf(all));
    }

    /// Every question that the correction answers is replaced whole.
    private static Answers laidOver(Answers before, Answers correction) {
        Answers after = before;
        Set<String> questions = new TreeSet<>();
        correction.byPath().keySet().forEach(path -> questions.add(path.split("[.\\[-]", 2)[0]));
        for (String question : questions) {
            var fields = new java.util.TreeMap<>(correction.byPath());
            fields.keySet().removeIf(path -> !Answers.belongsTo(question, path));
            after = after.with(question, fields);
        }
        return after;
    }

    /// What casework said; an older word than the last one changes nothing.
    public boolean put(StatusWord word) {
        return words.insert(word)
                && jdbc.sql("""
                                UPDATE submission.submission
                                SET status_revision = :revision, open_fields = :open::text[], closed = :closed
                                WHERE id = :id AND status_revision < :revision
                                """)
                                .param("id", word.submission())
                                .param("revision", word.revision())
                                .param("open", Sql.array(word.openFields()))
                                .param("closed", word.closed())
                                .update()
                        == 1;
    }
}
