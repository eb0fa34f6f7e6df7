package town.machi.casework.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseId;
import town.machi.casework.CaseState;
import town.machi.casework.Standing;
import town.machi.form.AnswerSheet;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Language;
import town.machi.kernel.ReceiptNumber;
import town.machi.kernel.SectionId;
import town.machi.kernel.StaffId;
import town.machi.platform.Town;
import town.machi.procedure.Channel;
import town.machi.procedure.ProcedureName;
import town.machi.procedure.WorkflowPlan.Meaning;

/// The cases themselves.
@Component
public class CaseRows {

    private final JdbcClient jdbc;
    private final Json json;
    private final Town town;

    CaseRows(JdbcClient jdbc, Json json, Town town) {
        this.jdbc = jdbc;
        this.json = json;
        this.town = town;
    }

    /// @param nameKey by which lists sort: the reading where there is one, else the name
    /// @return false where this submission has its case already
    public boolean insert(CaseFile file, String nameKey) {
        return jdbc.sql("""
                        INSERT INTO casework.case_file
                            (id, submission, receipt, procedure, version, definition, section, channel, typist, language,
                             mail, received_at, counts_from, package, answers, files, name, name_key, state, meaning,
                             since, due_on, open_fields, return_to, closed_at, revision, assignee, decide_last, extended,
                             took_days, person_marks)
                        VALUES
                            (:id, :submission, :receipt, :procedure, :version, :definition, :section, :channel, :typist,
                             :language, :mail, :received, :countsFrom, :package, :answers::jsonb, :files::jsonb, :name,
                             :nameKey, :state, :meaning, :since, :due, :fields, :returnTo, :closed, :revision, :assignee,
                             :decideLast, :extended, :tookDays, :marks::text[])
                        ON CONFLICT (submission) DO NOTHING
                        """).params(columns(file)).params(found(file, nameKey)).update() == 1;
    }

    /// Writes what can change: standing, section, assignee, answers, name.
    public void update(CaseFile file, String nameKey) {
        jdbc.sql("""
                UPDATE casework.case_file
                SET section = :section, assignee = :assignee, package = :package, answers = :answers::jsonb,
                    files = :files::jsonb, name = :name, name_key = :nameKey, state = :state, meaning = :meaning,
                    since = :since, due_on = :due, open_fields = :fields, return_to = :returnTo, closed_at = :closed,
                    revision = :revision, decide_last = :decideLast, extended = :extended, took_days = :tookDays,
                    person_marks = :marks::text[]
                WHERE id = :id
                """).params(columns(file)).params(found(file, nameKey)).update();
    }

    private static Map<String, String> found(CaseFile file, String nameKey) {
        String marks =
                AnswerSheet.marks(file.answers()).mail(file.filing().mail()).array();
        return Map.of("nameKey", nameKey, "marks", marks);
    }

    /// Writes where it stands and who has it, and nothing else.
    public void updateStanding(CaseFile file) {
        jdbc.sql("""
                UPDATE casework.case_file
                SET section = :section, assignee = :assignee, state = :state, meaning = :meaning, since = :since,
                    due_on = :due, open_fields = :fields, return_to = :returnTo, closed_at = :closed,
                    revision = :revision, package = :package, decide_last = :decideLast,
                    extended = :extended, took_days = :tookDays
                WHERE id = :id
                """).params(columns(file)).update();
    }

    public Optional<CaseFile> find(CaseId id) {
        return jdbc.sql("SELECT * FROM casework.case_file WHERE id = :id")
                .param("id", id.value())
                .query(this::file)
                .optional();
    }

    /// Many at once, for an export; in no order.
    public List<CaseFile> list(Collection<CaseId> ids) {
        return jdbc.sql("SELECT * FROM casework.case_file WHERE id = ANY (:ids)")
                .param("ids", ids.stream().map(CaseId::value).toArray(UUID[]::new))
                .query(this::file)
                .list();
    }

