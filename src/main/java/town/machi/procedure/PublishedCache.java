package town.machi.procedure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import town.machi.kernel.ProblemException;
import town.machi.procedure.jdbc.VersionRows;

/// The newest version of each procedure, in memory. What another node publishes is seen after a second at most: one
/// small query a second asks whether there is anything new.
@Component
class PublishedCache {

    private static final Logger log = LoggerFactory.getLogger(PublishedCache.class);

    private final VersionRows rows;
    private final Definitions definitions;
    private final long freshNanos;
    private volatile Snapshot snapshot = new Snapshot(-1, 0, Map.of());

    /// @param rows how many rows the table had
    /// @param askedAt when that was asked, on the machine's monotonic clock
    private record Snapshot(long rows, long askedAt, Map<ProcedureName, Published> newest) {}

    PublishedCache(
            VersionRows rows, Definitions definitions, @Value("${machi.procedure.fresh-millis:1000}") Duration fresh) {
        this.rows = rows;
        this.definitions = definitions;
        this.freshNanos = fresh.toNanos();
    }

    /// By name, in the order of the names.
    Map<ProcedureName, Published> newest() {
        Snapshot known = snapshot;
        if (known.rows() >= 0 && System.nanoTime() - known.askedAt() < freshNanos) {
            return known.newest();
        }
        return refreshed(known).newest();
    }

    /// Something was published here.
    void forget() {
        snapshot = new Snapshot(-1, 0, snapshot.newest());
    }

    private Snapshot refreshed(Snapshot known) {
        long now = System.nanoTime();
        long count = rows.count();
        Map<ProcedureName, Published> newest = count == known.rows() ? known.newest() : load();
        Snapshot fresh = new Snapshot(count, now, newest);
        snapshot = fresh;
        return fresh;
    }

    private Map<ProcedureName, Published> load() {
        Map<ProcedureName, Published> newest = new LinkedHashMap<>();
        for (VersionRows.Row row : rows.listNewest()) {
            published(row).ifPresent(published -> newest.put(row.name(), published));
        }
        return Map.copyOf(newest);
    }

    /// A version that cannot be read any more must not take the others down.
    private Optional<Published> published(VersionRows.Row row) {
        try {
            return Optional.of(of(row));
        } catch (ProblemException unreadable) {
            log.error("Version {} of {} cannot be read and is not offered", row.version(), row.name(), unreadable);
            return Optional.empty();
        }
    }

    Published of(VersionRows.Row row) {
        return new Published(
                row.name(),
                row.version(),
                row.hash(),
                definitions.read(row.source(), row.hash()),
                row.source(),
                row.at());
    }
}
