package town.machi.document.web;

import java.util.Arrays;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseId;
import town.machi.casework.Cases;
import town.machi.document.Dispatch;
import town.machi.document.Dispatches;
import town.machi.document.DocumentId;
import town.machi.document.DocumentProblem;
import town.machi.document.Documents;
import town.machi.document.IssuedDocument;
import town.machi.document.cases.CasePapers;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.shell.CurrentActor;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;

/// Papers of one case. Casework says who may see it, and writes down that they did.
@Controller
class CasePapersController {

    private final Cases cases;
    private final CasePapers papers;
    private final Documents documents;
    private final Dispatches dispatches;
    private final CurrentActor current;

    CasePapersController(
            Cases cases, CasePapers papers, Documents documents, Dispatches dispatches, CurrentActor current) {
        this.cases = cases;
        this.papers = papers;
        this.documents = documents;
        this.dispatches = dispatches;
        this.current = current;
    }

    @GetMapping("/office/cases/{id}/copy.pdf")
    ResponseEntity<byte[]> copy(@PathVariable UUID id) {
        CaseFile file = get(id, Actor.requireStaff(current.get()), "copy");
        byte[] pdf = documents.copyOf(papers.copy(file));
        return Pdf.shown("控え_" + file.receipt().format() + ".pdf").body(pdf);
    }

    /// Issues a paper. Where the case has moved on and the paper does not fit any more, its page shows what does.
    @PostMapping("/office/cases/{id}/papers/{template}")
    Reply issue(@PathVariable UUID id, @PathVariable String template, @RequestParam UUID onceId) {
        Actor.Staff staff = Actor.requireStaff(current.get());
        CaseFile file = get(id, staff, "paper");
        papers.findLetter(file, template, onceId).ifPresent(letter -> documents.issue(letter, staff));
        return new Redirect("/office/cases/" + file.id() + "#papers");
    }

    /// Writes down that a paper of this case went out, or came back.
    @PostMapping("/office/cases/{id}/dispatch/{document}/{step}")
    Reply dispatch(
            @PathVariable UUID id, @PathVariable UUID document, @PathVariable String step, @RequestParam UUID onceId) {
        Actor.Staff staff = Actor.requireStaff(current.get());
        CaseFile file = get(id, staff, "dispatch");
        Dispatch.Step what = Arrays.stream(Dispatch.Step.values())
                .filter(one -> one.name().equalsIgnoreCase(step))
                .findFirst()
                .orElseThrow(() -> new ProblemException(DocumentProblem.NO_SUCH_DOCUMENT));
        DocumentId paper = documents.listAbout(file.id().subject()).stream()
                .map(IssuedDocument::id)
                .filter(new DocumentId(document)::equals)
                .findFirst()
                .orElseThrow(() -> new ProblemException(DocumentProblem.NO_SUCH_DOCUMENT));
        dispatches.record(paper, what, onceId, staff);
        return new Redirect("/office/cases/" + file.id() + "#papers");
    }

    private CaseFile get(UUID id, Actor.Staff staff, String what) {
        return cases.find(new CaseId(id), staff, what)
                .orElseThrow(() -> new ProblemException(DocumentProblem.NO_SUCH_DOCUMENT));
    }
}