    /// Holds the case until the transaction ends, so that two changes come one after the other.
    public Optional<CaseFile> lock(CaseId id) {
        return jdbc.sql("SELECT * FROM casework.case_file WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(this::file)
                .optional();
    }

    public Optional<CaseFile> lockBySubmission(UUID submission) {
        return jdbc.sql("SELECT * FROM casework.case_file WHERE submission = :submission FOR UPDATE")
                .param("submission", submission)
                .query(this::file)
                .optional();
    }

    /// The open ones that this person took, held until the transaction ends.
    public List<CaseFile> listOpenOf(StaffId assignee) {
        return jdbc.sql("""
                        SELECT * FROM casework.case_file WHERE assignee = :assignee AND closed_at IS NULL
                        ORDER BY id FOR UPDATE
                        """)
                .param("assignee", assignee.value())
                .query(this::file)
                .list();
    }

    public Optional<CaseFile> findByReceipt(ReceiptNumber receipt) {
        return jdbc.sql("SELECT * FROM casework.case_file WHERE receipt = :receipt")
                .param("receipt", receipt.symbols())
                .query(this::file)
                .optional();
    }

    /// The section that works on it, without reading what was said.
    public Optional<SectionId> findSection(CaseId id) {
        return jdbc.sql("SELECT section FROM casework.case_file WHERE id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .map(SectionId::new);
    }

    public void delete(CaseId id) {
        jdbc.sql("DELETE FROM casework.case_file WHERE id = :id")
                .param("id", id.value())
                .update();
    }

    private Map<String, @Nullable Object> columns(CaseFile file) {
        CaseState state = file.state();
        Map<String, @Nullable Object> columns = new LinkedHashMap<>(filing(file));
        columns.put("id", file.id().value());
        columns.put("procedure", file.basis().procedure().value());
        columns.put("version", file.basis().version());
        columns.put("definition", file.basis().hash());
        columns.put("section", file.section().value());
        columns.put("answers", json.write(file.answers()));
        columns.put("files", json.write(file.files()));
        columns.put("name", file.name());
        columns.put("state", state.id());
        columns.put("meaning", state.meaning().name());
        columns.put("since", at(state.since()));
        columns.put("due", state.deadline().orElse(null));
        columns.put("fields", state.fieldsOpen().stream().sorted().toArray(String[]::new));
        columns.put("returnTo", state instanceof CaseState.Correcting correcting ? correcting.returnTo() : null);
        columns.put("closed", state.isClosed() ? at(state.since()) : null);
        columns.put("tookDays", state.isClosed() ? tookDays(file) : null);
        columns.put("revision", file.revision());
        columns.put(
                "decideLast",
                file.standing().limit().map(Standing.Limit::lastDay).orElse(null));
        columns.put(
                "extended",
                file.standing().limit().map(Standing.Limit::extended).orElse(false));
        columns.put("assignee", file.assignee().map(StaffId::value).orElse(null));
        return columns;
    }

    /// Open days from the one it counts from to its end.
    private int tookDays(CaseFile file) {
        LocalDate ended = LocalDate.ofInstant(file.state().since(), BusinessCalendar.TOKYO);
        return Math.max(0, town.calendar().businessDaysBetween(file.filing().countsFrom(), ended));
    }

    private static Map<String, @Nullable Object> filing(CaseFile file) {
        CaseFile.Filing filing = file.filing();
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("submission", filing.submission());
        columns.put("receipt", filing.receipt().symbols());
        columns.put("channel", filing.channel().code());
        columns.put("typist", filing.typist());
        columns.put("language", filing.language().code());
        columns.put("mail", filing.mail());
        columns.put("received", at(filing.receivedAt()));
        columns.put("countsFrom", filing.countsFrom());
        columns.put("package", filing.sequence());
        return columns;
    }

    private CaseFile file(ResultSet row, int number) throws SQLException {
        UUID assignee = row.getObject("assignee", UUID.class);
        return new CaseFile(
                new CaseId(row.getObject("id", UUID.class)),
                basis(row),
                filing(row),
                new SectionId(row.getString("section")),
                new Standing(state(row), row.getInt("revision"), limit(row)),
                Optional.ofNullable(assignee).map(StaffId::new),
                row.getString("name"),
                json.answers(row.getString("answers")),
                json.files(row.getString("files")));
    }

    private static CaseFile.Filing filing(ResultSet row) throws SQLException {
        return new CaseFile.Filing(
                row.getObject("submission", UUID.class),
                new ReceiptNumber(row.getString("receipt")),
                row.getInt("package"),
                instant(row, "received_at"),
                row.getObject("counts_from", LocalDate.class),
                channel(row.getString("channel")),
                row.getString("typist"),
                Language.ofCode(row.getString("language")),
                row.getString("mail"));
    }

    private static Optional<Standing.Limit> limit(ResultSet row) throws SQLException {
        LocalDate last = row.getObject("decide_last", LocalDate.class);
        boolean extended = row.getBoolean("extended");
        return Optional.ofNullable(last).map(day -> new Standing.Limit(day, extended));
    }

    private static CaseState state(ResultSet row) throws SQLException {
        String id = row.getString("state");
        Instant since = instant(row, "since");
        Optional<LocalDate> due = Optional.ofNullable(row.getObject("due_on", LocalDate.class));
        Meaning meaning = Meaning.valueOf(row.getString("meaning"));
        return switch (meaning) {
            case OPEN -> new CaseState.Open(id, since, due);
            case CORRECTING ->
                new CaseState.Correcting(id, since, due, texts(row, "open_fields"), row.getString("return_to"));
            case DONE, PARTLY, REFUSED, WITHDRAWN -> new CaseState.Closed(id, since, meaning);
        };
    }

    static CaseFile.Basis basis(ResultSet row) throws SQLException {
        return new CaseFile.Basis(
                new ProcedureName(row.getString("procedure")), row.getInt("version"), row.getString("definition"));
    }

    static Channel channel(String code) {
        return Arrays.stream(Channel.values())
                .filter(channel -> channel.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    static Set<String> texts(ResultSet row, String column) throws SQLException {
        return Set.copyOf(List.of((String[]) row.getArray(column).getArray()));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
