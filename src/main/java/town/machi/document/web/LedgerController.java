package town.machi.document.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import town.machi.document.Dispatch;
import town.machi.document.Dispatches;
import town.machi.document.DocumentId;
import town.machi.document.DocumentProblem;
import town.machi.document.Documents;
import town.machi.document.IssuedDocument;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.shell.CurrentActor;
import town.machi.shell.Template;
import town.machi.shell.component.Pager;

/// The ledger of issued documents, and their PDFs. Who is of another section finds nothing, and the try is written
/// down.
@Controller
class LedgerController {

    private static final int ROWS = 50;

    private final Documents documents;
    private final Dispatches dispatches;
    private final LedgerWords words;
    private final CurrentActor current;

    LedgerController(Documents documents, Dispatches dispatches, LedgerWords words, CurrentActor current) {
        this.documents = documents;
        this.dispatches = dispatches;
        this.words = words;
        this.current = current;
    }

    @GetMapping("/office/documents")
    Template ledger(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page) {
        Actor.Staff staff = Actor.requireStaff(current.get());
        String wanted = q.strip();
        LedgerWords.Found found = words.find(staff, wanted, ROWS, (Math.max(1, page) - 1) * ROWS);
        Map<DocumentId, Dispatch> last = dispatches.last(
                found.documents().stream().map(IssuedDocument::id).toList());
        List<LedgerPage.Row> rows = found.documents().stream()
                .map(document -> words.row(document, last.get(document.id())))
                .toList();
        return new LedgerPage(
                wanted,
                rows,
                pager(wanted, Math.max(1, page), rows.size(), found.total()),
                documents.findHindrance().orElse(null));
    }

    /// For the section that issued it, and for whoever may see the case that it belongs to.
    @GetMapping("/office/documents/{id}.pdf")
    ResponseEntity<InputStreamResource> open(@PathVariable UUID id) {
        Actor.Staff staff = Actor.requireStaff(current.get());
        IssuedDocument found = documents
                .find(new DocumentId(id))
                .filter(document -> words.maySee(document, staff))
                .orElseThrow(() -> new ProblemException(DocumentProblem.NO_SUCH_DOCUMENT));
        return Pdf.shown(fileName(found)).body(new InputStreamResource(documents.open(found.id(), staff)));
    }

    private static String fileName(IssuedDocument document) {
        return (document.number() == null ? "" : document.number() + "_") + document.kind() + ".pdf";
    }

    private static Pager pager(String words, int page, int shown, int total) {
        int before = (page - 1) * ROWS;
        return new Pager(
                total,
                shown == 0 ? 0 : before + 1,
                before + shown,
                page > 1 ? href(words, page - 1) : null,
                before + shown < total ? href(words, page + 1) : null);
    }

    private static String href(String words, int page) {
        return UriComponentsBuilder.fromPath("/office/documents")
                .queryParam("q", words)
                .queryParam("page", page)
                .encode()
                .toUriString();
    }
}
