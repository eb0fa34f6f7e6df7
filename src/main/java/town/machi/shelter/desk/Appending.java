package town.machi.shelter.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import town.machi.kernel.Actor;
import town.machi.shelter.Arrivals.Batch;
import town.machi.shelter.Arrivals.Outcome;

/// Takes batches of events into the log, many desks at once.
///
/// The log has one writer at a time. Whoever comes while it is busy waits in a line, and the next writer takes the
/// whole line along in one transaction: the disk is asked once for all of them, and the line uses one connection
/// however long it is. A batch that cannot be written fails alone.
@Component
public class Appending {

    private static final int MOST_EVENTS_AT_ONCE = 5_000;

    private final Writing writing;
    private final Together<Job, Outcome> line;

    Appending(Writing writing) {
        this.writing = writing;
        this.line =
                new Together<>(MOST_EVENTS_AT_ONCE, job -> job.batch().events().size(), writing::write);
    }

    /// One batch on its way.
    ///
    /// @param request of whom, for the audit; null outside of a request
    record Job(Batch batch, Actor actor, @Nullable RequestAttributes request) {}

    /// Nobody else writes into the log until the caller's transaction ends.
    public void hold() {
        writing.hold();
    }

    /// Commits with the caller's transaction where there is one, else by itself.
    public Outcome append(Batch batch, Actor actor) {
        var job = new Job(batch, actor, RequestContextHolder.getRequestAttributes());
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? writing.write(List.of(job)).getFirst()
                : line.ask(job);
    }
}
