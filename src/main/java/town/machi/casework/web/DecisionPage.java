package town.machi.casework.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.casework.CasePanel;
import town.machi.shell.Template;
import town.machi.shell.component.TimelineItem;

/// One draft, for somebody who decides on it: made for a phone.
///
/// @param instruction 教示, as it will stand in the notice; empty where there is none
/// @param papers what can be read before it is decided, as the notice that will go out
/// @param since what changed since the one before looked
/// @param seat as which this person is asked: 総務課 課長; empty where they are not
/// @param last whether their approval is the decision
/// @param seen how many marks this page shows
/// @param confirm the steps that they are to look at afterwards
/// @param caseHref the case itself; empty where they may not open it
record DecisionPage(
        CasePage.Head head,
        DecisionPart decision,
        List<CasePage.Answers> answers,
        Optional<String> instruction,
        List<CasePanel.Link> papers,
        List<TimelineItem> since,
        List<TimelineItem> history,
        String seat,
        boolean last,
        int seen,
        List<Integer> confirm,
        String caseHref,
        Typed typed,
        @Nullable String refused,
        UUID onceId,
        int status)
        implements Template {

    /// @param form which form it was: `approve`, `return`
    record Typed(String form, String note, String words, String reason) {
        static final Typed NOTHING = new Typed("", "", "", "");

        String noteIn(String asked) {
            return form.equals(asked) ? note : "";
        }

        boolean isIn(String asked) {
            return form.equals(asked);
        }
    }
}
