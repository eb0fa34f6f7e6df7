package town.machi.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.document.jdbc.DocumentRows;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonalData;
import town.machi.kernel.Wareki;
import town.machi.platform.Files;

/// Issued papers name whom they were made for: they are found by the submission they belong to. Erasing destroys the
/// PDF; the ledger keeps number, kind and day, so that the numbers have no gap and a code still gets an answer.
@Component
class DocumentPersonalData implements PersonalData {

    private final DocumentRows rows;
    private final Files files;

    DocumentPersonalData(DocumentRows rows, Files files) {
        this.rows = rows;
        this.files = files;
    }

    @Override
    public String room() {
        return "document";
    }

    @Override
    public List<Trace> find(PersonKey key) {
        return rows.listKeptOf(key.submissions()).stream()
                .map(document -> new Trace(subject(document), document.kind()))
                .toList();
    }

    @Override
    public List<Extract> export(PersonKey key) {
        return rows.listKeptOf(key.submissions()).stream()
                .map(document -> new Extract(subject(document), document.kind(), values(document)))
                .toList();
    }

    @Override
    @Transactional
    public int erase(PersonKey key) {
        List<IssuedDocument> kept = rows.listKeptOf(key.submissions());
        for (IssuedDocument document : kept) {
            rows.forgetFile(document.id());
            files.deleteOwned("document:" + document.id());
        }
        return kept.size();
    }

    private static Map<String, String> values(IssuedDocument document) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("文書の種類", document.kind());
        values.put("文書番号", document.number() == null ? "番号なし" : document.number());
        values.put("発行した日", Wareki.format(document.issuedOn()));
        values.put("枚数", document.pages() + "枚");
        return values;
    }

    private static String subject(IssuedDocument document) {
        return "document.issued:" + document.id();
    }
}
