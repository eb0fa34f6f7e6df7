package town.machi.alert.talk;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.alert.AlertRules;
import town.machi.alert.jdbc.HeadquartersRows;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.platform.Ids;

/// 対策本部: while it is open, residents are offered 助けが必要, and told whether somebody is watching.
@Component
public class AlertHeadquarters {

    /// Somebody watches who has looked within this time.
    private static final Duration WATCHING = Duration.ofMinutes(5);

    private final HeadquartersRows rows;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    AlertHeadquarters(HeadquartersRows rows, AuditTrail audit, Ids ids, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    public Optional<HeadquartersRows.Open> findOpen() {
        return rows.findOpen();
    }

    public boolean isOpen() {
        return rows.findOpen().isPresent();
    }

    /// Whether somebody of the open 本部 has looked at what residents say in the last minutes.
    public boolean isWatched() {
        return rows.findOpen()
                .flatMap(HeadquartersRows.Open::seenAt)
                .filter(seen -> seen.plus(WATCHING).isAfter(clock.instant()))
                .isPresent();
    }

    @Transactional
    public void open(Actor.Staff by) {
        if (rows.open(ids.next(), clock.instant(), AlertRules.who(by))) {
            audit.record(AuditEntry.done(by, AuditAction.WRITE, "-", "headquarters:open"));
        }
    }

    @Transactional
    public void close(Actor.Staff by) {
        rows.close(clock.instant(), AlertRules.who(by));
        audit.record(AuditEntry.done(by, AuditAction.WRITE, "-", "headquarters:close"));
    }

    /// Somebody looks.
    public void seen() {
        rows.seen(clock.instant());
    }
}
