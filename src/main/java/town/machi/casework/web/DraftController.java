package town.machi.casework.web;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.casework.CaseId;
import town.machi.casework.Proposal;
import town.machi.casework.desk.Drafting;
import town.machi.kernel.Actor;
import town.machi.shell.Reply;

/// A draft for a decision, written on the page of its case.
@Controller
class DraftController {

    private final Drafting drafting;
    private final CaseReplies replies;
    private final Context context;

    DraftController(Drafting drafting, CaseReplies replies, Context context) {
        this.drafting = drafting;
        this.replies = replies;
        this.context = context;
    }

    /// @param number 文書番号 of a decision that was made elsewhere
    @PostMapping("/office/cases/{id}/draft")
    Reply draft(
            @PathVariable String id,
            @RequestParam String act,
            @RequestParam int revision,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String number,
            @RequestParam UUID onceId) {
        Actor.Staff staff = context.staff();
        CaseId caseId = CaseIds.get(id);
        var draft = new Drafting.Draft(act, new Proposal.Text(words, reason), number, revision);
        String form = number.isBlank() ? "draft:" + act : "elsewhere:" + act;
        var typed = new CasePage.Typed(form, number.isBlank() ? words : number, Set.of(reason));
        return replies.after(caseId, drafting.draft(caseId, draft, onceId, staff), typed, staff);
    }
}
