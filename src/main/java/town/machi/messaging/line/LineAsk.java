package town.machi.messaging.line;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import town.machi.messaging.FriendId;
import town.machi.messaging.Quota;
import town.machi.messaging.jdbc.FriendRows;

/// What is asked of LINE and not sent: how many messages are left, and by what name somebody goes there. Never to be
/// called inside a transaction.
@Component
public class LineAsk {

    private static final Logger log = LoggerFactory.getLogger(LineAsk.class);
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final long PATIENCE_MILLIS = 1_000;

    private final LineGateway gateway;
    private final FriendRows friends;
    private final Clock clock;
    private volatile Told last = new Told(new Quota.Unknown(), Instant.MIN);

    LineAsk(LineGateway gateway, FriendRows friends, Clock clock) {
        this.gateway = gateway;
        this.friends = friends;
        this.clock = clock;
    }

    private record Told(Quota quota, Instant at) {}

    public boolean hasAccount() {
        return gateway.hasAccount();
    }

    /// At most a minute old. No page waits for LINE longer than a second: then what was known last is told.
    public Quota quota() {
        if (!gateway.hasAccount()) {
            return new Quota.Unknown();
        }
        if (last.at().isBefore(clock.instant().minus(FRESH))) {
            CompletableFuture<Void> asking = CompletableFuture.runAsync(this::ask, Thread::startVirtualThread);
            try {
                asking.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                log.debug("LINE did not say in time how many messages are left", e);
            }
        }
        return last.quota();
    }

    private void ask() {
        try {
            last = new Told(gateway.quota(), clock.instant());
        } catch (IOException e) {
            log.info("LINE does not say how many messages are left: {}", e.getMessage());
            last = new Told(new Quota.Unknown(), clock.instant());
        }
    }

    /// The name that a friend goes by on LINE; it is not kept.
    ///
    /// @return empty when they have left, or LINE does not say it now
    public Optional<String> findName(FriendId friend) {
        Optional<String> user = friends.findLineUser(friend);
        if (user.isEmpty() || !gateway.hasAccount()) {
            return Optional.empty();
        }
        try {
            return gateway.findName(user.get());
        } catch (IOException e) {
            log.info("LINE does not say a name: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
