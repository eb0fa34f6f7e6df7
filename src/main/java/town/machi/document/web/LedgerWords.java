package town.machi.document.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.casework.CaseId;
import town.machi.casework.Cases;
import town.machi.casework.Workflow;
import town.machi.document.Dispatch;
import town.machi.document.IssuedDocument;
import town.machi.document.jdbc.DocumentRows;
import town.machi.identity.StaffDirectory;
import town.machi.kernel.Actor;
import town.machi.kernel.FiscalYear;
import town.machi.kernel.SectionId;
import town.machi.kernel.StaffId;
import town.machi.kernel.Wareki;
import town.machi.platform.Section;
import town.machi.platform.Town;

/// Finds rows of the ledger and puts them into words.
@Component
class LedgerWords {

    private final DocumentRows rows;
    private final Town town;
    private final StaffDirectory staff;
    private final Cases cases;
    private final AuditTrail audit;

    LedgerWords(DocumentRows rows, Town town, StaffDirectory staff, Cases cases, AuditTrail audit) {
        this.rows = rows;
        this.town = town;
        this.staff = staff;
        this.cases = cases;
        this.audit = audit;
    }

    record Found(List<IssuedDocument> documents, int total) {}

    Found find(Actor.Staff who, String words, int limit, int offset) {
        List<SectionId> sections = sections(who);
        return new Found(rows.listBySections(sections, words, limit, offset), rows.countBySections(sections, words));
    }

    List<IssuedDocument> listToSend(Actor.Staff who, int limit) {
        return rows.listToSend(sections(who), limit);
    }

    List<IssuedDocument> listOfYear(Actor.Staff who, FiscalYear year) {
        return rows.listOfYear(sections(who), year);
    }

    private static List<SectionId> sections(Actor.Staff who) {
        return who.sections().stream()
                .filter(section -> Workflow.maySee(who, section))
                .toList();
    }

    /// A try that fails is written down.
    boolean maySee(IssuedDocument document, Actor.Staff who) {
        if (Workflow.maySee(who, document.section())) {
            return true;
        }
        boolean seesCase =
                caseOf(document).flatMap(id -> cases.find(id, who, "document")).isPresent();
        if (!seesCase) {
            audit.record(AuditEntry.refused(who, "document.issued:" + document.id(), "open", "not-your-section"));
        }
        return seesCase;
    }

    private static Optional<CaseId> caseOf(IssuedDocument document) {
        String about = document.about();
        return about.matches("casework\\.case:[0-9a-f-]{36}")
                ? Optional.of(new CaseId(UUID.fromString(about.substring("casework.case:".length()))))
                : Optional.empty();
    }

    /// @param way what happened to it last; null: nothing yet
    LedgerPage.Row row(IssuedDocument document, @Nullable Dispatch way) {
        return new LedgerPage.Row(
                document.number() == null ? "（番号なし）" : document.number(),
                document.kind(),
                Wareki.format(document.issuedOn()),
                town.findSection(document.section())
                        .map(Section::name)
                        .orElse(document.section().value()),
                issuer(document.issuedBy()),
                way == null ? "" : PapersPanel.said(way),
                document.code().format(),
                document.file() == null ? null : "/office/documents/" + document.id() + ".pdf");
    }

    /// @param id `staff:uuid`, or another kind of actor
    private String issuer(String id) {
        return id.startsWith("staff:")
                ? staff.nameOf(new StaffId(UUID.fromString(id.substring("staff:".length()))))
                : "自動処理";
    }
}
