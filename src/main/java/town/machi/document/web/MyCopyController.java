package town.machi.document.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.document.DocumentProblem;
import town.machi.document.Documents;
import town.machi.document.cases.SubmissionPapers;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.submission.Looks;
import town.machi.submission.SubmissionFile;
import town.machi.submission.Submissions;

/// 控え: the resident's copy of what was filed, for whoever gave its number and passcode.
@Controller
class MyCopyController {

    private final Looks looks;
    private final Submissions submissions;
    private final SubmissionPapers papers;
    private final Documents documents;
    private final AuditTrail audit;

    MyCopyController(
            Looks looks, Submissions submissions, SubmissionPapers papers, Documents documents, AuditTrail audit) {
        this.looks = looks;
        this.submissions = submissions;
        this.papers = papers;
        this.documents = documents;
        this.audit = audit;
    }

    @GetMapping("/my/{id}/copy.pdf")
    ResponseEntity<byte[]> copy(@PathVariable UUID id, HttpServletRequest request) {
        Actor.Resident resident = looks.require(id, request);
        SubmissionFile file =
                submissions.find(id).orElseThrow(() -> new ProblemException(DocumentProblem.NO_SUCH_DOCUMENT));
        byte[] pdf = documents.copyOf(papers.copy(file));
        audit.record(AuditEntry.done(resident, AuditAction.READ, file.owner(), "copy"));
        return Pdf.shown("控え_" + file.receipt().format() + ".pdf").body(pdf);
    }
}
