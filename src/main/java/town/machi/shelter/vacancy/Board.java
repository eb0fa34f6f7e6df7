package town.machi.shelter.vacancy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import town.machi.platform.Settings;
import town.machi.shelter.Disaster;
import town.machi.shelter.DisasterId;
import town.machi.shelter.Opening;
import town.machi.shelter.OpeningState;
import town.machi.shelter.Shelter;
import town.machi.shelter.ShelterId;
import town.machi.shelter.Vacancy;

/// How full every open shelter is, kept in memory: what a look costs does not depend on how many look. It is
/// read
/// anew by one of those who look, at most once a second however much changes; while the database does not
/// answer, the last one stays and grows old in sight.
@Component
public class Board {

    private static final Logger log = LoggerFactory.getLogger(Board.class);
    private static final Duration KEPT = Duration.ofSeconds(2);

    private final BoardRows rows;
    private final Settings settings;
    private final Clock clock;
    private final long pauseNanos;
    private final ReentrantLock reading = new ReentrantLock();
    private final AtomicBoolean changed = new AtomicBoolean(true);
    private volatile @Nullable Snapshot snapshot;
    private volatile long readAt;

    /// @param pause between two readings, whatever changed
    Board(BoardRows rows, Settings settings, Clock clock, @Value("${machi.shelter.board-pause:1s}") Duration pause) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
        this.pauseNanos = pause.toNanos();
    }

    /// What was read from the tables.
    record Known(
            List<Shelter> shelters,
            List<Opening> openings,
            List<Disaster> disasters,
            List<BoardRows.Occupied> occupied) {

        static final Known NOTHING = new Known(List.of(), List.of(), List.of(), List.of());
    }

    /// The board at a time.
    ///
    /// @param vacancies the open ones first, then those in preparation, then the unusable; each by its place
    /// in the list
    /// @param disasters that are going on
    /// @param shelters all places of the town
    public record Snapshot(Instant at, List<Vacancy> vacancies, List<Disaster> disasters, List<Shelter> shelters) {

        /// Whether something is going on that is no drill.
        public boolean isReal() {
            return disasters.stream().anyMatch(disaster -> !disaster.drill());
        }

        /// Whether nothing but a drill is going on.
        public boolean isDrillAlone() {
            return !disasters.isEmpty() && !isReal();
        }
    }

    /// The board as it stands.
    public Snapshot now() {
        Snapshot last = snapshot;
        if (last == null) {
            reading.lock();
        } else if (isFresh(last) || !reading.tryLock()) {
            return last;
        }
        try {
            Snapshot current = snapshot;
            return current != null && isFresh(current) ? current : read();
        } finally {
            reading.unlock();
        }
    }

    /// The next who looks sees what this transaction does.
    public void change() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    changed.set(true);
                }
            });
        } else {
            changed.set(true);
        }
    }

    private boolean isFresh(Snapshot last) {
        if (System.nanoTime() - readAt < pauseNanos) {
            return true;
        }
        Instant now = clock.instant();
        return !changed.get() && !now.isAfter(last.at().plus(KEPT)) && !now.isBefore(last.at());
    }

    private Snapshot read() {
        changed.set(false);
        Snapshot made = make();
        snapshot = made;
        readAt = System.nanoTime();
        return made;
    }

    private Snapshot make() {
        Snapshot last = snapshot;
        try {
            return draw(rows.load(), scale());
        } catch (DataAccessException e) {
            log.warn("The shelters cannot be read; the last board stays: {}", e.getMessage());
            return last == null ? draw(Known.NOTHING, new Vacancy.Scale(100, 100, 100, Duration.ZERO)) : aged(last);
        }
    }

    private Snapshot aged(Snapshot last) {
        Instant now = clock.instant();
        return new Snapshot(
                now,
                last.vacancies().stream()
                        .map(each -> new Vacancy(
                                each.shelter(),
                                each.state(),
                                each.level(),
                                each.asOf(),
                                true,
                                each.alternative(),
                                each.drill()))
                        .toList(),
                last.disasters(),
                last.shelters());
    }

    private Snapshot draw(Known known, Vacancy.Scale scale) {
        Instant now = clock.instant();
        var drawing = new Drawing(known, scale, now);
        List<Vacancy> vacancies = known.openings().stream()
                .flatMap(opening -> drawing.draw(opening).stream())
                .sorted(Comparator.comparing(each -> order(each.state())))
                .toList();
        List<Disaster> current = known.disasters().stream()
                .filter(each -> each.closedAt() == null)
                .toList();
        return new Snapshot(now, vacancies, current, known.shelters());
    }

    /// Puts together what the tables say of one opening.
    private static final class Drawing {

        private final Map<UUID, Integer> occupied;
        private final Map<DisasterId, Disaster> disasters;
        private final Map<ShelterId, Shelter> shelters;
        private final Vacancy.Scale scale;
        private final Instant now;

        Drawing(Known known, Vacancy.Scale scale, Instant now) {
            this.occupied = known.occupied().stream()
                    .collect(Collectors.toMap(BoardRows.Occupied::opening, BoardRows.Occupied::count));
            this.disasters = known.disasters().stream().collect(Collectors.toMap(Disaster::id, each -> each));
            this.shelters = known.shelters().stream().collect(Collectors.toMap(Shelter::id, each -> each));
            this.scale = scale;
            this.now = now;
        }

        Optional<Vacancy> draw(Opening opening) {
            Shelter shelter = shelters.get(opening.shelter());
            if (shelter == null) {
                return Optional.empty();
            }
            ShelterId instead = opening.instead();
            Shelter other = instead == null ? null : shelters.get(instead);
            Disaster disaster = disasters.get(opening.disaster());
            boolean open = opening.state() == OpeningState.OPEN;
            Instant asOf = opening.times().confirmedAt();
            return Optional.of(new Vacancy(
                    shelter,
                    opening.state(),
                    open ? level(opening, shelter) : null,
                    asOf,
                    open && scale.isStale(asOf, now),
                    other == null ? null : other.name(),
                    disaster != null && disaster.drill()));
        }

        private Vacancy.Level level(Opening opening, Shelter shelter) {
            int inside = occupied.getOrDefault(opening.id().value(), 0);
            return scale.level(inside, shelter.capacity(), opening.forcedFull());
        }
    }

    private static int order(OpeningState state) {
        return switch (state) {
            case OPEN -> 0;
            case PREPARING -> 1;
            case UNUSABLE -> 2;
            case CLOSED -> 3;
        };
    }

    private Vacancy.Scale scale() {
        return new Vacancy.Scale(
                number("shelter.level-some", 30),
                number("shelter.level-crowded", 60),
                number("shelter.level-full", 80),
                Duration.ofMinutes(number("shelter.stale-minutes", 120)));
    }

    private int number(String name, int standing) {
        return settings.findNumber(name).orElse(standing);
    }
}
