package town.machi.alert.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import town.machi.alert.Alert;
import town.machi.alert.AlertId;
import town.machi.alert.AlertSent;
import town.machi.alert.Chains;
import town.machi.alert.OrdersInForce;
import town.machi.alert.World;
import town.machi.alert.jdbc.AlertRows;

/// What is on right now, in memory: every page asks, and must get an answer also while the database is away.
@Component
public class CurrentAlerts {

    private final AlertRows rows;
    private final Clock clock;
    private volatile Snapshot snapshot = new Snapshot("", List.of(), List.of(), Map.of());

    CurrentAlerts(AlertRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    private record Snapshot(String mark, List<Alert> real, List<Alert> drills, Map<AlertId, Instant> sentAt) {}

    /// What is on, the highest level first; the real world before exercises with residents.
    public List<Chains.Chain> listOn() {
        Snapshot now = snapshot;
        List<Chains.Chain> all = new ArrayList<>(Chains.of(now.real()).listOn(clock.instant()));
        all.addAll(Chains.of(now.drills()).listOn(clock.instant()));
        return all;
    }

    /// Everything that went out to residents, the newest first.
    public List<Alert> listSent() {
        Snapshot now = snapshot;
        List<Alert> all = new ArrayList<>(now.real());
        all.addAll(now.drills());
        all.sort(Comparator.comparing((Alert alert) -> now.sentAt().getOrDefault(alert.id(), Instant.EPOCH))
                .reversed());
        return all;
    }

    public Instant now() {
        return clock.instant();
    }

    /// The orders of the real world.
    public OrdersInForce orders() {
        return OrdersInForce.of(snapshot.real());
    }

    public Optional<Instant> sentAt(AlertId id) {
        return Optional.ofNullable(snapshot.sentAt().get(id));
    }

    /// Looks again; called after each sending here, and every two seconds for what other nodes sent.
    public void refresh() {
        String mark = rows.mark();
        if (mark.equals(snapshot.mark())) {
            return;
        }
        List<Alert> real = rows.listSent(World.REAL);
        List<Alert> drills = rows.listSent(World.PUBLIC_DRILL);
        snapshot = new Snapshot(mark, real, drills, rows.sentAt());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void sent(AlertSent event) {
        refresh();
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        refresh();
    }
}
