package town.machi.document.web;

import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import town.machi.casework.ProposalId;
import town.machi.casework.Proposals;
import town.machi.document.DocumentProblem;
import town.machi.document.DraftLetters;
import town.machi.document.cases.CasePapers;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.shell.CurrentActor;

/// The notice of a draft, before it is decided. Casework says whose matter it is, and writes down that they read it.
@Controller
class DraftNoticeController {

    private final Proposals proposals;
    private final CasePapers papers;
    private final DraftLetters letters;
    private final CurrentActor current;

    DraftNoticeController(Proposals proposals, CasePapers papers, DraftLetters letters, CurrentActor current) {
        this.proposals = proposals;
        this.papers = papers;
        this.letters = letters;
        this.current = current;
    }

    @GetMapping("/office/decisions/{id}/notice.pdf")
    ResponseEntity<byte[]> notice(@PathVariable UUID id) {
        Actor.Staff staff = Actor.requireStaff(current.get());
        return proposals
                .find(new ProposalId(id), staff)
                .flatMap(drafted -> papers.findDraft(drafted.file(), drafted.proposal()))
                .map(letter -> Pdf.shown("通知書の案.pdf").body(letters.print(letter)))
                .orElseThrow(() -> new ProblemException(DocumentProblem.NO_SUCH_DOCUMENT));
    }
}
