package town.machi.document.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseFile;
import town.machi.casework.CasePanel;
import town.machi.document.Documents;
import town.machi.document.IssuedDocument;
import town.machi.document.cases.CasePapers;
import town.machi.kernel.Actor;
import town.machi.kernel.Wareki;

/// 文書 on the page of a case: what was issued, what can be issued now, and the copy of what was filed.
@Component
class PapersPanel implements CasePanel {

    private final Documents documents;
    private final CasePapers papers;

    PapersPanel(Documents documents, CasePapers papers) {
        this.documents = documents;
        this.papers = papers;
    }

    @Override
    public Optional<Panel> find(CaseFile file, Actor.Staff staff) {
        String path = "/office/cases/" + file.id();
        List<IssuedDocument> issued = documents.listAbout(file.id().subject());
        List<Line> lines = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        issued.forEach(document -> addIssued(document, lines, links));
        Optional<String> hindrance = documents.findHindrance();
        if (hindrance.isPresent()) {
            lines.add(new Line("PDF", hindrance.get()));
        } else {
            papers.listPossible(file).forEach(kind -> links.add(make(kind, path, issued)));
            links.add(new Link("控え（PDF）を開く", path + "/copy.pdf", null, false));
        }
        return Optional.of(new Panel("papers", "文書", 20, lines, links));
    }

    private static void addIssued(IssuedDocument document, List<Line> lines, List<Link> links) {
        String name = document.number() == null ? document.kind() : document.number() + "　" + document.kind();
        String day = Wareki.format(document.issuedOn());
        if (document.file() == null) {
            lines.add(new Line(name, day + "（廃棄済み）"));
        } else {
            links.add(new Link(name + "を開く", "/office/documents/" + document.id() + ".pdf", day, false));
        }
    }

    private static Link make(Documents.Kind kind, String path, List<IssuedDocument> issued) {
        long before = issued.stream()
                .filter(document -> document.template().equals(kind.template()))
                .count();
        return new Link(
                kind.words().ja() + "を作る",
                path + "/papers/" + kind.template(),
                before == 0 ? null : "すでに" + before + "通あります",
                true);
    }
}
