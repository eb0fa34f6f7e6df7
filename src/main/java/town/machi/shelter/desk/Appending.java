package town.machi.shelter.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
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
/// The log has one writer at a time. Whoever comes while it is busy waits in a line, and the next writer takes
/// the whole
/// line along in one transaction: the disk is asked once for all of them, and the line uses one connection
/// however long
/// it is. A batch that cannot be written fails alone.
@Component
public class Appending {

    private static final int MOST_EVENTS_AT_ONCE = 5_000;

    private final Writing writing;
    private final Queue<Job> line = new ConcurrentLinkedQueue<>();
    private final ReentrantLock pen = new ReentrantLock();

    Appending(Writing writing) {
        this.writing = writing;
    }

    /// One batch on its way.
    ///
    /// @param request of whom, for the audit; null outside of a request
    record Job(Batch batch, Actor actor, @Nullable RequestAttributes request, CompletableFuture<Outcome> outcome) {}

    /// Commits with the caller's transaction where there is one, else by itself.
    public Outcome append(Batch batch, Actor actor) {
        var job = new Job(batch, actor, RequestContextHolder.getRequestAttributes(), new CompletableFuture<>());
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return writing.write(List.of(job)).getFirst();
        }
        line.add(job);
        pen.lock();
        try {
            while (!job.outcome().isDone()) {
                writeTogether(next());
            }
        } finally {
            pen.unlock();
        }
        return result(job);
    }

    private List<Job> next() {
        List<Job> jobs = new ArrayList<>();
        int events = 0;
        while (events < MOST_EVENTS_AT_ONCE) {
            Job job = line.poll();
            if (job == null) {
                break;
            }
            jobs.add(job);
            events += job.batch().events().size();
        }
        return jobs;
    }

    private void writeTogether(List<Job> jobs) {
        try {
            List<Outcome> outcomes = writing.write(jobs);
            for (int i = 0; i < jobs.size(); i++) {
                jobs.get(i).outcome().complete(outcomes.get(i));
            }
        } catch (RuntimeException e) {
            if (jobs.size() == 1) {
                jobs.getFirst().outcome().completeExceptionally(e);
            } else {
                jobs.forEach(job -> writeTogether(List.of(job)));
            }
        }
    }

    private static Outcome result(Job job) {
        try {
            return job.outcome().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
