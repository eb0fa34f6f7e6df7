package town.machi.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.identity.jdbc.TryRows;

/// Makes guessing slow, for accounts that exist and for those that do not alike.
@Component
public class TryGuard {

    private final TryRows rows;
    private final Clock clock;

    TryGuard(TryRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /// Counts a try before it is looked at.
    ///
    /// @return until when the account rests; nothing was counted then, and nothing may be tried
    @Transactional
    public Optional<Instant> begin(String mail) {
        var hash = hash(mail);
        var now = clock.instant();
        var tries = rows.lock(hash);
        var locked = tries.lockedUntil(now);
        if (locked.isEmpty()) {
            rows.write(hash, tries.begin(now));
        }
        return locked;
    }

    /// The try was right, with another factor to come.
    @Transactional
    public void takeBack(String mail) {
        var hash = hash(mail);
        rows.write(hash, rows.lock(hash).takeBack());
    }

    /// All was right: what went wrong before is forgotten.
    @Transactional
    public void clear(String mail) {
        rows.delete(hash(mail));
    }

    /// Until when the account rests now.
    @Transactional
    public Optional<Instant> lockedUntil(String mail) {
        return rows.lock(hash(mail)).lockedUntil(clock.instant());
    }

    private static String hash(String mail) {
        return Secret.hash(mail.strip().toLowerCase(Locale.ROOT));
    }
}
