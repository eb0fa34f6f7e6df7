package town.machi.shelter.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import town.machi.shelter.Arrivals.Batch;
import town.machi.shelter.ShelterEvent;

/// When something happened, by our clock.
///
/// A desk's clock may be wrong: the difference between it and ours when it sends is added to the times that it
/// gave. What another desk saw and handed over has that desk's clock: the difference that we noted when we last
/// heard of it is added. A time that somebody typed from paper stays as it was typed. No event is later than now.
final class RightTime {

    /// Clocks that differ by less are right enough, and a slow line is no wrong clock.
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

    private RightTime() {}

    static Instant of(ShelterEvent event, Batch batch, Instant now) {
        Duration ahead = event.desk().equals(batch.desk())
                ? Duration.between(now, batch.sentAt())
                : batch.clocks().getOrDefault(event.desk(), Duration.ZERO);
        boolean wrong = ahead.abs().compareTo(CLOCKS_DIFFER) > 0;
        Instant at = wrong && !event.what().typed() ? event.at().minus(ahead) : event.at();
        Instant kept = at.truncatedTo(ChronoUnit.MICROS);
        return kept.isBefore(now) ? kept : now;
    }
}
