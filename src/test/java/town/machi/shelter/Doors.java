package town.machi.shelter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Makes events as desks do: opening and desk of the same number belong together, minutes count from noon.
final class Doors {

    static final Instant NOON = Instant.parse("2026-07-28T03:00:00Z");

    private Doors() {}

    static UUID opening(int number) {
        return new UUID(1, number);
    }

    static UUID desk(int number) {
        return new UUID(2, number);
    }

    static UUID person(int number) {
        return new UUID(3, number);
    }

    static UUID event(int number) {
        return new UUID(4, number);
    }

    static ShelterEvent at(int minute, int opening, Happening what) {
        return ShelterEvent.of(event(minute), desk(opening), opening(opening), NOON.plusSeconds(60L * minute), what);
    }

    static Happening arrive(UUID person) {
        return arrive(person, null, null);
    }

    static Happening arrive(UUID person, @Nullable UUID from, @Nullable UUID takes) {
        var facts = new PersonFacts(person, null, null, null, null, null, null, null, null, takes);
        return new Happening.Arrived(Happening.Way.TYPED, from, null, List.of(facts));
    }

    static Happening leave(UUID person) {
        return new Happening.Left(List.of(person), Destination.HOME, null);
    }

    static Happening move(UUID person, int to) {
        return new Happening.Left(List.of(person), Destination.SHELTER, opening(to));
    }
}
