package town.machi.casework.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.casework.ActOutcome;
import town.machi.casework.CaseEvent;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseId;
import town.machi.casework.CaseLine;
import town.machi.casework.Cases;
import town.machi.casework.CaseworkProblem;
import town.machi.casework.desk.Lists;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Refusal;
import town.machi.shell.Messages;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;

/// Where somebody goes after doing something with a case: to the case, or back to what they typed with a word about
/// why it did not happen.
@Component
class CaseReplies {

    private final Cases cases;
    private final CaseView view;
    private final Lists lists;
    private final Messages messages;

    CaseReplies(Cases cases, CaseView view, Lists lists, Messages messages) {
        this.cases = cases;
        this.view = view;
        this.lists = lists;
        this.messages = messages;
    }

    Reply after(CaseId id, ActOutcome outcome, CasePage.Typed typed, Actor.Staff staff) {
        return switch (outcome) {
            case ActOutcome.Done(CaseEvent event) -> done(id, event);
            case ActOutcome.Refused(Refusal refusal) -> refused(id, refusal, typed, staff);
            case ActOutcome.Stale(CaseFile now, List<CaseEvent> since) ->
                view.page(now, staff, new CasePage.Notice(null, null, view.meanwhile(now, since), null), typed, 409);
            case ActOutcome.NotFound _ -> throw new ProblemException(CaseworkProblem.NO_SUCH_CASE);
        };
    }

    /// @param done the kind of event that the address names
    CasePage.Notice notice(String done, CaseId id, Actor.Staff staff) {
        String sentence = switch (done) {
            case "MOVED" -> "処理しました。";
            case "ASSIGNED" -> "担当を決めました。";
            case "EXTENDED" -> "決定の期限を延ばし、届け出た人に知らせました。";
            case "DRAFTED" -> "起案しました。次に決裁する人へ知らせました。";
            case "DECIDED_ELSEWHERE" -> "決裁した文書番号を記録しました。処理を行えます。";
            case "NOTED" -> "メモを残しました。";
            case "TOLD" -> "お知らせを送りました。";
            case "LINKED" -> "関連する案件をつなぎました。";
            case "UNLINKED" -> "関連をはずしました。";
            default -> "";
        };
        if (sentence.isEmpty()) {
            return CasePage.Notice.NONE;
        }
        CasePage.@Nullable Next next = done.equals("MOVED")
                ? lists.findNext(id, staff).map(CaseReplies::next).orElse(null)
                : null;
        return new CasePage.Notice(sentence, null, List.of(), next);
    }

    private static CasePage.Next next(CaseLine line) {
        return new CasePage.Next(
                "/office/cases/" + line.id(), line.name() + "（" + line.receipt().format() + "）");
    }

    /// After a hand-over the case is no longer there for the giver.
    private static Reply done(CaseId id, CaseEvent event) {
        return event.kind() == CaseEvent.Kind.HANDED_OVER
                ? new Redirect("/office/given")
                : new Redirect("/office/cases/" + id + "?done=" + event.kind());
    }

    private Reply refused(CaseId id, Refusal refusal, CasePage.Typed typed, Actor.Staff staff) {
        CaseFile file =
                cases.find(id, staff, "open").orElseThrow(() -> new ProblemException(CaseworkProblem.NO_SUCH_CASE));
        String sentence = messages.in(Language.JA).get(refusal);
        return view.page(file, staff, new CasePage.Notice(null, sentence, List.of(), null), typed, 422);
    }
}
