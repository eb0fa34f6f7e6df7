package town.machi.shelter.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import town.machi.shelter.Happening;
import town.machi.shelter.Presence;
import town.machi.shelter.ShelterEvent;

/// How the numbers went, computed from the log; and what the roll calls saw beside what the list said.
///
/// @param points in order of time, at equal steps and at each roll call
/// @param rollCalls in order of time
public record Timeline(List<Point> points, List<RollCall> rollCalls) {

    private static final int STEPS = 48;

    /// @param inside by opening
    public record Point(Instant at, Map<UUID, Integer> inside) {

        public int all() {
            return inside.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /// @param heads seen
    /// @param list how many the list had there just before, without those still on their way
    /// @param notFound how many of the list were not found
    public record RollCall(Instant at, UUID opening, int heads, int list, int notFound) {}

    /// @param openings of which the numbers are wanted
    public static Timeline of(Collection<ShelterEvent> events, Collection<UUID> openings, Instant from, Instant until) {
        List<ShelterEvent> sorted =
                upTo(events, until).stream().sorted(Presence.IN_ORDER).toList();
        List<RollCall> calls = sorted.stream()
                .filter(event -> event.what() instanceof Happening.RollCalled)
                .map(event -> rollCall(sorted, event))
                .toList();
        List<Point> points = times(from, until, calls).stream()
                .map(at -> point(upTo(sorted, at), openings, at))
                .toList();
        return new Timeline(points, calls);
    }

    private static List<Instant> times(Instant from, Instant until, List<RollCall> calls) {
        List<Instant> times = new ArrayList<>();
        Duration step = Duration.between(from, until).dividedBy(STEPS);
        for (int i = 0; i <= STEPS; i++) {
            times.add(from.plus(step.multipliedBy(i)));
        }
        calls.stream().map(RollCall::at).filter(at -> at.isAfter(from)).forEach(times::add);
        return times.stream().sorted().distinct().toList();
    }

    static List<ShelterEvent> upTo(Collection<ShelterEvent> events, Instant at) {
        return events.stream().filter(event -> !event.at().isAfter(at)).toList();
    }

    private static Point point(List<ShelterEvent> events, Collection<UUID> openings, Instant at) {
        Presence.Register register = Presence.of(events);
        Map<UUID, Integer> inside = openings.stream()
                .collect(Collectors.toMap(
                        opening -> opening,
                        opening -> Counts.of(register, opening).inside(),
                        Integer::sum,
                        () -> new TreeMap<>(java.util.Comparator.comparing(UUID::toString))));
        return new Point(at, inside);
    }

    private static RollCall rollCall(List<ShelterEvent> sorted, ShelterEvent event) {
        Happening.RollCalled call = (Happening.RollCalled) event.what();
        List<ShelterEvent> before = sorted.stream()
                .filter(each -> Presence.IN_ORDER.compare(each, event) < 0)
                .toList();
        int list = Counts.of(Presence.of(before), event.opening()).heads();
        return new RollCall(
                event.at(), event.opening(), call.heads(), list, call.notFound().size());
    }
}
