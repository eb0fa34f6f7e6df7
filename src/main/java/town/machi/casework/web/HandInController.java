package town.machi.casework.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import town.machi.casework.ActOutcome;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseId;
import town.machi.casework.Cases;
import town.machi.casework.CaseworkProblem;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.submission.HandIns;

/// What came on paper and is typed by the office. Pressed twice, the same draft goes on.
@Controller
class HandInController {

    private final Cases cases;
    private final HandIns handIns;
    private final CaseReplies replies;
    private final Context context;

    HandInController(Cases cases, HandIns handIns, CaseReplies replies, Context context) {
        this.cases = cases;
        this.handIns = handIns;
        this.replies = replies;
        this.context = context;
    }

    @PostMapping("/office/cases/{id}/hand-in")
    Reply begin(@PathVariable String id) {
        Actor.Staff staff = context.staff();
        CaseId caseId = CaseIds.get(id);
        CaseFile file = cases.find(caseId, staff, "hand-in")
                .orElseThrow(() -> new ProblemException(CaseworkProblem.NO_SUCH_CASE));
        return handIns.begin(file.filing().submission(), staff)
                .<Reply>map(Redirect::new)
                .orElseGet(() -> replies.after(
                        caseId, ActOutcome.refused("casework.refusal.nothing-awaited"), CasePage.Typed.NOTHING, staff));
    }
}
