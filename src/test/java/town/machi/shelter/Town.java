package town.machi.shelter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import town.machi.kernel.Actor;
import town.machi.platform.Ids;
import town.machi.shelter.jdbc.ShelterRows;

/// Does at the town's own shelters what a test needs, through the front doors.
@TestComponent
public class Town {

    private final Shelters shelters;
    private final Openings openings;
    private final Arrivals arrivals;
    private final Ids ids;
    private final java.time.Clock clock;
    private final ShelterRows rows;

    Town(Shelters shelters, Openings openings, Arrivals arrivals, Ids ids, java.time.Clock clock, ShelterRows rows) {
        this.rows = rows;
        this.shelters = shelters;
        this.openings = openings;
        this.arrivals = arrivals;
        this.ids = ids;
        this.clock = clock;
    }

    /// Begins what is happening.
    DisasterId begin(Actor by, boolean drill, Hazard... hazards) {
        var outcome = openings.begin(drill ? "訓練の地震" : "令和8年の地震（例）", Set.of(hazards), drill, ids.next(), by);
        return new DisasterId(((Openings.Outcome.Done) outcome).id());
    }

    /// Nothing is going on any more: everybody is at home, all is closed.
    void calm(Actor by) {
        shelters.listLive()
                .forEach(each -> openings.close(each.id(), Destination.HOME, null, each.revision(), ids.next(), by));
        shelters.listDisasters().forEach(each -> openings.end(each.id(), ids.next(), by));
    }

    Shelter shelter(String name) {
        return shelters.list().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// One place more, at the town's middle.
    void add(String name, ShelterKind kind, Hazard... hazards) {
        rows.insert(
                new Shelter(
                        new ShelterId(ids.next()),
                        new Shelter.NationalIds(null, null),
                        name,
                        new Shelter.Where("", "芦北町", new town.machi.kernel.Place(32.3, 130.5)),
                        kind,
                        Set.of(hazards),
                        100,
                        false,
                        new Shelter.House("", List.of(), null, "", "", "", "")),
                clock.instant());
    }

    OpeningId prepare(DisasterId disaster, String name, Actor by) {
        Shelter shelter = shelter(name);
        openings.prepare(disaster, List.of(shelter.id()), "地震のため", ids.next(), by);
        return shelters.listLive().stream()
                .filter(each -> each.shelter().equals(shelter.id()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    OpeningId open(DisasterId disaster, String name, Actor by) {
        OpeningId opening = prepare(disaster, name, by);
        openings.open(opening, Set.of(SafetyCheck.values()), 1, ids.next(), by);
        return opening;
    }

    /// Takes somebody in.
    UUID arrive(OpeningId opening, PersonFacts facts, Map<String, String> details, Actor by) {
        var what = new Happening.Arrived(Happening.Way.TYPED, null, null, List.of(facts));
        var personal = new ShelterEvent.Personal(null, Map.of(facts.id(), details));
        send(opening, what, personal, by);
        return facts.id();
    }

    UUID send(OpeningId opening, Happening what, Actor by) {
        return send(opening, what, ShelterEvent.Personal.NONE, by);
    }

    private UUID send(OpeningId opening, Happening what, ShelterEvent.Personal personal, Actor by) {
        Instant now = clock.instant();
        UUID desk = new UUID(9, 9);
        var event = new ShelterEvent(ids.next(), desk, opening.value(), now, what, personal);
        arrivals.append(new Arrivals.Batch(desk, now, List.of(event)), by);
        return event.id();
    }
}
