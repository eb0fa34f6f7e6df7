package town.machi.journeys;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import town.machi.journeys.FilingProgram.Told;

/// Several programs that file one after the other without a pause, while the town lives and dies.
///
/// When no answer comes, half of them ask again under the same id until one does; the other half give up, and never
/// learn what became of it.
final class FilingStream implements AutoCloseable {

    private static final long PAUSE_MILLIS = 50;

    private final Map<UUID, Told> acknowledged = new ConcurrentHashMap<>();
    private final Set<UUID> givenUp = ConcurrentHashMap.newKeySet();
    private final Map<Integer, String> refusals = new ConcurrentHashMap<>();
    private final FilingProgram program = new FilingProgram();
    private final Supplier<String> address;
    private final ExecutorService senders;
    private volatile boolean flowing = true;

    /// @param address where to file now; asked before each try
    FilingStream(int threads, Supplier<String> address) {
        this.address = address;
        this.senders = Executors.newFixedThreadPool(threads);
        for (int i = 0; i < threads; i++) {
            senders.execute(this::send);
        }
    }

    private void send() {
        while (flowing) {
            UUID requestId = UUID.randomUUID();
            boolean patient = ThreadLocalRandom.current().nextBoolean();
            Told told = attempt(requestId);
            while (told == null && patient) {
                pause();
                told = attempt(requestId);
            }
            if (told == null) {
                givenUp.add(requestId);
                pause();
            } else {
                acknowledged.put(requestId, told);
            }
        }
    }

    private @Nullable Told attempt(UUID requestId) {
        try {
            Told told = program.file(address.get(), requestId);
            if (told.isAccepted()) {
                return told;
            }
            refusals.putIfAbsent(told.status(), told.body());
            return null;
        } catch (IOException unknown) {
            return null;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    int countAcknowledged() {
        return acknowledged.size();
    }

    /// What was promised, by request.
    Map<UUID, Told> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    /// What nobody knows the outcome of.
    Set<UUID> givenUp() {
        return Set.copyOf(givenUp);
    }

    /// One answer of each status that took nothing in.
    Map<Integer, String> refusals() {
        return Map.copyOf(refusals);
    }

    /// Each program ends what it has begun: the town must be up.
    @Override
    public void close() {
        flowing = false;
        senders.shutdown();
        try {
            if (!senders.awaitTermination(2, TimeUnit.MINUTES)) {
                throw new AssertionError("a program still gets no answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
