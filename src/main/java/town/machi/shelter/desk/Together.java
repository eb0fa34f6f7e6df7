package town.machi.shelter.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/// Does in one go what many ask for at the same time.
///
/// Whoever comes first does it, for all who stand in the line by then; whoever comes meanwhile waits, and the first
/// of them does it next. So a busy line costs hardly more than one, and an idle one waits for nobody.
///
/// What cannot be done together is done one by one: one that fails fails alone. Only where the database is not there
/// at all nobody tries again.
public final class Together<A, R> {

    private final int most;
    private final ToIntFunction<A> size;
    private final Function<List<A>, List<R>> act;
    private final Queue<Place<A, R>> line = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean atWork = new AtomicBoolean();

    /// @param most so much is taken along at most; the first in the line is, whatever its size
    /// @param size of one
    /// @param act gives an outcome for each, in their order
    public Together(int most, ToIntFunction<A> size, Function<List<A>, List<R>> act) {
        this.most = most;
        this.size = size;
        this.act = act;
    }

    /// Somebody's place in the line.
    ///
    /// @param turn completed with true when it is theirs to work, with false when it is done
    private record Place<A, R>(A asked, CompletableFuture<R> outcome, CompletableFuture<Boolean> turn) {

        Place(A asked) {
            this(asked, new CompletableFuture<>(), new CompletableFuture<>());
        }

        void done(R result) {
            outcome.complete(result);
            turn.complete(false);
        }

        void failed(Throwable why) {
            outcome.completeExceptionally(why);
            turn.complete(false);
        }
    }

    /// Returns when it is done; throws what the act threw for it.
    public R ask(A asked) {
        Place<A, R> mine = new Place<>(asked);
        line.add(mine);
        if (atWork.compareAndSet(false, true) || mine.turn().join()) {
            try {
                while (!mine.outcome().isDone()) {
                    work(next());
                }
            } finally {
                handOn();
            }
        }
        return result(mine);
    }

    /// Only whoever is at work takes from the line, so the first in it waits for its turn.
    private void handOn() {
        while (true) {
            Place<A, R> first = line.peek();
            if (first != null) {
                first.turn().complete(true);
                return;
            }
            atWork.set(false);
            if (line.isEmpty() || !atWork.compareAndSet(false, true)) {
                return;
            }
        }
    }

    private List<Place<A, R>> next() {
        List<Place<A, R>> taken = new ArrayList<>();
        int sum = 0;
        for (Place<A, R> first = line.peek(); first != null; first = line.peek()) {
            sum += size.applyAsInt(first.asked());
            if (sum > most && !taken.isEmpty()) {
                break;
            }
            taken.add(first);
            line.remove();
        }
        return taken;
    }

    private void work(List<Place<A, R>> places) {
        @Nullable Throwable why = tryTo(places);
        if (why == null) {
            return;
        }
        if (places.size() == 1 || isNoDatabase(why)) {
            places.forEach(place -> place.failed(why));
        } else {
            places.forEach(place -> work(List.of(place)));
        }
    }

    private @Nullable Throwable tryTo(List<Place<A, R>> places) {
        try {
            List<R> outcomes = act.apply(places.stream().map(Place::asked).toList());
            for (int i = 0; i < places.size(); i++) {
                places.get(i).done(outcomes.get(i));
            }
            return null;
        } catch (RuntimeException | Error e) {
            return e;
        }
    }

    private static boolean isNoDatabase(Throwable why) {
        return why instanceof CannotCreateTransactionException || why instanceof CannotGetJdbcConnectionException;
    }

    private R result(Place<A, R> place) {
        try {
            return place.outcome().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw e;
        }
    }
}
