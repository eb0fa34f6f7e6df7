package town.machi.shelter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.shelter.Presence.State;

/// One person's way through the events, told in order.
final class PersonLine {

    private final UUID person;
    private final Set<UUID> drills;
    private final List<Conflict> conflicts = new ArrayList<>();
    private final Map<String, String> details = new HashMap<>();
    private final Map<String, String> householdDetails = new HashMap<>();
    private PersonFacts facts;
    private @Nullable HouseholdFacts household;

    private @Nullable State state;
    private @Nullable Destination to;
    private @Nullable ShelterEvent arrival;
    private @Nullable ShelterEvent last;
    private @Nullable UUID opening;
    private Instant arrivedAt = Instant.EPOCH;

    /// @param drills the openings that are a drill's
    PersonLine(UUID person, Set<UUID> drills) {
        this.person = person;
        this.drills = drills;
        this.facts = PersonFacts.of(person);
    }

    void arrive(ShelterEvent event, Happening.Arrived arrived, PersonFacts told) {
        learn(event, arrived.household(), told);
        boolean known = arrived.from() != null && arrived.from().equals(opening);
        enter(event, known);
        arrival = event;
    }

    void note(ShelterEvent event, @Nullable HouseholdFacts of, PersonFacts told) {
        learn(event, of, told);
    }

    void leave(ShelterEvent event, Happening.Left left) {
        if (state == null || !isAt(event.opening())) {
            complainOf(event);
            return;
        }
        UUID next = left.toOpening();
        if (next == null) {
            become(State.LEFT, event);
            to = left.to();
        } else if (!next.equals(opening)) {
            become(State.EXPECTED, event);
            opening = next;
            arrivedAt = event.at();
        }
    }

    void goOut(ShelterEvent event) {
        if (state != null && isAt(event.opening())) {
            become(State.OUT, event);
        } else {
            complainOf(event);
        }
    }

    /// Back at the door is as good as an arrival, for somebody who is known.
    void comeBack(ShelterEvent event) {
        if (state != null) {
            enter(event, false);
        }
    }

    /// Not found there, whether they were inside, had gone out or were still expected.
    void miss(ShelterEvent event) {
        if (state != State.UNACCOUNTED && isAt(event.opening())) {
            become(State.UNACCOUNTED, event);
        }
    }

    Optional<Presence.Standing> standing() {
        if (state == null || opening == null || last == null) {
            return Optional.empty();
        }
        var times = new Presence.Times(arrivedAt, last.at(), last.id());
        var known = new Presence.Known(facts, household, Map.copyOf(details), Map.copyOf(householdDetails));
        return Optional.of(new Presence.Standing(person, opening, state, to, times, known));
    }

    List<Conflict> conflicts() {
        return conflicts;
    }

    private void enter(ShelterEvent event, boolean knownToMove) {
        UUID here = event.opening();
        if (!isAt(here)) {
            if (isCountedSomewhere() && !knownToMove && !isOutOfDrill(here)) {
                conflict(Conflict.Kind.IN_TWO_SHELTERS, event);
            }
            opening = here;
            arrivedAt = event.at();
            become(State.IN, event);
        } else if (state != State.IN) {
            become(State.IN, event);
        } else if (arrival != null && !arrival.desk().equals(event.desk())) {
            conflict(Conflict.Kind.TAKEN_IN_TWICE, event);
        }
    }

    /// Whether a real place has them, whatever a drill says.
    boolean isReallySomewhere() {
        return opening != null && state != null && state != State.LEFT && !drills.contains(opening);
    }

    /// Whether they come from a drill into a real place: nothing to settle.
    private boolean isOutOfDrill(UUID here) {
        return opening != null && drills.contains(opening) && !drills.contains(here);
    }

    private boolean isCountedSomewhere() {
        return state == State.IN || state == State.OUT;
    }

    /// Whether the person is counted, or went out, or is missed there.
    private boolean isAt(UUID there) {
        return state != null && state != State.LEFT && there.equals(opening);
    }

    private void become(State next, ShelterEvent event) {
        state = next;
        last = event;
        to = null;
    }

    private void complainOf(ShelterEvent event) {
        if (isCountedSomewhere()) {
            conflict(Conflict.Kind.LEFT_FROM_ELSEWHERE, event);
        }
    }

    private void conflict(Conflict.Kind kind, ShelterEvent event) {
        List<ShelterEvent> both = last == null ? List.of(event) : List.of(last, event);
        conflicts.add(Conflict.of(kind, person, event, both));
    }

    private void learn(ShelterEvent event, @Nullable HouseholdFacts of, PersonFacts told) {
        PersonFacts mine = told.over(facts);
        facts = new PersonFacts(
                person,
                mine.sex(),
                mine.age(),
                mine.needs(),
                mine.allergies(),
                mine.food(),
                mine.stay(),
                mine.meals(),
                mine.secret(),
                null);
        if (of != null) {
            household = household != null && household.id().equals(of.id()) ? merged(of, household) : of;
        }
        boolean clears = event.what() instanceof Happening.Noted;
        writeDown(details, event.personal().of(told.id()), clears);
        Map<String, String> shared = event.personal().household();
        writeDown(householdDetails, shared == null ? Map.of() : shared, clears);
    }

    /// An empty word takes an earlier one away, where somebody wrote that on purpose.
    private static void writeDown(Map<String, String> details, Map<String, String> told, boolean clears) {
        told.forEach((name, text) -> {
            if (!text.isEmpty()) {
                details.put(name, text);
            } else if (clears) {
                details.remove(name);
            }
        });
    }

    private static HouseholdFacts merged(HouseholdFacts now, HouseholdFacts before) {
        return new HouseholdFacts(
                now.id(),
                now.pets() == null ? before.pets() : now.pets(),
                now.car() == null ? before.car() : now.car(),
                now.secret() == null ? before.secret() : now.secret(),
                now.inquiry() == null ? before.inquiry() : now.inquiry(),
                now.publish() == null ? before.publish() : now.publish(),
                now.language() == null ? before.language() : now.language());
    }
}
