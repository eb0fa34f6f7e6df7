package town.machi.audit;

import java.util.regex.Pattern;
import town.machi.kernel.Actor;

/// One deed, as a room tells it to the [AuditTrail]. Ids, field names and outcomes only: the shapes are such that a
/// name, a sentence or a mail address does not fit in.
///
/// @param subject which record: `casework.case:<uuid>`; `-` where there is none
/// @param what what was done to it: `open`, `act:accept`, or the names of fields: `user.name, startsOn`
/// @param outcome `ok`, or `refused:not-your-section`
public record AuditEntry(Actor actor, AuditAction action, String subject, String what, String outcome) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,100}");
    private static final Pattern SUBJECT = Pattern.compile("-|[a-z][a-z0-9.-]{0,60}:[A-Za-z0-9._:-]{1,100}");
    private static final Pattern WHAT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 .,:;/_\\[\\]*-]{0,999}");
    private static final Pattern OUTCOME = Pattern.compile("[a-z][a-z0-9:._-]{0,99}");

    /// @throws IllegalArgumentException when a part has not its shape
    public AuditEntry {
        check(ID, actor.id(), "actor");
        check(SUBJECT, subject, "subject");
        check(WHAT, what, "what");
        check(OUTCOME, outcome, "outcome");
    }

    /// It was done.
    public static AuditEntry done(Actor actor, AuditAction action, String subject, String what) {
        return new AuditEntry(actor, action, subject, what, "ok");
    }

    /// It was tried and not allowed.
    ///
    /// @param reason short and stable: `not-your-section`
    public static AuditEntry refused(Actor actor, String subject, String what, String reason) {
        return new AuditEntry(actor, AuditAction.REFUSAL, subject, what, "refused:" + reason);
    }

    /// The message does not repeat the text: it may be what must not be written down.
    private static void check(Pattern shape, String text, String part) {
        if (!shape.matcher(text).matches()) {
            throw new IllegalArgumentException("The audit does not take this " + part + " (ids and field names only)");
        }
    }
}
