package town.machi.alert.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.alert.World;
import town.machi.shell.Template;
import town.machi.shell.component.Chip;
import town.machi.shell.component.SummaryRow;
import town.machi.shell.component.TimelineItem;

/// One message: its words on every channel, what can be done now, what came of it, what happened.
///
/// @param facts who decided, when, for whom
/// @param previews the words as each channel says them
/// @param board empty until it is sent
/// @param callList whether this person may see whom to call
/// @param chain other messages that it hangs together with
///
/// @param shortage that LINE's messages of the month do not last for it; empty: they do
record AlertPage(
        Head head,
        List<SummaryRow> facts,
        List<Preview> previews,
        Acts acts,
        String shortage,
        List<Row> board,
        boolean callList,
        List<Result> results,
        List<Link> chain,
        List<TimelineItem> history,
        Notice notice,
        UUID onceId)
        implements Template {

    @Override
    public int status() {
        return notice.refused().isEmpty() ? 200 : 422;
    }

    /// The client-made id of one of the page's forms.
    UUID onceId(String form) {
        return UUID.nameUUIDFromBytes((onceId + "/" + form).getBytes(StandardCharsets.UTF_8));
    }

    /// @param hash of the words, for the approver's form
    /// @param shortHash for people to compare
    record Head(
            String id,
            String number,
            World world,
            String title,
            String kind,
            Chip state,
            String since,
            String where,
            int revision,
            String hash,
            String shortHash,
            boolean sole,
            boolean replaced) {}

    /// @param length in LINE's units, with what is allowed; empty where it is not counted
    /// @param copy whether it is there to be copied
    /// @param fault why it cannot go out as it is; null: it can
    record Preview(
            String id,
            String label,
            String text,
            String length,
            boolean copy,
            @Nullable String fault) {}

    /// What this person may do now.
    ///
    /// @param alone null: never alone
    record Acts(
            boolean submit,
            boolean approve,
            boolean ownWords,
            boolean sendBack,
            boolean takeBack,
            boolean edit,
            boolean drop,
            boolean correct,
            boolean lift,
            boolean retract,
            boolean again,
            @Nullable Alone alone,
            String approvals) {

        boolean isNothing() {
            return !(submit || approve || sendBack || takeBack || edit || drop || correct || lift || retract || again)
                    && alone == null;
        }
    }

    /// @param from when it may be done; empty: now
    /// @param type what must be typed
    record Alone(String from, String type) {}

    /// A channel on the board.
    ///
    /// @param text ready to copy; empty where Machi presses it itself
    /// @param length where the channel counts it
    /// @param fault why it cannot be sent as it is; null: it can
    record Row(
            String channel,
            String label,
            boolean ours,
            Chip state,
            boolean settled,
            String by,
            String reason,
            String text,
            String length,
            @Nullable String fault,
            String hash,
            boolean mayMark) {}

    /// What came of a channel that Machi pressed.
    ///
    /// @param again whether those that failed may be tried again
    record Result(
            String label,
            int accepted,
            int blocked,
            int failed,
            int waiting,
            String last,
            String answer,
            boolean again) {}

    record Link(String href, String label, String when, boolean current) {}

    /// @param refused sentences about what was not done
    record Notice(@Nullable String done, List<String> refused) {}
}
