package town.machi.shelter.entrance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import town.machi.kernel.Reading;
import town.machi.kernel.Refusal;
import town.machi.shelter.Arrivals;
import town.machi.shelter.EventsJson;
import town.machi.shelter.Presence;
import town.machi.shelter.ShelterEvent;
import town.machi.shelter.jdbc.DeskRows;

/// One exchange with a desk: it says what happened there, and hears what others did.
///
/// | what comes | what follows |
/// |---|---|
/// | the same batch again | each event counts once; the answer says "had it" and the desk stops sending it |
/// | events in any order, days late | each has its own time; who is where is computed again |
/// | a clock two hours wrong | the difference is noted with the desk and taken off its times; both times are
/// kept; when another desk hands its events over, the difference noted last is taken off |
/// | events for an opening that was closed meanwhile | they count in the opening of their time ([Arrivals]) |
/// | one event that cannot be read | that one is refused with a sentence, the others count |
/// | events of a desk that was never ours | refused: nothing is taken in from strangers by way of a merge |
@Component
public class Sync {

    private final Arrivals arrivals;
    private final DeskRows desks;
    private final Answering answering;

    Sync(Arrivals arrivals, DeskRows desks, Answering answering) {
        this.arrivals = arrivals;
        this.desks = desks;
        this.answering = answering;
    }

    /// What the desk says.
    ///
    /// @param now its clock
    /// @param events as JSON each
    /// @param opening whose events it has heard up to `cursor`; null: none
    /// @param nextRenewal the first renewal code that it has not used
    /// @param renewalsLeft how many it has left
    public record Said(
            Instant now,
            List<JsonNode> events,
            @Nullable UUID opening,
            long cursor,
            int nextRenewal,
            int renewalsLeft) {}

    /// What it hears.
    ///
    /// @param taken ids that the log has: new or before
    /// @param offsetMillis how far its clock is ahead of ours
    /// @param heard what happened, by whomever, oldest first
    /// @param more whether there is more to ask for at once
    /// @param around how things stand by now, or a moment ago
    /// @param packed what it has to know
    /// @param renewals new codes where it runs short, else empty
    public record Heard(
            Instant now,
            long offsetMillis,
            Lease lease,
            Set<UUID> taken,
            List<Refused> refused,
            @Nullable UUID opening,
            long cursor,
            List<Arrivals.Logged> heard,
            boolean more,
            Around around,
            DeskPackages.Packed packed,
            List<Devices.Renewal> renewals) {

        public List<Presence.Standing> expected() {
            return around.expected();
        }

        /// Who is counted at another shelter, beside what the desk knows of it.
        public Editions.Change<UUID, UUID> elsewhere(@Nullable String known) {
            return around.elsewhere().since(known);
        }

        public List<WallVisit> waiting() {
            return around.waiting();
        }

        public List<UUID> forgotten() {
            return around.forgotten();
        }
    }

    /// @param event null where not even its id could be read
    public record Refused(@Nullable String event, Refusal refusal) {}

    /// What it says is in the log before the answer is made: many desks' events are written together, and nobody
    /// waits for another desk's answer.
    public Heard exchange(DeskDevice desk, Said said) {
        List<Refused> refused = new ArrayList<>();
        Set<UUID> taken = take(desk, said, refused);
        return answering.answer(desk, said, taken, refused);
    }

    private Set<UUID> take(DeskDevice desk, Said said, List<Refused> refused) {
        List<ShelterEvent> events = new ArrayList<>();
        for (JsonNode node : said.events()) {
            switch (EventsJson.read(node)) {
                case Reading.Read<ShelterEvent>(ShelterEvent event) -> events.add(event);
                case Reading.Refused<ShelterEvent>(Refusal refusal) ->
                    refused.add(new Refused(node.path("id").asString(null), refusal));
            }
        }
        Map<UUID, Duration> clocks = refuseStrangers(desk, events, refused);
        if (events.isEmpty()) {
            return Set.of();
        }
        var outcome = arrivals.append(
                new Arrivals.Batch(desk.id(), said.now(), events, clocks),
                desk.pass().actor());
        outcome.refused().forEach(each -> refused.add(new Refused(each.event().toString(), each.refusal())));
        Set<UUID> taken = new HashSet<>(outcome.accepted());
        taken.addAll(outcome.repeated());
        return taken;
    }

    /// @return the clocks of the other desks
    private Map<UUID, Duration> refuseStrangers(DeskDevice desk, List<ShelterEvent> events, List<Refused> refused) {
        Set<UUID> others = events.stream()
                .map(ShelterEvent::desk)
                .filter(id -> !id.equals(desk.id()))
                .collect(Collectors.toSet());
        if (others.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Duration> clocks = desks.clocks(others);
        others.removeAll(clocks.keySet());
        events.stream()
                .filter(event -> others.contains(event.desk()))
                .forEach(event -> refused.add(new Refused(event.id().toString(), Refusal.of("desk.stranger"))));
        events.removeIf(event -> others.contains(event.desk()));
        return clocks;
    }
}
