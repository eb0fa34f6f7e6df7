package town.machi.document.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.document.DocumentId;
import town.machi.document.DocumentNumber;
import town.machi.document.IssuedDocument;
import town.machi.document.Letter;
import town.machi.document.VerificationCode;
import town.machi.kernel.FiscalYear;
import town.machi.kernel.SectionId;
import town.machi.platform.FileId;

/// The ledger of issued documents and the counters of their numbers.
public final class DocumentRows {

    private static final String COLUMNS = "id, template, kind, about, section, number_text, issued_on, issued_at,"
            + " issued_by, file_id, sha256, pages, code";

    private static final String MATCHING =
            "section = ANY (:sections) AND (number_text LIKE :words OR kind LIKE :words)";

    private final JdbcClient jdbc;

    public DocumentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Until the transaction ends, nobody else issues for this request.
    public void lockRequest(UUID request) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('document.request:' || :id, 0))::text")
                .param("id", request.toString())
                .query(String.class)
                .optional();
    }

    /// The next number. The counter's row stays locked until the caller commits, so that a number is given back by a
    /// rollback and there is never a gap.
    public int takeNumber(FiscalYear year, SectionId section) {
        return jdbc.sql("""
                INSERT INTO document.counter AS counter (fiscal_year, section, last) VALUES (:year, :section, 1)
                ON CONFLICT (fiscal_year, section) DO UPDATE SET last = counter.last + 1
                RETURNING last
                """)
                .param("year", year.year())
                .param("section", section.value())
                .query(Integer.class)
                .single();
    }

    /// @param number null for papers without one
    public void insert(IssuedDocument document, Letter letter, @Nullable DocumentNumber number) {
        FileId file = document.file();
        jdbc.sql("""
                INSERT INTO document.issued (id, request_id, template, kind, about, submission, section, fiscal_year,
                    number, number_text, issued_on, issued_at, issued_by, file_id, sha256, pages, code)
                VALUES (:id, :request, :template, :kind, :about, :submission, :section, :year,
                    :number, :numberText, :on, :at, :by, :file, :sha256, :pages, :code)
                """)
                .param("id", document.id().value())
                .param("request", letter.request())
                .param("submission", letter.submission())
                .param("template", document.template())
                .param("kind", document.kind())
                .param("about", document.about())
                .param("section", document.section().value())
                .param("year", number == null ? null : number.fiscalYear().year())
                .param("number", number == null ? null : number.number())
                .param("numberText", document.number())
                .param("on", document.issuedOn())
                .param("at", document.issuedAt().atOffset(ZoneOffset.UTC))
                .param("by", document.issuedBy())
                .param("file", file == null ? null : file.value())
                .param("sha256", document.sha256())
                .param("pages", document.pages())
                .param("code", document.code().symbols())
                .update();
    }

    public Optional<IssuedDocument> find(DocumentId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM document.issued WHERE id = :id")
                .param("id", id.value())
                .query(DocumentRows::read)
                .optional();
    }

    public Optional<IssuedDocument> findByRequest(UUID request) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM document.issued WHERE request_id = :id")
                .param("id", request)
                .query(DocumentRows::read)
                .optional();
    }

    public Optional<IssuedDocument> findByCode(VerificationCode code) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM document.issued WHERE code = :code")
                .param("code", code.symbols())
                .query(DocumentRows::read)
                .optional();
    }

    /// Oldest first.
    public List<IssuedDocument> listAbout(String about) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM document.issued WHERE about = :about ORDER BY issued_at, id")
                .param("about", about)
                .query(DocumentRows::read)
                .list();
    }

    /// Newest first, of these sections only.
    ///
    /// @param words part of a number or of a kind; empty for all
    public List<IssuedDocument> listBySections(Collection<SectionId> sections, String words, int limit, int offset) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM document.issued WHERE " + MATCHING + """
                 ORDER BY issued_at DESC, id DESC LIMIT :limit OFFSET :offset
                """)
                .param("sections", names(sections))
                .param("words", like(words))
                .param("limit", limit)
                .param("offset", offset)
                .query(DocumentRows::read)
                .list();
    }

    /// With a number and a file, and not gone out or come back; oldest first.
    public List<IssuedDocument> listToSend(Collection<SectionId> sections, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + """
                 FROM document.issued i
                WHERE section = ANY (:sections) AND number IS NOT NULL AND file_id IS NOT NULL
                  AND coalesce((SELECT step FROM document.dispatch d WHERE d.document = i.id ORDER BY seq DESC LIMIT 1),
                               'RETURNED') = 'RETURNED'
                ORDER BY issued_at, id LIMIT :limit
                """)
                .param("sections", names(sections))
                .param("limit", limit)
                .query(DocumentRows::read)
                .list();
    }

    /// The numbered ones of a fiscal year, by section and number.
    public List<IssuedDocument> listOfYear(Collection<SectionId> sections, FiscalYear year) {
        return jdbc.sql("SELECT " + COLUMNS + """
                 FROM document.issued WHERE section = ANY (:sections) AND fiscal_year = :year ORDER BY section, number
                """)
                .param("sections", names(sections))
                .param("year", year.year())
                .query(DocumentRows::read)
                .list();
    }

    public int countBySections(Collection<SectionId> sections, String words) {
        return jdbc.sql("SELECT count(*) FROM document.issued WHERE " + MATCHING)
                .param("sections", names(sections))
                .param("words", like(words))
                .query(Integer.class)
                .single();
    }

    /// What holds the data of these submissions and has not been destroyed.
    public List<IssuedDocument> listKeptOf(Collection<UUID> submissions) {
        return jdbc.sql("SELECT " + COLUMNS + """
                 FROM document.issued WHERE submission = ANY (:submissions) AND file_id IS NOT NULL
                ORDER BY issued_at, id
                """)
                .param("submissions", submissions.toArray(UUID[]::new))
                .query(DocumentRows::read)
                .list();
    }

    /// The PDF is gone; the ledger keeps its row, which knows nobody.
    public void forgetFile(DocumentId id) {
        jdbc.sql("UPDATE document.issued SET file_id = NULL, submission = NULL WHERE id = :id")
                .param("id", id.value())
                .update();
    }

    private static String like(String words) {
        return "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static String[] names(Collection<SectionId> sections) {
        return sections.stream().map(SectionId::value).toArray(String[]::new);
    }

    private static IssuedDocument read(ResultSet row, int index) throws SQLException {
        UUID file = row.getObject("file_id", UUID.class);
        return new IssuedDocument(
                new DocumentId(row.getObject("id", UUID.class)),
                row.getString("template"),
                row.getString("kind"),
                row.getString("about"),
                new SectionId(row.getString("section")),
                row.getString("number_text"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getString("issued_by"),
                file == null ? null : new FileId(file),
                row.getString("sha256"),
                row.getInt("pages"),
                new VerificationCode(row.getString("code")));
    }
}
