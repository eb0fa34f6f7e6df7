package town.machi.document;

import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.document.jdbc.DocumentRows;
import town.machi.document.pdf.FontShelf;
import town.machi.document.pdf.Typesetter;
import town.machi.document.template.DocumentTemplate;
import town.machi.document.template.TemplateFolder;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.kernel.ProblemException;
import town.machi.platform.FileId;
import town.machi.platform.Files;
import town.machi.platform.Section;
import town.machi.platform.Town;
import town.machi.procedure.Words;
import town.machi.shell.Messages;

/// Papers of the town: copies of what was filed, and documents that are issued, numbered and kept in a ledger.
@Component
public class Documents {

    private final Issuer issuer;
    private final DocumentRows rows;
    private final Files files;
    private final AuditTrail audit;
    private final Town town;
    private final Desk desk;

    Documents(Issuer issuer, DocumentRows rows, Files files, AuditTrail audit, Town town, Desk desk) {
        this.issuer = issuer;
        this.rows = rows;
        this.files = files;
        this.audit = audit;
        this.town = town;
        this.desk = desk;
    }

    /// What papers are made with.
    @Component
    record Desk(
            Typesetter typesetter,
            TemplateFolder templates,
            Messages messages,
            VerificationNotice abroad,
            Clock clock) {}

    /// A copy of what was filed, as PDF. It is no issued document: no number, no row in the ledger.
    ///
    /// @throws ProblemException [DocumentProblem#NO_FONTS]
    public byte[] copyOf(FiledCopy copy) {
        if (!desk.typesetter().isReady()) {
            throw new ProblemException(DocumentProblem.NO_FONTS);
        }
        return desk.typesetter()
                .typeset(CopyPaper.of(
                        copy, town.name(), desk.messages().in(Language.JA).days(), desk.clock()))
                .pdf();
    }

    /// Issues a document. Number, PDF, ledger and audit commit with the caller, or not at all; the same request again
    /// gives the same document.
    ///
    /// @throws ProblemException when there is no font, no such template, or a value is missing
    @Transactional
    public IssuedDocument issue(Letter letter, Actor actor) {
        Issuer.Issue issue = issuer.issue(letter, actor, town.residentsUri().resolve("/verify"));
        if (issue.isNew()) {
            desk.abroad().tell(issue.document().code(), verification(issue.document()));
            DocumentId id = issue.document().id();
            audit.record(
                    AuditEntry.done(actor, AuditAction.WRITE, "document.issued:" + id, "issue:" + letter.template()));
        }
        return issue.document();
    }

    public Optional<IssuedDocument> find(DocumentId id) {
        return rows.find(id);
    }

    /// @param about `casework.case:uuid`
    /// @return oldest first
    public List<IssuedDocument> listAbout(String about) {
        return rows.listAbout(about);
    }

    /// The PDF, exactly as it was issued. Whether this actor may see it is the caller's to know; that it was seen is
    /// written down here.
    ///
    /// @throws ProblemException [DocumentProblem#NO_SUCH_DOCUMENT], [DocumentProblem#DESTROYED]
    @Transactional
    public InputStream open(DocumentId id, Actor actor) {
        IssuedDocument document = find(id).orElseThrow(() -> new ProblemException(DocumentProblem.NO_SUCH_DOCUMENT));
        FileId file = document.file();
        if (file == null) {
            throw new ProblemException(DocumentProblem.DESTROYED);
        }
        audit.record(AuditEntry.done(actor, AuditAction.READ, "document.issued:" + id, "open"));
        return files.openOriginal(file);
    }

    /// What the town says about a code that somebody has typed or scanned. Empty: no such document.
    public Optional<Verification> verify(String typed) {
        return VerificationCode.parse(typed)
                .flatMap(code -> rows.findByCode(code)
                        .map(this::verification)
                        .or(() -> desk.abroad().find(code)));
    }

    /// The 様式 that can be issued, by name: name and kind.
    public List<Kind> listKinds() {
        return desk.templates().list().stream()
                .map(template -> new Kind(template.name(), template.kind(), fields(template), template.procedures()))
                .toList();
    }

    private static List<String> fields(DocumentTemplate template) {
        List<String> fields = new ArrayList<>(template.fields().keySet());
        if (template.instructs()) {
            fields.add(DocumentTemplate.REMEDY);
        }
        return List.copyOf(fields);
    }

    /// Why no PDF can be made on this machine, in a Japanese sentence for the office; empty when all is well.
    public Optional<String> findHindrance() {
        return desk.typesetter().isReady() ? Optional.empty() : Optional.of(FontShelf.advice());
    }

    /// @param words what it is called: 受理通知書
    /// @param fields the names of the values that a letter of this kind needs
    /// @param procedures for these only; empty: for all
    public record Kind(String template, Words words, List<String> fields, List<String> procedures) {}

    private Verification verification(IssuedDocument document) {
        Words kind = desk.templates()
                .find(document.template())
                .map(template -> template.kind())
                .orElse(Words.ofJapanese(document.kind()));
        Words section = town.findSection(document.section())
                .map(Documents::names)
                .orElse(Words.ofJapanese(document.section().value()));
        return new Verification(
                kind, document.number(), document.issuedOn(), section, document.pages(), document.sha256());
    }

    private static Words names(Section section) {
        return new Words(section.name(), section.nameEasy(), section.nameEn());
    }
}
