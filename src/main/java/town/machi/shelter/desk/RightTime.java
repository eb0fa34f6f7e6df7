package town.machi.shelter.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import town.machi.shelter.Arrivals.Batch;
import town.machi.shelter.Happening;
import town.machi.shelter.ShelterEvent;

/// When something happened, by our clock.
///
/// A desk's clock may be wrong: the difference between it and ours when it sends is added to the times that it
/// gave. A
/// time that somebody typed from paper stays as it was typed, and so does one that another desk saw. No event
/// is later
/// than now.
final class RightTime {

    /// Clocks that differ by less are right enough, and a slow line is no wrong clock.
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

    private RightTime() {}

    static Instant of(ShelterEvent event, Batch batch, Instant now) {
        Duration difference = Duration.between(batch.sentAt(), now);
        boolean own = event.desk().equals(batch.desk());
        boolean wrong = difference.abs().compareTo(CLOCKS_DIFFER) > 0;
        Instant at = own && wrong && !isTyped(event) ? event.at().plus(difference) : event.at();
        Instant kept = at.truncatedTo(ChronoUnit.MICROS);
        return kept.isBefore(now) ? kept : now;
    }

    private static boolean isTyped(ShelterEvent event) {
        return event.what() instanceof Happening.Arrived arrived
                && (arrived.way() == Happening.Way.PAPER || arrived.way() == Happening.Way.OFFICE);
    }
}
