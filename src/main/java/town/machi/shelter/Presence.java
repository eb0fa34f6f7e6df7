package town.machi.shelter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Who is where, computed from what happened. Read this first.
///
/// The events may come late, twice and in any order: they are told apart by their ids and put in order by
/// their times,
/// so that the same set of events always gives the same register. Three rules hold whatever was sent:
///
/// 1. A person stands in one place at most: the last event says where.
/// 2. Those inside are the named who are present and the open places (counted, not yet named): a name that
/// comes later
///    takes a place and adds none.
/// 3. The machine settles nothing that staff have to settle: it keeps every event, and says what does not fit
///    together as a [Conflict].
///
/// What is computed of some persons depends on the events about them alone ([ShelterEvent#subjects]), so that
/// a part
/// can be computed without the rest.
public final class Presence {

    /// By time; ids decide where two have the same.
    public static final Comparator<ShelterEvent> IN_ORDER = Comparator.comparing(ShelterEvent::at)
            .thenComparing(event -> event.id().toString());

    private final List<ShelterEvent> events;
    private final Set<UUID> drills;
    private final SamePersons same;
    private final Map<UUID, PersonLine> persons = new LinkedHashMap<>();
    private final Map<UUID, Group> groups = new LinkedHashMap<>();

    private Presence(Collection<ShelterEvent> all, Set<UUID> drills) {
        this.events = counting(all);
        this.drills = drills;
        this.same = SamePersons.of(events);
        events.forEach(this::open);
        events.forEach(this::play);
    }

    /// Computes who is where.
    public static Register of(Collection<ShelterEvent> events) {
        return of(events, Set.of());
    }

    /// Computes who is where. A drill takes nobody out of a real place.
    ///
    /// @param drills the openings that are a drill's
    public static Register of(Collection<ShelterEvent> events, Set<UUID> drills) {
        return new Presence(events, drills).register();
    }

    /// Each once, without those that were taken back, in order.
    private static List<ShelterEvent> counting(Collection<ShelterEvent> all) {
        Map<UUID, ShelterEvent> once = new HashMap<>();
        Set<UUID> voided = new HashSet<>();
        for (ShelterEvent event : all) {
            once.putIfAbsent(event.id(), event);
            if (event.what() instanceof Happening.Corrected(UUID wrong)) {
                voided.add(wrong);
            }
        }
        return once.values().stream()
                .filter(event -> event.what() instanceof Happening.Corrected || !voided.contains(event.id()))
                .sorted(IN_ORDER)
                .toList();
    }

    private void open(ShelterEvent event) {
        switch (event.what()) {
            case Happening.Counted counted -> groups.put(event.id(), new Group(event, counted.count(), counted.stay()));
            case Happening.PlacesLeft left
            when left.toOpening() != null ->
                groups.put(event.id(), new Group(event.moved(event.at(), left.toOpening()), left.count(), null));
            default -> {}
        }
    }

    private void play(ShelterEvent event) {
        switch (event.what()) {
            case Happening.Arrived arrived -> {
                arrived.persons()
                        .forEach(person -> tell(event, person.id(), line -> line.arrive(event, arrived, person)));
                arrived.persons().forEach(this::take);
            }
            case Happening.Noted noted -> {
                noted.persons()
                        .forEach(person ->
                                tell(event, person.id(), line -> line.note(event, noted.household(), person)));
                noted.persons().forEach(this::take);
            }
            case Happening.PlacesLeft left -> leave(left);
            case Happening.Left left ->
                left.persons().forEach(person -> tell(event, person, line -> line.leave(event, left)));
            case Happening.WentOut out ->
                out.persons().forEach(person -> tell(event, person, line -> line.goOut(event)));
            case Happening.CameBack back ->
                back.persons().forEach(person -> tell(event, person, line -> line.comeBack(event)));
            case Happening.RollCalled call ->
                call.notFound().forEach(person -> tell(event, person, line -> line.miss(event)));
            case Happening.Counted _, Happening.Corrected _, Happening.Same _, Happening.Settled _ -> {}
        }
    }

    private void tell(ShelterEvent event, UUID person, Consumer<PersonLine> what) {
        PersonLine line = persons.computeIfAbsent(same.first(person), id -> new PersonLine(id, drills));
        if (!drills.contains(event.opening()) || !line.isReallySomewhere()) {
            what.accept(line);
        }
    }

    private void take(PersonFacts person) {
        Group group = person.takes() == null ? null : groups.get(person.takes());
        if (group != null) {
            group.takers.add(same.first(person.id()));
        }
    }

    private void leave(Happening.PlacesLeft left) {
        Group group = groups.get(left.place());
        if (group != null) {
            group.gone += left.count();
        }
    }

