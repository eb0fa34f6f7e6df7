package town.machi.shelter.replay;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.shelter.Arrivals;
import town.machi.shelter.Disaster;
import town.machi.shelter.DisasterId;
import town.machi.shelter.Happening;
import town.machi.shelter.Happening.Way;
import town.machi.shelter.Hazard;
import town.machi.shelter.HouseholdCode.Choices;
import town.machi.shelter.HouseholdCode.Household;
import town.machi.shelter.HouseholdCode.Person;
import town.machi.shelter.Opening;
import town.machi.shelter.OpeningId;
import town.machi.shelter.OpeningState;
import town.machi.shelter.PersonFacts;
import town.machi.shelter.SafetyCheck;
import town.machi.shelter.Shelter;
import town.machi.shelter.ShelterEvent;
import town.machi.shelter.entrance.Registrations;
import town.machi.shelter.jdbc.OpeningRows;
import town.machi.shelter.jdbc.ShelterRows;

/// A drill of a Sunday morning, made up, with seconds, mistakes and a contradiction: what its report looks like. It
/// goes before the replay of the nights, and names nobody. Two made-up households are registered, too.
@Component
@ConditionalOnBooleanProperty("machi.replay")
public class Practice {

    public static final DisasterId DRILL = new DisasterId(Cast.id("drill"));

    private static final Actor BY = new Actor.SystemJob("shelter.replay");
    private static final Instant NINE = Instant.parse("2026-06-14T00:00:00Z");
    private static final Instant HALF_PAST_TEN = Instant.parse("2026-06-14T01:30:00Z");
    private static final UUID OPENING = Cast.id("drill opening");
    private static final UUID ONE = Cast.id("drill desk 1");
    private static final UUID TWO = Cast.id("drill desk 2");

    private final OpeningRows openings;
    private final ShelterRows shelters;
    private final Arrivals arrivals;
    private final Registrations registrations;
    private final Clock clock;

    Practice(OpeningRows openings, ShelterRows shelters, Arrivals arrivals, Registrations registrations, Clock clock) {
        this.openings = openings;
        this.shelters = shelters;
        this.arrivals = arrivals;
        this.registrations = registrations;
        this.clock = clock;
    }

    /// Once: a drill that was held is not held again.
    void hold() {
        if (openings.findDisaster(DRILL).isPresent()) {
            return;
        }
        Shelter shelter = shelters.findByNationalId("E4348200032111").orElseThrow();
        openings.insert(new Disaster(DRILL, "令和8年6月の避難訓練（例）", Set.of(Hazard.EARTHQUAKE), true, NINE, null), BY);
        openings.insert(opening(shelter, OpeningState.OPEN));
        arrivals.append(new Arrivals.Batch(ONE, clock.instant(), morning()), BY);
        openings.update(opening(shelter, OpeningState.CLOSED));
        openings.closeDisaster(DRILL, HALF_PAST_TEN);
        register("例 預 花代", "レイ アズケ ハナヨ", "19480211", "例 預 太郎", "レイ アズケ タロウ", "1950");
        register("例 港 ミツ", "レイ ミナト ミツ", "19390703", "例 港 進", "レイ ミナト ススム", "19651120");
    }

    /// Two who left with the town, in calm days, what their code says.
    private void register(String... told) {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < told.length; i += 3) {
            people.add(new Person(Cast.id("home " + told[i]), told[i], told[i + 1], "", told[i + 2], "", ""));
        }
        UUID id = Cast.id("home of " + told[0]);
        registrations.leave(new Household(id, NINE, "芦北町の例 1番地", "", Choices.NONE, people), id, BY);
    }

    private static Opening opening(Shelter shelter, OpeningState state) {
        boolean closed = state == OpeningState.CLOSED;
        return new Opening(
                new OpeningId(OPENING),
                shelter.id(),
                DRILL,
                state,
                "訓練のため",
                Set.of(SafetyCheck.values()),
                null,
                false,
                new Opening.Times(NINE, NINE, closed ? HALF_PAST_TEN : null, HALF_PAST_TEN),
                closed ? 2 : 1);
    }

    private static List<ShelterEvent> morning() {
        List<ShelterEvent> events = new ArrayList<>();
        Random chance = new Random(14);
        for (int i = 0; i < 14; i++) {
            events.add(
                    arrival("qr " + i, ONE, 60 + 40 * i, Way.QR, 1 + chance.nextInt(4), 6_000 + chance.nextInt(4_000)));
        }
        for (int i = 0; i < 5; i++) {
            events.add(arrival(
                    "wall " + i, ONE, 700 + 55 * i, Way.WALL, 1 + chance.nextInt(2), 12_000 + chance.nextInt(6_000)));
            events.add(arrival("search " + i, TWO, 130 + 80 * i, Way.SEARCH, 1, 15_000 + chance.nextInt(9_000)));
            events.add(arrival("typed " + i, TWO, 600 + 110 * i, Way.TYPED, 1, 55_000 + chance.nextInt(50_000)));
        }
        events.add(event("counted", TWO, 70, new Happening.Counted(6, null, 4_200)));
        events.add(arrival("paper", TWO, 90, Way.PAPER, 3, 96_000));
        // A household was taken in with too many ticks, and one at both desks.
        events.add(arrival("wrong", ONE, 660, Way.QR, 4, 7_000));
        events.add(event("taken back", ONE, 674, new Happening.Corrected(Cast.id("drill event wrong"))));
        events.add(event("qr 2 again", TWO, 560, new Happening.Arrived(Way.QR, null, null, people("qr 2", 1), 9_000)));
        return events;
    }

    private static ShelterEvent arrival(String what, UUID desk, int second, Way way, int people, int took) {
        return event(what, desk, second, new Happening.Arrived(way, null, null, people(what, people), took));
    }

    private static List<PersonFacts> people(String what, int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> PersonFacts.of(Cast.id("drill person " + what + " " + i)))
                .toList();
    }

    private static ShelterEvent event(String what, UUID desk, int second, Happening happening) {
        return ShelterEvent.of(Cast.id("drill event " + what), desk, OPENING, NINE.plusSeconds(second), happening);
    }
}
