package town.machi.shelter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.kernel.Refusal;
import town.machi.shelter.desk.Appending;
import town.machi.shelter.jdbc.LogRows;
import town.machi.shelter.jdbc.PresenceRows;

/// The front door for what happens at the doors of the shelters: append events, read who is where.
///
/// Appending is idempotent by the event's id and does not depend on order: the same events, in any batches, as
/// often as
/// one likes, give the same register ([Presence]). Reading here is not in the audit; whoever shows it to
/// somebody
/// records that.
@Component
public class Arrivals {

    private final Appending appending;
    private final LogRows events;
    private final PresenceRows presence;

    Arrivals(Appending appending, LogRows events, PresenceRows presence) {
        this.appending = appending;
        this.events = events;
        this.presence = presence;
    }

    /// What a desk sends.
    ///
    /// @param desk that sends; events of other desks may be among them (merged by file or QR)
    /// @param sentAt the desk's clock when it sends: a clock that is wrong is put right by the difference to
    /// ours
    /// @param clocks of other desks: how far each was ahead of ours when we last heard of it
    public record Batch(UUID desk, Instant sentAt, List<ShelterEvent> events, Map<UUID, Duration> clocks) {

        public Batch {
            events = List.copyOf(events);
            clocks = Map.copyOf(clocks);
        }

        /// Of no other desk's clock anything is known.
        public Batch(UUID desk, Instant sentAt, List<ShelterEvent> events) {
            this(desk, sentAt, events, Map.of());
        }
    }

    /// What came of a batch, by the ids of the events.
    ///
    /// @param accepted new in the log
    /// @param repeated were there before; nothing changed
    /// @param refused not taken, and why
    public record Outcome(Set<UUID> accepted, Set<UUID> repeated, List<Refused> refused) {

        public record Refused(UUID event, Refusal refusal) {}
    }

    /// An event as it stands in the log.
    ///
    /// @param seq grows with each event; not without gaps
    /// @param event with the time put right and the opening in which it counts
    public record Logged(long seq, Instant receivedAt, ShelterEvent event) {}

    /// Writes the events down and computes who is where. All of them commit together.
    public Outcome append(Batch batch, Actor actor) {
        return appending.append(batch, actor);
    }

    /// What happened in an opening after `seq`, oldest first: what a desk takes in. Persons who came from other
    /// openings are there with their arrival.
    public List<Logged> since(OpeningId opening, long seq, int most) {
        return events.since(List.of(new LogRows.Cursor(opening.value(), seq)), most)
                .getFirst();
    }

    /// Everybody who is, was or is expected in this opening, by kana.
    public List<Presence.Standing> roster(OpeningId opening) {
        return presence.roster(opening);
    }

    /// Who left another shelter for this one and has not been seen here yet, or was missed here.
    public List<Presence.Standing> listExpected(OpeningId opening) {
        return presence.expected(opening);
    }

    /// Groups of people who were counted there and are not all named or gone.
    public List<Presence.OpenPlaces> openPlaces(OpeningId opening) {
        return presence.openPlaces(opening);
    }

    /// Somebody's standing, whoever stands for them.
    public Optional<Presence.Standing> find(UUID person) {
        return presence.find(person);
    }

    /// What staff have to settle there, oldest first.
    public List<Conflict> conflicts(OpeningId opening) {
        return presence.conflicts(opening);
    }
}