    private Register register() {
        Map<UUID, Standing> standings = new TreeMap<>(Comparator.comparing(UUID::toString));
        List<Conflict> conflicts = new ArrayList<>();
        persons.forEach((id, line) -> {
            line.standing().ifPresent(standing -> standings.put(id, standing));
            conflicts.addAll(line.conflicts());
        });
        Map<UUID, OpenPlaces> places = new TreeMap<>(Comparator.comparing(UUID::toString));
        groups.forEach((id, group) -> {
            places.put(id, group.places());
            group.conflict().ifPresent(conflicts::add);
        });
        return new Register(standings, places, settled(conflicts), same.aliases());
    }

    private List<Conflict> settled(List<Conflict> conflicts) {
        Set<UUID> settled = new HashSet<>();
        for (ShelterEvent event : events) {
            if (event.what() instanceof Happening.Settled(UUID conflict)) {
                settled.add(conflict);
            }
        }
        return conflicts.stream()
                .map(conflict -> settled.contains(conflict.id()) ? conflict.asSettled() : conflict)
                .toList();
    }

    /// A group of people who were counted and not named.
    private static final class Group {

        private final ShelterEvent counted;
        private final int count;
        private final Stay stay;
        private final Set<UUID> takers = new HashSet<>();
        private int gone;

        Group(ShelterEvent counted, int count, @Nullable Stay stay) {
            this.counted = counted;
            this.count = count;
            this.stay = stay == null ? Stay.INSIDE : stay;
        }

        OpenPlaces places() {
            int open = Math.max(0, count - takers.size() - gone);
            return new OpenPlaces(counted.id(), counted.opening(), stay, count, open, counted.at());
        }

        java.util.Optional<Conflict> conflict() {
            return takers.size() + gone <= count
                    ? java.util.Optional.empty()
                    : java.util.Optional.of(
                            Conflict.of(Conflict.Kind.TOO_MANY_NAMES, counted.id(), counted, List.of(counted)));
        }
    }

    /// Where somebody stands.
    public enum State {
        /// Here.
        IN,
        /// On the way from another shelter; counted here.
        EXPECTED,
        /// Gone out for a while (一時外出).
        OUT,
        /// 所在不明・退所見込: on the list, or expected, and not found at the roll call.
        UNACCOUNTED,
        LEFT
    }

    /// A person's standing.
    ///
    /// @param opening where, or from where they left last
    /// @param to where they left to; null while they have not
    /// @param times since when
    /// @param details what names them; empty once taken away
    public record Standing(
            UUID person,
            UUID opening,
            State state,
            @Nullable Destination to,
            Times times,
            Known known) {

        public boolean isPresent() {
            return state == State.IN || state == State.EXPECTED;
        }

        /// Whether a roll call can find that they are not there: inside, gone out for a while, or expected.
        public boolean canBeMissed() {
            return isPresent() || state == State.OUT;
        }

        public Stay stay() {
            Stay stay = known.facts().stay();
            return stay == null ? Stay.INSIDE : stay;
        }

        /// Must not be found outside the desk's own need: the person or the household says so.
        public boolean isSecret() {
            HouseholdFacts household = known.household();
            return Boolean.TRUE.equals(known.facts().secret())
                    || (household != null && Boolean.TRUE.equals(household.secret()));
        }
    }

    /// When.
    public record Times(Instant arrivedAt, Instant since, UUID event) {}

    /// What is known of a person: the last word about each thing.
    ///
    /// @param details what names them; empty once taken away
    public record Known(
            PersonFacts facts,
            @Nullable HouseholdFacts household,
            Map<String, String> details,
            Map<String, String> householdDetails) {}

    /// A group of people without names.
    ///
    /// @param id of the event that counted them
    /// @param open how many of them have no name yet and have not left
    public record OpenPlaces(UUID id, UUID opening, Stay stay, int counted, int open, Instant at) {}

    /// Everything that follows from the events.
    ///
    /// @param aliases persons whom staff declared to be another → that other
    public record Register(
            Map<UUID, Standing> persons,
            Map<UUID, OpenPlaces> places,
            List<Conflict> conflicts,
            Map<UUID, UUID> aliases) {

        /// How many are counted at this opening: named and present, and open places.
        public int count(UUID opening) {
            long named = persons.values().stream()
                    .filter(standing ->
                            standing.isPresent() && standing.opening().equals(opening))
                    .count();
            return (int) named
                    + places.values().stream()
                            .filter(place -> place.opening().equals(opening))
                            .mapToInt(OpenPlaces::open)
                            .sum();
        }
    }
}
