package town.machi.alert.desk;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.alert.AlertEvent;
import town.machi.alert.AlertId;
import town.machi.alert.AlertRules;
import town.machi.alert.jdbc.AlertEventRows;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.platform.Ids;

/// Writes down what happened to a message: one line in its history, one in the audit.
@Component
public class AlertJournal {

    private final AlertEventRows rows;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    AlertJournal(AlertEventRows rows, AuditTrail audit, Ids ids, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    AlertEvent write(AlertId alert, Actor actor, AlertEvent.What what, String words, @Nullable UUID request) {
        AlertEvent event =
                new AlertEvent(ids.next(), alert, clock.instant(), AlertRules.who(actor), what, words, request);
        rows.append(event);
        audit.record(AuditEntry.done(
                actor,
                AuditAction.WRITE,
                alert.subject(),
                what.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        return event;
    }

    void refused(AlertId alert, Actor actor, String what, String reason) {
        audit.record(AuditEntry.refused(
                actor, alert.subject(), what, reason.replaceAll(".*\\.", "").toLowerCase(Locale.ROOT)));
    }

    /// The first outcome of this request, where it was made before.
    Optional<AlertEvent> findFirst(UUID request) {
        return rows.findByRequest(request);
    }
}
