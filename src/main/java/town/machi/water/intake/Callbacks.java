package town.machi.water.intake;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.platform.Exchange;
import town.machi.platform.Jobs;
import town.machi.platform.Zone;
import town.machi.water.Callback;
import town.machi.water.jdbc.CallbackRows;

/// 折り返しの電話: what is too near for the form reaches the office all the same.
@Component
public class Callbacks {

    /// How long it is kept after the call, in days; the page says so to whoever asks.
    public static final int KEPT_DAYS = 30;

    private static final int LEFT_DAYS = 365;

    private final CallbackRows rows;
    private final AuditTrail audit;
    private final Exchange exchange;
    private final Clock clock;

    Callbacks(CallbackRows rows, AuditTrail audit, Exchange exchange, Clock clock, Jobs jobs) {
        this.rows = rows;
        this.audit = audit;
        this.exchange = exchange;
        this.clock = clock;
        jobs.everyNight("water.forget-callbacks", this::forget);
    }

    /// The same id again is the same wish, and kept once. Where the town is cut in two, it goes to those who call.
    @Transactional
    public void ask(UUID id, Callback.Wanted wanted, Callback.Who who, Language language, Actor actor) {
        Callback callback = new Callback(id, wanted, who, language, clock.instant(), java.util.Optional.empty());
        if (exchange.zone() == Zone.PUBLIC) {
            exchange.send(CallbackLetter.of(callback));
        }
        if (exchange.zone() == Zone.PUBLIC || rows.insert(callback)) {
            audit.record(AuditEntry.done(actor, AuditAction.WRITE, callback.subject(), "ask"));
        }
    }

    public int countOpen() {
        return rows.countOpen();
    }

    /// Whom to call, the longest waiting first. The audit notes whose name and number were read.
    @Transactional
    public List<Callback> listOpen(Actor.Staff staff) {
        return seen(rows.listOpen(), staff);
    }

    /// Who was called in the last days.
    @Transactional
    public List<Callback> listCalled(Actor.Staff staff) {
        return seen(rows.listCalled(), staff);
    }

    private List<Callback> seen(List<Callback> callbacks, Actor.Staff staff) {
        callbacks.forEach(
                each -> audit.record(AuditEntry.done(staff, AuditAction.READ, each.subject(), "name, phone")));
        return callbacks;
    }

    /// @param outcome what was agreed
    /// @return false where somebody else had called before
    @Transactional
    public boolean called(UUID id, String outcome, Actor.Staff staff) {
        boolean first = rows.setCalled(id, new Callback.Called(clock.instant(), outcome), staff.id());
        if (first) {
            audit.record(AuditEntry.done(staff, AuditAction.WRITE, "water.callback:" + id, "called"));
        }
        return first;
    }

    /// Takes away what was settled long enough ago, and what nobody settled in a year.
    void forget() {
        rows.eraseCalledBefore(clock.instant().minus(Duration.ofDays(KEPT_DAYS)));
        rows.eraseAskedBefore(clock.instant().minus(Duration.ofDays(LEFT_DAYS)));
    }
}
