package town.machi.shelter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/// Whatever happens at the doors, and in whatever order and however often it is told.
class PresencePropertyTests {

    private static final int OPENINGS = 4;
    private static final int PERSONS = 8;

    /// One thing that is done, on whom and where as far as it makes sense.
    record Deed(int what, int person, int opening, int count) {}

    @Property(tries = 500)
    @Label("どんな出入りを、どんな順で何度送っても、合計は名前のある人と空いた席の和で、二か所にいる人はいない")
    void sumsHoldAndNobodyIsInTwoPlaces(@ForAll("deeds") List<Deed> deeds, @ForAll Random chance) {
        List<ShelterEvent> events = new ArrayList<>();
        for (int i = 0; i < deeds.size(); i++) {
            events.add(Doors.at(i, deeds.get(i).opening(), wild(deeds.get(i), i, chance)));
        }
        Presence.Register register = Presence.of(shuffledWithRepeats(events, chance));

        int sum = 0;
        for (int i = 0; i < OPENINGS; i++) {
            sum += register.count(Doors.opening(i));
        }
        long named = register.persons().values().stream()
                .filter(Presence.Standing::isPresent)
                .count();
        int open = register.places().values().stream()
                .mapToInt(Presence.OpenPlaces::open)
                .sum();
        assertThat(sum).isEqualTo((int) named + open);
        assertThat(Collections.disjoint(
                        register.persons().keySet(), register.aliases().keySet()))
                .isTrue();
        assertThat(register).isEqualTo(Presence.of(events));
    }

    @Property(tries = 500)
    @Label("正しく記録された出入りなら、順がどう乱れても、手で数えた人数と同じになる")
    void countsEqualACountByHand(@ForAll("deeds") List<Deed> deeds, @ForAll Random chance) {
        World world = new World();
        List<ShelterEvent> events = new ArrayList<>();
        for (int i = 0; i < deeds.size(); i++) {
            Happening what = world.play(i, deeds.get(i));
            if (what != null) {
                events.add(Doors.at(i, deeds.get(i).opening(), what));
            }
        }
        Presence.Register register = Presence.of(shuffledWithRepeats(events, chance));
        for (int i = 0; i < OPENINGS; i++) {
            assertThat(register.count(Doors.opening(i))).as("避難所%d", i).isEqualTo(world.count(i));
        }
        assertThat(register.conflicts()).isEmpty();
    }

    @Property(tries = 300)
    @Label("全員が見つからない点呼のあと、その避難所に残るのは名前のない人だけで、ほかの避難所は変わらない")
    void aRollCallClearsTheList(@ForAll("deeds") List<Deed> deeds, @ForAll Random chance) {
        List<ShelterEvent> events = new ArrayList<>();
        for (int i = 0; i < deeds.size(); i++) {
            events.add(Doors.at(i, deeds.get(i).opening(), wild(deeds.get(i), i, chance)));
        }
        Presence.Register before = Presence.of(events);
        List<UUID> everybody = List.copyOf(before.persons().keySet());
        events.add(Doors.at(deeds.size(), 0, new Happening.RollCalled(0, everybody)));
        Presence.Register after = Presence.of(shuffledWithRepeats(events, chance));

        UUID here = Doors.opening(0);
        assertThat(after.persons().values()).noneMatch(each -> each.opening().equals(here) && each.canBeMissed());
        assertThat(after.places()).isEqualTo(before.places());
        before.persons().forEach((person, standing) -> {
            if (!standing.opening().equals(here) || standing.state() == Presence.State.LEFT) {
                assertThat(after.persons()).containsEntry(person, standing);
            }
        });
    }

