package town.machi.document.web;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import town.machi.document.IssuedDocument;
import town.machi.document.jdbc.DocumentRows;
import town.machi.kernel.SectionId;
import town.machi.kernel.Wareki;
import town.machi.platform.Section;
import town.machi.platform.Town;

/// Finds rows of the ledger and puts them into words.
@Component
class LedgerWords {

    private final DocumentRows rows;
    private final Town town;

    LedgerWords(DocumentRows rows, Town town) {
        this.rows = rows;
        this.town = town;
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
                document.code().format(),
                document.file() == null ? null : "/office/documents/" + document.id() + ".pdf");
    }
}
