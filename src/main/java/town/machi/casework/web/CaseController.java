package town.machi.casework.web;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.casework.ActOutcome;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseId;
import town.machi.casework.Cases;
import town.machi.casework.CaseworkProblem;
import town.machi.casework.Extension;
import town.machi.casework.Move;
import town.machi.casework.desk.Extending;
import town.machi.casework.desk.Handing;
import town.machi.casework.desk.Linking;
import town.machi.casework.desk.Saying;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Reading;
import town.machi.kernel.Refusal;
import town.machi.kernel.SectionId;
import town.machi.kernel.StaffId;
import town.machi.kernel.Wareki;
import town.machi.shell.Reply;

/// One case, and what is done with it.
@Controller
@RequestMapping("/office/cases/{id}")
class CaseController {

    private final Cases cases;
    private final CaseView view;
    private final CaseReplies replies;
    private final Context context;
    private final Desk desk;

    CaseController(Cases cases, CaseView view, CaseReplies replies, Context context, Desk desk) {
        this.cases = cases;
        this.view = view;
        this.replies = replies;
        this.context = context;
        this.desk = desk;
    }

    @Component
    record Desk(Handing handing, Saying saying, Linking linking, Extending extending) {}

    @GetMapping
    Reply show(@PathVariable String id, @RequestParam(defaultValue = "") String done) {
        Actor.Staff staff = context.staff();
        CaseFile file = open(CaseIds.get(id), staff);
        return view.page(file, staff, replies.notice(done, file.id(), staff), CasePage.Typed.NOTHING, 200);
    }

    @PostMapping("/acts")
    Reply act(
            @PathVariable String id,
            @RequestParam String act,
            @RequestParam int revision,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(name = "field", defaultValue = "") Set<String> fields,
            @RequestParam UUID onceId) {
        Actor.Staff staff = context.staff();
        CaseId caseId = CaseIds.get(id);
        var typed = new CasePage.Typed("act:" + act, words, fields);
        return replies.after(
                caseId, cases.act(caseId, new Move(act, revision, words, fields), onceId, staff), typed, staff);
    }

    /// @param to id of a member of staff; empty: nobody
    @PostMapping("/assign")
    Reply assign(@PathVariable String id, @RequestParam(defaultValue = "") String to, @RequestParam UUID onceId) {
        Actor.Staff staff = context.staff();
        CaseId caseId = CaseIds.get(id);
        @Nullable
        StaffId whom =
                CaseIds.parse(to).map(parsed -> new StaffId(parsed.value())).orElse(null);
        return replies.after(caseId, desk.handing().assign(caseId, whom, onceId, staff), CasePage.Typed.NOTHING, staff);
    }

    @PostMapping("/hand-over")
    Reply handOver(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String section,
            @RequestParam(defaultValue = "") String words,
            @RequestParam int revision,
            @RequestParam UUID onceId) {
        Actor.Staff staff = context.staff();
        CaseId caseId = CaseIds.get(id);
        SectionId to = new SectionId(section.matches("[a-z][a-z0-9-]{0,39}") ? section : "none");
        var handOver = new Handing.HandOver(to, words, revision);
        var typed = new CasePage.Typed("hand-over", words, Set.of(section));
        return replies.after(caseId, desk.handing().handOver(caseId, handOver, onceId, staff), typed, staff);
    }

    /// @param until the new last day, as typed
    @PostMapping("/extend")
    Reply extend(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String words,
            @RequestParam int revision,
            @RequestParam UUID onceId) {
        Actor.Staff staff = context.staff();
        CaseId caseId = CaseIds.get(id);
        ActOutcome outcome = Wareki.parse(until) instanceof Reading.Read<LocalDate>(LocalDate day)
                ? desk.extending().extend(caseId, new Extension(day, words, revision), onceId, staff)
                : new ActOutcome.Refused(Refusal.of("casework.refusal.extension-day"));
        return replies.after(caseId, outcome, new CasePage.Typed("extend", words, Set.of(until)), staff);
    }

    @PostMapping("/notes")
    Reply note(@PathVariable String id, @RequestParam(defaultValue = "") String words, @RequestParam UUID onceId) {
        Actor.Staff staff = context.staff();
        CaseId caseId = CaseIds.get(id);
        var typed = new CasePage.Typed("note", words, Set.of());
        return replies.after(caseId, cases.note(caseId, words, onceId, staff), typed, staff);
    }

    @PostMapping("/messages")
    Reply tell(@PathVariable String id, @RequestParam(defaultValue = "") String words, @RequestParam UUID onceId) {
        Actor.Staff staff = context.staff();
        CaseId caseId = CaseIds.get(id);
        var typed = new CasePage.Typed("message", words, Set.of());
        return replies.after(caseId, desk.saying().tell(caseId, words, onceId, staff), typed, staff);
    }

    @PostMapping("/links")
    Reply link(@PathVariable String id, @RequestParam(defaultValue = "") String words, @RequestParam UUID onceId) {
        Actor.Staff staff = context.staff();
        CaseId caseId = CaseIds.get(id);
        var typed = new CasePage.Typed("link", words, Set.of());
        return replies.after(caseId, desk.linking().link(caseId, words, onceId, staff), typed, staff);
    }

    @PostMapping("/links/delete")
    Reply unlink(@PathVariable String id, @RequestParam String receipt, @RequestParam UUID onceId) {
        Actor.Staff staff = context.staff();
        CaseId caseId = CaseIds.get(id);
        return replies.after(
                caseId, desk.linking().unlink(caseId, receipt, onceId, staff), CasePage.Typed.NOTHING, staff);
    }

    private CaseFile open(CaseId id, Actor.Staff staff) {
        return cases.find(id, staff, "open").orElseThrow(() -> new ProblemException(CaseworkProblem.NO_SUCH_CASE));
    }
}
