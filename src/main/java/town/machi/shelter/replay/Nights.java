package town.machi.shelter.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.shelter.Destination;
import town.machi.shelter.Happening;
import town.machi.shelter.Presence;
import town.machi.shelter.ShelterEvent;

/// Makes up what happened at the doors, so that the numbers at each report are those that were reported:
/// people go to
/// work in the morning and come back at night, some leave without a word and are missed at the roll call.
final class Nights {

    private static final int[] SHARES = {24, 30, 9, 9, 16, 12};

    private final List<Door> doors;
    private final List<ShelterEvent> events = new ArrayList<>();
    private final Random chance = new Random(20260728);
    private final Map<UUID, Cast.Player> cast = new LinkedHashMap<>();
    private final Map<UUID, Presence.State> states = new HashMap<>();
    private final Map<UUID, Door> where = new HashMap<>();

    private Nights(List<Door> doors) {
        this.doors = doors;
        Cast.of(130, SHARES, chance).forEach(player -> cast.put(player.id(), player));
    }

    /// What the prefecture was told.
    record Report(Instant at, int evacuees) {}

    /// A shelter of those nights.
    ///
    /// @param closed null: still open on the last day
    record Door(
            UUID opening,
            String nationalId,
            Instant opened,
            @Nullable Instant closed) {

        boolean isOpen(Instant at) {
            return !at.isBefore(opened) && (closed == null || at.isBefore(closed));
        }
    }

    /// All events, in order.
    static List<ShelterEvent> of(List<Report> reports, List<Door> doors) {
        var nights = new Nights(doors);
        Instant before =
                doors.stream().map(Door::opened).min(Comparator.naturalOrder()).orElseThrow();
        for (Report report : reports) {
            nights.play(before, report);
            before = report.at();
        }
        nights.events.sort(Presence.IN_ORDER);
        return List.copyOf(nights.events);
    }

    private void play(Instant from, Report report) {
        sendAwayFromClosing(from, report.at());
        List<UUID> inside = in(Presence.State.IN);
        int difference = report.evacuees() - inside.size();
        if (difference > 0) {
            fill(from, report.at(), difference);
        } else {
            empty(from, report.at(), -difference);
        }
        rollCalls(report.at());
    }

    /// Before a shelter closes, its people have gone home.
    private void sendAwayFromClosing(Instant from, Instant until) {
        for (Door door : doors) {
            Instant closed = door.closed();
            if (closed != null && closed.isAfter(from) && !closed.isAfter(until)) {
                List<UUID> people = at(door);
                if (!people.isEmpty()) {
                    add(closed.minus(Duration.ofMinutes(30)), door, new Happening.Left(people, Destination.HOME, null));
                    people.forEach(this::gone);
                }
            }
        }
    }

    private List<UUID> at(Door door) {
        return cast.keySet().stream()
                .filter(person -> door.equals(where.get(person)))
                .toList();
    }

    /// Those who went out come back first, then the missed, then new ones.
    private void fill(Instant from, Instant until, int many) {
        List<UUID> coming = new ArrayList<>(in(Presence.State.OUT));
        coming.addAll(in(Presence.State.UNACCOUNTED));
        cast.keySet().stream().filter(person -> !states.containsKey(person)).forEach(coming::add);
        coming.addAll(in(Presence.State.LEFT));
        double share = events.isEmpty() ? 0.35 : 0.9;
        for (UUID person : coming.subList(0, Math.min(many, coming.size()))) {
            Instant at = between(from, until, share);
            Door there = where.get(person);
            if (there != null) {
                add(at, there, new Happening.CameBack(List.of(person)));
            } else {
                Door own = doors.get(player(person).at());
                Door door = own.isOpen(at) ? own : doors.getFirst();
                add(at, door, arrival(person), person);
                where.put(person, door);
            }
            states.put(person, Presence.State.IN);
        }
    }

    private void gone(UUID person) {
        states.put(person, Presence.State.LEFT);
        where.remove(person);
    }

    private void empty(Instant from, Instant until, int many) {
        List<UUID> inside = in(Presence.State.IN);
        for (int i = 0; i < many; i++) {
            UUID person = inside.get(i);
            Door door = Objects.requireNonNull(where.get(person));
            Instant at = between(from, until, 0.6);
            int draw = chance.nextInt(10);
            if (draw < 6) {
                add(at, door, new Happening.WentOut(List.of(person)));
                states.put(person, Presence.State.OUT);
            } else if (draw < 9) {
                add(at, door, new Happening.Left(List.of(person), Destination.HOME, null));
                gone(person);
            } else {
                states.put(person, Presence.State.UNACCOUNTED);
            }
        }
    }

    /// A quarter of an hour before the report, heads are counted; who left without a word is missed there.
    private void rollCalls(Instant report) {
        Instant at = report.minus(Duration.ofMinutes(15));
        for (Door door : doors) {
            if (door.isOpen(at)) {
                List<UUID> here = at(door);
                long heads = here.stream()
                        .filter(person -> states.get(person) == Presence.State.IN)
                        .count();
                List<UUID> missed = here.stream()
                        .filter(person -> states.get(person) == Presence.State.UNACCOUNTED)
                        .toList();
                add(at, door, new Happening.RollCalled((int) heads, missed));
            }
        }
    }

    private Happening arrival(UUID person) {
        Cast.Player player = player(person);
        return new Happening.Arrived(Happening.Way.OFFICE, null, player.household(), List.of(player.facts()));
    }

    private List<UUID> in(Presence.State state) {
        return new ArrayList<>(states.entrySet().stream()
                .filter(entry -> entry.getValue() == state)
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(UUID::toString))
                .toList());
    }

    private Cast.Player player(UUID person) {
        return Objects.requireNonNull(cast.get(person));
    }

    private Instant between(Instant from, Instant until, double share) {
        long millis = (long) (Duration.between(from, until).toMillis() * share);
        return from.plusMillis(1 + (long) (chance.nextDouble() * millis));
    }

    private void add(Instant at, Door door, Happening what) {
        events.add(event(at, door, what, ShelterEvent.Personal.NONE));
    }

    private void add(Instant at, Door door, Happening what, UUID person) {
        Cast.Player player = player(person);
        events.add(event(at, door, what, new ShelterEvent.Personal(player.home(), Map.of(person, player.details()))));
    }

    private ShelterEvent event(Instant at, Door door, Happening what, ShelterEvent.Personal personal) {
        UUID id = Cast.id("event " + events.size());
        return new ShelterEvent(id, Cast.id("desk " + door.nationalId()), door.opening(), at, what, personal);
    }

    /// The names of everybody who may appear, for whoever looks for them where they must not be.
    static Set<String> words() {
        Set<String> words = new TreeSet<>();
        Cast.of(130, SHARES, new Random(20260728)).forEach(player -> {
            words.add(player.details().getOrDefault("name", ""));
            words.add(player.details().getOrDefault("birth", ""));
            words.add(player.home().getOrDefault("phone", ""));
        });
        return words;
    }
}
