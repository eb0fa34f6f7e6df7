package town.machi.platform.database;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.machi.platform.CannotStart;

/// Looks every two seconds whether the embedded server still lives, and starts it again when it does not.
final class ServerWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ServerWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Thread thread;

    ServerWatch(EmbeddedServer server) {
        this.thread = Thread.ofVirtual().name("database watch").start(() -> watch(server));
    }

    private static void watch(EmbeddedServer server) {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                try {
                    server.revive();
                } catch (CannotStart e) {
                    log.error("The PostgreSQL server could not be started again: {}", e.getMessage());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
