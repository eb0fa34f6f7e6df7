package town.machi.casework.keeping;

import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import town.machi.casework.Disposal;
import town.machi.casework.Disposal.Outcome;
import town.machi.casework.jdbc.DisposalRows;
import town.machi.platform.Jobs;

/// Destroys what was agreed to, case by case, each by itself. Whatever stopped half-way is looked for and finished: at
/// start, and every few minutes.
@Component
class DestroyJob {

    static final String ONE = "casework.destroy-one";
    static final String LEFT = "casework.destroy-left";

    private static final Logger log = LoggerFactory.getLogger(DestroyJob.class);

    private final DisposalRows rows;
    private final Destroying destroying;

    DestroyJob(DisposalRows rows, Destroying destroying, Jobs jobs) {
        this.rows = rows;
        this.destroying = destroying;
        jobs.declare(ONE, id -> destroy(UUID.fromString(id)));
        jobs.every(LEFT, Duration.ofMinutes(2), this::destroyLeft);
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        Thread.ofVirtual().name("destroy-left").start(this::destroyLeft);
    }

    private void destroyLeft() {
        rows.listApproved().forEach(this::destroy);
    }

    private void destroy(UUID disposal) {
        for (Disposal.Item item : rows.items(disposal)) {
            if (item.outcome() == Outcome.WAITING) {
                try {
                    destroying.destroy(disposal, item.id());
                } catch (RuntimeException e) {
                    log.warn("{} of disposal {} could not be destroyed and is tried again", item.id(), disposal, e);
                }
            }
        }
        destroying.finish(disposal);
    }
}
