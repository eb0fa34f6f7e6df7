package town.machi.shelter.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.shelter.Arrivals;
import town.machi.shelter.Destination;
import town.machi.shelter.DisasterId;
import town.machi.shelter.Happening;
import town.machi.shelter.Opening;
import town.machi.shelter.OpeningId;
import town.machi.shelter.OpeningState;
import town.machi.shelter.Openings.Outcome;
import town.machi.shelter.Presence;
import town.machi.shelter.ShelterClosed;
import town.machi.shelter.ShelterEvent;
import town.machi.shelter.ShelterProblem;
import town.machi.shelter.jdbc.OpeningRows;
import town.machi.shelter.jdbc.PresenceRows;

/// Closes shelters: first everybody goes somewhere, then the door is shut.
@Component
public class Closing {

    /// The desk under which the office itself writes into the log.
    static final UUID OFFICE = new UUID(0, 0);

    private final OpeningRows openings;
    private final PresenceRows presence;
    private final Appending appending;
    private final Requests requests;
    private final Opener.Telling telling;
    private final Opener.Making making;

    Closing(
            OpeningRows openings,
            PresenceRows presence,
            Appending appending,
            Requests requests,
            Opener.Telling telling,
            Opener.Making making) {
        this.openings = openings;
        this.presence = presence;
        this.appending = appending;
        this.requests = requests;
        this.telling = telling;
        this.making = making;
    }

    public Outcome close(
            OpeningId id,
            @Nullable Destination to,
            @Nullable OpeningId toOpening,
            int revision,
            UUID request,
            Actor by) {
        return requests.once(request, "shelter.close", () -> {
            appending.hold();
            Opening opening = openings.hold(id).orElseThrow(() -> new ProblemException(ShelterProblem.NO_SUCH_OPENING));
            if (!opening.isLive()) {
                return Outcome.refused("shelter.refused.closed");
            }
            if (opening.revision() != revision) {
                return Outcome.refused("shelter.refused.stale");
            }
            List<Happening> leaving = leaving(id, to, toOpening);
            if (!leaving.isEmpty() && to == null) {
                return Outcome.refused("shelter.refused.people-inside");
            }
            if (to == Destination.SHELTER && !isOpen(toOpening, opening)) {
                return Outcome.refused("shelter.refused.no-destination");
            }
            send(id, leaving, by);
            return shut(opening, by);
        });
    }

    /// Closes a drill's opening in the middle of it: everybody leaves, and nobody asks where to.
    ///
    /// @param held nobody else changes it meanwhile
    void breakOff(Opening held, Actor by) {
        send(held.id(), leaving(held.id(), Destination.UNKNOWN, null), by);
        if (!(shut(held, by) instanceof Outcome.Done)) {
            throw new IllegalStateException("a drill's opening changed while it was held: " + held.id());
        }
    }

    /// Another one, and from a drill only one of a drill.
    private boolean isOpen(@Nullable OpeningId other, Opening here) {
        return other != null
                && !other.equals(here.id())
                && openings.find(other)
                        .filter(opening -> opening.state() == OpeningState.OPEN
                                && openings.isDrill(opening.disaster()) == openings.isDrill(here.disaster()))
                        .isPresent();
    }

    /// Everybody who is here, is expected or went out; and who was counted without a name.
    private List<Happening> leaving(OpeningId id, @Nullable Destination to, @Nullable OpeningId toOpening) {
        Destination where = to == null ? Destination.UNKNOWN : to;
        UUID next = toOpening == null ? null : toOpening.value();
        List<Happening> leaving = new ArrayList<>();
        List<UUID> persons = presence.roster(id).stream()
                .filter(standing -> standing.isPresent() || standing.state() == Presence.State.OUT)
                .map(Presence.Standing::person)
                .toList();
        if (!persons.isEmpty()) {
            leaving.add(new Happening.Left(persons, where, next));
        }
        presence.openPlaces(id)
                .forEach(place -> leaving.add(new Happening.PlacesLeft(place.id(), place.open(), where, next)));
        return leaving;
    }

    private void send(OpeningId id, List<Happening> leaving, Actor by) {
        if (!leaving.isEmpty()) {
            Instant now = making.now();
            List<ShelterEvent> events = leaving.stream()
                    .map(what -> ShelterEvent.of(making.ids().next(), OFFICE, id.value(), now, what))
                    .toList();
            appending.append(new Arrivals.Batch(OFFICE, now, events), by);
        }
    }

    private Outcome shut(Opening opening, Actor by) {
        if (!openings.update(opening.closed(making.now()))) {
            return Outcome.refused("shelter.refused.stale");
        }
        telling.done(by, opening.id().subject(), "close");
        telling.publisher()
                .publishEvent(new ShelterClosed(opening.shelter(), opening.id(), openings.isDrill(opening.disaster())));
        return new Outcome.Done(opening.id().value());
    }

    public Outcome end(DisasterId disaster, UUID request, Actor by) {
        return requests.once(request, "shelter.end", () -> {
            if (openings.of(disaster).stream().anyMatch(Opening::isLive)) {
                return Outcome.refused("shelter.refused.still-open");
            }
            if (!openings.closeDisaster(disaster, making.now())) {
                return Outcome.refused("shelter.refused.disaster-over");
            }
            telling.done(by, disaster.subject(), "end");
            return new Outcome.Done(disaster.value());
        });
    }
}
