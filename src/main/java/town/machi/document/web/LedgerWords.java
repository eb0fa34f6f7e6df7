package town.machi.document.web;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import town.machi.document.IssuedDocument;
import town.machi.document.jdbc.DocumentRows;
import town.machi.identity.StaffDirectory;
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

    LedgerWords(DocumentRows rows, Town town, StaffDirectory staff) {
        this.rows = rows;
        this.town = town;
        this.staff = staff;
    }

    record Found(List<IssuedDocument> documents, int total) {}

    Found find(Collection<SectionId> sections, String words, int limit, int offset) {
        return new Found(rows.listBySections(sections, words, limit, offset), rows.countBySections(sections, words));
    }

    LedgerPage.Row row(IssuedDocument document) {
        return new LedgerPage.Row(
                document.number() == null ? "（番号なし）" : document.number(),
                document.kind(),
                Wareki.format(document.issuedOn()),
                town.findSection(document.section())
                        .map(Section::name)
                        .orElse(document.section().value()),
                issuer(document.issuedBy()),
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
