package town.machi.casework.web;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.casework.ActOutcome;
import town.machi.casework.CaseId;
import town.machi.casework.grant.Granting;
import town.machi.kernel.Actor;
import town.machi.kernel.Refusal;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;

/// Amounts that are typed on the page of a case.
@Controller
@RequestMapping("/office/cases/{id}/grant")
class GrantController {

    private final Granting granting;
    private final CaseReplies replies;
    private final Context context;

    GrantController(Granting granting, CaseReplies replies, Context context) {
        this.granting = granting;
        this.replies = replies;
        this.context = context;
    }

    @PostMapping
    Reply propose(@PathVariable String id, @RequestParam(defaultValue = "") String yen, @RequestParam UUID onceId) {
        Actor.Staff staff = context.staff();
        CaseId caseId = CaseIds.get(id);
        return after(caseId, granting.propose(caseId, yen, onceId, staff), GrantPartial.WANTED, yen, staff);
    }

    @PostMapping("/repaid")
    Reply repaid(@PathVariable String id, @RequestParam(defaultValue = "") String yen, @RequestParam UUID onceId) {
        Actor.Staff staff = context.staff();
        CaseId caseId = CaseIds.get(id);
        return after(caseId, granting.repay(caseId, yen, onceId, staff), GrantPartial.REPAID, yen, staff);
    }

    private Reply after(CaseId id, Optional<Refusal> refusal, String form, String typed, Actor.Staff staff) {
        return refusal.isEmpty()
                ? new Redirect("/office/cases/" + id + "#grant")
                : replies.after(
                        id, new ActOutcome.Refused(refusal.get()), new CasePage.Typed(form, typed, Set.of()), staff);
    }
}
