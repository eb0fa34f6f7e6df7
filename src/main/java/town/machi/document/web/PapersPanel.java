package town.machi.document.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseFile;
import town.machi.casework.CasePanel;
import town.machi.casework.Proposal;
import town.machi.document.Dispatch;
import town.machi.document.Dispatches;
import town.machi.document.DocumentId;
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
    private final Dispatches dispatches;

    PapersPanel(Documents documents, CasePapers papers, Dispatches dispatches) {
        this.documents = documents;
        this.papers = papers;
        this.dispatches = dispatches;
    }

    @Override
    public Optional<Panel> find(CaseFile file, Actor.Staff staff) {
        String path = "/office/cases/" + file.id();
        List<IssuedDocument> issued = documents.listAbout(file.id().subject());
        List<Line> lines = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        Map<DocumentId, Dispatch> last =
                dispatches.last(issued.stream().map(IssuedDocument::id).toList());
        papers.findWish(file).ifPresent(wish -> lines.add(new Line("届け出た人の希望", wish)));
        for (IssuedDocument document : issued) {
            Dispatch way = last.get(document.id());
            addIssued(document, way, lines, links);
            if (document.file() != null && document.number() != null) {
                links.addAll(ways(document, way, path));
            }
        }
        Optional<String> hindrance = documents.findHindrance();
        if (hindrance.isPresent()) {
            lines.add(new Line("PDF", hindrance.get()));
        } else {
            papers.listPossible(file).forEach(kind -> links.add(make(kind, path, issued)));
            links.add(new Link("控え（PDF）を開く", path + "/copy.pdf", null, false));
        }
        return Optional.of(new Panel("papers", "文書", 20, lines, links));
    }

    /// While it is not carried out: then the paper itself is on the page of the case.
    @Override
    public List<Link> listForDecision(CaseFile file, Proposal proposal, Actor.Staff staff) {
        return proposal.isOpen()
                        && documents.findHindrance().isEmpty()
                        && papers.findDraft(file, proposal).isPresent()
                ? List.of(new Link(
                        "通知書の案をPDFで読む",
                        "/office/decisions/" + proposal.id() + "/notice.pdf",
                        "番号・日付・公印のない下書きです。",
                        false))
                : List.of();
    }

    private static void addIssued(IssuedDocument document, @Nullable Dispatch way, List<Line> lines, List<Link> links) {
        String name = document.number() == null ? document.kind() : document.number() + "　" + document.kind();
        String day = Wareki.format(document.issuedOn()) + (way == null ? "" : "　" + said(way));
        if (document.file() == null) {
            lines.add(new Line(name, day + "（廃棄済み）"));
        } else {
            links.add(new Link(name + "を開く", "/office/documents/" + document.id() + ".pdf", day, false));
        }
    }

    static String said(Dispatch way) {
        return Wareki.format(way.on()) + "に" + way.step().label();
    }

    private static List<Link> ways(IssuedDocument document, @Nullable Dispatch way, String path) {
        return Dispatches.next(way).stream()
                .map(step -> new Link(
                        step.button(),
                        path + "/dispatch/" + document.id() + "/" + step.name().toLowerCase(Locale.ROOT),
                        document.number(),
                        true))
                .toList();
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