    @Property(tries = 300)
    @Label("一部の人についての計算は、その人の出来事だけで全体と同じになる")
    void aPartIsComputedWithoutTheRest(@ForAll("deeds") List<Deed> deeds, @ForAll Random chance) {
        List<ShelterEvent> events = new ArrayList<>();
        for (int i = 0; i < deeds.size(); i++) {
            events.add(Doors.at(i, deeds.get(i).opening(), wild(deeds.get(i), i, chance)));
        }
        Presence.Register whole = Presence.of(events);
        for (UUID person : whole.persons().keySet()) {
            Set<UUID> group = new HashSet<>(Set.of(person));
            whole.aliases().forEach((alias, first) -> {
                if (first.equals(person)) {
                    group.add(alias);
                }
            });
            List<ShelterEvent> about = events.stream()
                    .filter(event -> event.subjects().stream().anyMatch(group::contains)
                            || event.what() instanceof Happening.Corrected)
                    .toList();
            assertThat(Presence.of(about).persons().get(person))
                    .isEqualTo(whole.persons().get(person));
        }
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, PERSONS - 1),
                        Arbitraries.integers().between(0, OPENINGS - 1),
                        Arbitraries.integers().between(1, 5))
                .as(Deed::new)
                .list()
                .ofMaxSize(40);
    }

    /// Makes sense or not: desks without a line do not know what others did.
    private static Happening wild(Deed deed, int minute, Random chance) {
        UUID person = Doors.person(deed.person());
        UUID earlier = Doors.event(chance.nextInt(minute + 1));
        return switch (deed.what()) {
            case 0, 1 -> Doors.arrive(person);
            case 2 -> Doors.arrive(person, Doors.opening(chance.nextInt(OPENINGS)), earlier);
            case 3 -> Doors.leave(person);
            case 4 -> Doors.move(person, chance.nextInt(OPENINGS));
            case 5 -> new Happening.WentOut(List.of(person));
            case 6 -> new Happening.CameBack(List.of(person));
            case 7 ->
                chance.nextBoolean()
                        ? new Happening.RollCalled(deed.count(), List.of(person))
                        : new Happening.Same(person, Doors.person(chance.nextInt(PERSONS)), chance.nextBoolean());
            case 8 ->
                chance.nextBoolean()
                        ? new Happening.Counted(deed.count(), null)
                        : new Happening.PlacesLeft(
                                earlier, deed.count(), Destination.SHELTER, Doors.opening(chance.nextInt(OPENINGS)));
            default -> new Happening.Corrected(earlier);
        };
    }

    private static List<ShelterEvent> shuffledWithRepeats(List<ShelterEvent> events, Random chance) {
        List<ShelterEvent> sent = new ArrayList<>(events);
        sent.addAll(events.subList(0, events.size() / 2));
        Collections.shuffle(sent, chance);
        return sent;
    }

    /// Keeps count by hand, with desks that know what they do.
    private static final class World {

        private final Map<Integer, Integer> where = new HashMap<>();
        private final Set<Integer> out = new HashSet<>();
        private final Map<Integer, int[]> groups = new HashMap<>();

        @Nullable
        Happening play(int minute, Deed deed) {
            UUID person = Doors.person(deed.person());
            Integer at = where.get(deed.person());
            boolean isHere = at != null && at == deed.opening();
            return switch (deed.what()) {
                case 0, 1, 2 -> arrive(deed, at, person);
                case 3 -> isHere ? gone(deed, Doors.leave(person)) : null;
                case 4 -> isHere ? moved(deed, person) : null;
                case 5 -> isHere ? wentOut(deed, person) : null;
                case 6 -> isHere && out.remove(deed.person()) ? new Happening.CameBack(List.of(person)) : null;
                case 7 -> counted(minute, deed);
                case 8 -> named(deed, at, person);
                default -> someLeft(deed);
            };
        }

        private Happening arrive(Deed deed, @Nullable Integer at, UUID person) {
            out.remove(deed.person());
            where.put(deed.person(), deed.opening());
            return Doors.arrive(person, at == null ? null : Doors.opening(at), null);
        }

        private Happening gone(Deed deed, Happening what) {
            where.remove(deed.person());
            out.remove(deed.person());
            return what;
        }

        private Happening moved(Deed deed, UUID person) {
            int to = (deed.opening() + deed.count()) % OPENINGS;
            if (to != deed.opening()) {
                out.remove(deed.person());
                where.put(deed.person(), to);
            }
            return Doors.move(person, to);
        }

        private Happening wentOut(Deed deed, UUID person) {
            out.add(deed.person());
            return new Happening.WentOut(List.of(person));
        }

        private Happening counted(int minute, Deed deed) {
            groups.put(minute, new int[] {deed.opening(), deed.count()});
            return new Happening.Counted(deed.count(), null);
        }

        /// Of a group that still has open places, one gets a name.
        private @Nullable Happening named(Deed deed, @Nullable Integer at, UUID person) {
            if (at != null) {
                return null;
            }
            for (var group : groups.entrySet()) {
                if (group.getValue()[0] == deed.opening() && group.getValue()[1] > 0) {
                    group.getValue()[1]--;
                    where.put(deed.person(), deed.opening());
                    return Doors.arrive(person, null, Doors.event(group.getKey()));
                }
            }
            return null;
        }

        private @Nullable Happening someLeft(Deed deed) {
            for (var group : groups.entrySet()) {
                if (group.getValue()[0] == deed.opening() && group.getValue()[1] > 0) {
                    group.getValue()[1]--;
                    return new Happening.PlacesLeft(Doors.event(group.getKey()), 1, Destination.HOME, null);
                }
            }
            return null;
        }

        int count(int opening) {
            long named = where.entrySet().stream()
                    .filter(entry -> entry.getValue() == opening && !out.contains(entry.getKey()))
                    .count();
            int open = groups.values().stream()
                    .filter(group -> group[0] == opening)
                    .mapToInt(group -> group[1])
                    .sum();
            return (int) named + open;
        }
    }
}
