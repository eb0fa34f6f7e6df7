package town.machi.shelter.entrance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.platform.Jobs;
import town.machi.shelter.ShelterId;
import town.machi.shelter.jdbc.WallVisitRows;

/// Those who told us on their own phone who they are and now stand before the desk.
@Component
public class WallVisits {

    /// So long a number is good; after that it is somebody else's.
    static final Duration GOOD = Duration.ofMinutes(60);

    private final WallVisitRows rows;
    private final Clock clock;

    WallVisits(WallVisitRows rows, Clock clock, Jobs jobs) {
        this.rows = rows;
        this.clock = clock;
        jobs.every("shelter.forget-wall", Duration.ofMinutes(10), this::forget);
    }

    /// Waits at the desk from now on.
    ///
    /// @param request made by the client: the same again is the same visit
    /// @return empty only when nine hundred and ninety wait already
    @Transactional
    public Optional<WallVisit> begin(UUID request, ShelterId shelter, List<WallVisit.Person> people) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        rows.add(request, shelter.value(), people, now, now.plus(GOOD));
        return rows.find(request, now);
    }

    public Optional<WallVisit> find(UUID id) {
        return rows.find(id, clock.instant());
    }

    List<WallVisit> waiting(UUID shelter) {
        return rows.waiting(shelter, clock.instant());
    }

    private void forget() {
        rows.forget(clock.instant());
    }
}
