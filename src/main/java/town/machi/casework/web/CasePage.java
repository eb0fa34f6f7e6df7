package town.machi.casework.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.casework.CasePanel;
import town.machi.shell.Template;
import town.machi.shell.component.Chip;
import town.machi.shell.component.Choice;
import town.machi.shell.component.TimelineItem;

/// One case: left what was said, right what can be done now, below what happened.
///
/// @param status 200; 409 where somebody else was faster; 422 where something typed was refused
record CasePage(
        Head head,
        List<Answers> answers,
        List<Act> acts,
        @Nullable Limit limit,
        Hands hands,
        List<Link> links,
        List<CasePanel.Panel> panels,
        Decision decision,
        List<TimelineItem> history,
        Notice notice,
        Typed typed,
        UUID onceId,
        int status)
        implements Template {

    /// The client-made id of one of the page's forms.
    UUID onceId(String form) {
        return UUID.nameUUIDFromBytes((onceId + "/" + form).getBytes(StandardCharsets.UTF_8));
    }

    /// @param due in words; empty where there is no deadline
    /// @param late how far beyond it, in words; empty where it is not
    record Head(
            String id,
            int revision,
            String title,
            String receipt,
            String name,
            Chip state,
            boolean closed,
            String due,
            String late,
            List<Fact> facts) {}

    /// By when the law wants a decision.
    ///
    /// @param latest to which day it can be put off, in words; null where it cannot be
    record Limit(String day, boolean extended, @Nullable String latest) {
        /// The day typed last, in a page that comes again.
        static String typed(Typed typed) {
            return typed.isIn("extend") ? String.join("", typed.fields()) : "";
        }
    }

    /// @param newest the last draft; null where there was none
    /// @param drafts the acts for which one can be written now
    record Decision(@Nullable DecisionPart newest, List<DecisionPart.Draftable> drafts) {
        boolean shown() {
            return newest != null || !drafts.isEmpty();
        }
    }

    record Fact(String label, String value) {}

    /// A page of the form with its answers.
    ///
    /// @param open shown unfolded
    record Answers(String title, List<Said> said, boolean open) {}

    /// @param lines empty where it was left unanswered
    /// @param before what was said at first; empty where nothing was changed
    /// @param source how we came to know it; empty where it was simply typed by the person
    /// @param folded shown only when somebody asks for it
    record Said(
            String path,
            String label,
            List<String> lines,
            List<String> before,
            String source,
            List<File> files,
            boolean folded) {}

    record File(String id, String name, String size, boolean picture) {}

    /// @param against why it may not happen yet; null: nothing is against it
    /// @param kind of its button: `primary` for the one that most cases take, `danger` for a refusal
    record Act(
            String id,
            String label,
            String leadsTo,
            boolean sendsBack,
            boolean needsReason,
            boolean tellsByMail,
            @Nullable String against,
            String kind) {}

    /// @param fields of a send-back
    /// @param mail whether the resident can be told by mail
    /// @param handIn what is awaited and may be typed by this person; null: nothing, or they may not
    record Hands(
            String assignee,
            boolean mine,
            List<Choice> colleagues,
            List<Choice> sections,
            List<Choice> fields,
            boolean mail,
            @Nullable String handIn) {}

    /// @param href empty where this person may not see it
    record Link(String receipt, String title, String name, String state, String href) {}

    /// What is said at the top of the page after something was done or refused.
    ///
    /// @param meanwhile what others did, where the page was older than the case
    ///
    /// @param next the most urgent other case, once something was done with this one
    record Notice(
            @Nullable String done,
            @Nullable String refused,
            List<TimelineItem> meanwhile,
            @Nullable Next next) {
        static final Notice NONE = new Notice(null, null, List.of(), null);
    }

    record Next(String href, String name) {}

    /// What was typed and is kept when the page comes again.
    ///
    /// @param form which form it was: `act:sendBack`, `note`, `message`, `hand-over`, `link`
    record Typed(String form, String words, Set<String> fields) {
        static final Typed NOTHING = new Typed("", "", Set.of());

        String in(String asked) {
            return form.equals(asked) ? words : "";
        }

        boolean has(String asked, String field) {
            return form.equals(asked) && fields.contains(field);
        }

        boolean isIn(String asked) {
            return form.equals(asked);
        }
    }
}
