package town.machi.identity;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import town.machi.kernel.StaffId;

/// The password was right; the second factor is still to come. Lies in the session.
///
/// @param revision of the account when the password was looked at: what changes meanwhile undoes it
public record PendingSignIn(StaffId staff, long revision, Instant since) implements Serializable {

    static final Duration LIFE = Duration.ofMinutes(10);

    boolean isOver(Instant now) {
        return since.plus(LIFE).isBefore(now);
    }
}
