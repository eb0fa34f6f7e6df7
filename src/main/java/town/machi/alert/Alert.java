package town.machi.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import town.machi.kernel.StaffId;

/// One message: what it says, in which world, what it does to an earlier one, and where it stands.
///
/// @param number for people and addresses: `2026-12`; `k…` and `n…` are exercises
/// @param about the message that it corrects, lifts or retracts
/// @param revision counts every change; acts carry the one they saw
public record Alert(
        AlertId id,
        String number,
        World world,
        AlertAct act,
        Optional<AlertId> about,
        Content content,
        Progress progress) {

    /// How far it has come.
    ///
    /// @param writer `staff:<uuid>` or `system:<job>`; of the words as they stand now
    /// @param writtenAt when the words were last changed
    /// @param hazard key of the warning that it tells of, where a telegram made it: `RAIN`
    /// @param sole whether one person sent it alone
    /// @param text as it was approved; empty before
    public record Progress(
            AlertState state,
            int revision,
            String writer,
            Instant writtenAt,
            List<Approval> approvals,
            Optional<String> hazard,
            boolean sole,
            Optional<AlertText> text) {

        public Progress {
            approvals = List.copyOf(approvals);
        }

        Progress at(AlertState next) {
            return new Progress(next, revision + 1, writer, writtenAt, approvals, hazard, sole, text);
        }

        Progress with(List<Approval> given) {
            return new Progress(state, revision, writer, writtenAt, given, hazard, sole, text);
        }

        Progress alone() {
            return new Progress(state, revision, writer, writtenAt, approvals, hazard, true, text);
        }

        public Progress said(AlertText words) {
            return new Progress(state, revision, writer, writtenAt, approvals, hazard, sole, Optional.of(words));
        }

        Progress writtenBy(String who, Instant at) {
            return new Progress(state, revision, who, at, List.of(), hazard, sole, text);
        }
    }

    /// Somebody's 決裁 of exactly these words.
    ///
    /// @param hash of the text that the person saw
    public record Approval(StaffId by, Instant at, String hash) {}

    public AlertState state() {
        return progress.state();
    }

    public int revision() {
        return progress.revision();
    }

    public boolean isSent() {
        return state().isSent();
    }

    public Alert with(Progress next) {
        return new Alert(id, number, world, act, about, content, next);
    }

    public Alert with(Content next) {
        return new Alert(id, number, world, act, about, next, progress);
    }
}
