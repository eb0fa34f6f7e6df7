package town.machi.shelter.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import town.machi.shelter.Conflict;
import town.machi.shelter.Happening;
import town.machi.shelter.Presence;
import town.machi.shelter.ShelterEvent;
import town.machi.shelter.report.DrillReport.WayIn;

/// Reads a drill's log.
final class DrillReading {

    private final Map<UUID, ShelterEvent> byId = new LinkedHashMap<>();
    private final Map<UUID, ShelterEvent> corrections = new LinkedHashMap<>();
    private final List<Reception> all;

    DrillReading(Collection<ShelterEvent> events) {
        events.stream().sorted(Presence.IN_ORDER).forEach(event -> byId.putIfAbsent(event.id(), event));
        byId.values().forEach(event -> {
            if (event.what() instanceof Happening.Corrected(UUID wrong) && byId.containsKey(wrong)) {
                corrections.putIfAbsent(wrong, event);
            }
        });
        all = byId.values().stream()
                .map(Reception::of)
                .flatMap(Optional::stream)
                .toList();
    }

    /// Somebody came in.
    private record Reception(
            ShelterEvent event,
            WayIn way,
            int people,
            @Nullable Integer millis) {

        static Optional<Reception> of(ShelterEvent event) {
            return switch (event.what()) {
                case Happening.Arrived arrived ->
                    Optional.of(new Reception(
                            event,
                            WayIn.valueOf(arrived.way().name()),
                            arrived.persons().size(),
                            arrived.took()));
                case Happening.Counted counted ->
                    Optional.of(new Reception(event, WayIn.COUNTED, counted.count(), counted.took()));
                default -> Optional.empty();
            };
        }
    }

    private boolean isUndone(Reception reception) {
        return corrections.containsKey(reception.event().id());
    }

    DrillReport report() {
        List<Reception> standing = all.stream().filter(each -> !isUndone(each)).toList();
        return new DrillReport(standing.size(), people(standing), ways(), undone(), conflicts(), desks(standing));
    }

    private static int people(Collection<Reception> receptions) {
        return receptions.stream().mapToInt(Reception::people).sum();
    }

    private List<DrillReport.Way> ways() {
        Map<WayIn, List<Reception>> byWay = all.stream().collect(Collectors.groupingBy(Reception::way));
        return Arrays.stream(WayIn.values())
                .filter(byWay::containsKey)
                .map(way -> way(way, byWay.getOrDefault(way, List.of())))
                .toList();
    }

    private DrillReport.Way way(WayIn way, List<Reception> receptions) {
        List<Reception> standing =
                receptions.stream().filter(each -> !isUndone(each)).toList();
        return new DrillReport.Way(
                way, standing.size(), people(standing), seconds(standing), receptions.size() - standing.size());
    }

    private static DrillReport.@Nullable Seconds seconds(List<Reception> receptions) {
        List<Double> seconds = new ArrayList<>();
        int people = 0;
        for (Reception each : receptions) {
            Integer millis = each.millis();
            if (millis != null) {
                seconds.add(millis / 1000.0);
                people += each.people();
            }
        }
        if (people == 0) {
            return null;
        }
        double sum = seconds.stream().mapToDouble(each -> each).sum();
        double slowest = seconds.stream().mapToDouble(each -> each).max().orElse(0);
        return new DrillReport.Seconds(people, sum / people, median(seconds), slowest);
    }

    private List<DrillReport.Undone> undone() {
        Map<Happening.Kind, List<Double>> byKind = new EnumMap<>(Happening.Kind.class);
        corrections.forEach((id, correction) -> {
            ShelterEvent wrong = byId.get(id);
            if (wrong != null) {
                double after = Duration.between(wrong.at(), correction.at()).toMillis() / 1000.0;
                byKind.computeIfAbsent(wrong.what().kind(), _ -> new ArrayList<>())
                        .add(Math.max(0, after));
            }
        });
        return byKind.entrySet().stream()
                .map(each ->
                        new DrillReport.Undone(each.getKey(), each.getValue().size(), median(each.getValue())))
                .toList();
    }

    private List<DrillReport.Contradiction> conflicts() {
        Map<Conflict.Kind, List<Conflict>> byKind = Presence.of(byId.values()).conflicts().stream()
                .collect(Collectors.groupingBy(
                        Conflict::kind, () -> new EnumMap<>(Conflict.Kind.class), Collectors.toList()));
        return byKind.entrySet().stream()
                .map(each -> new DrillReport.Contradiction(
                        each.getKey(),
                        each.getValue().size(),
                        (int) each.getValue().stream().filter(Conflict::settled).count()))
                .toList();
    }

    private static List<DrillReport.Desk> desks(List<Reception> standing) {
        record At(UUID desk, UUID opening) {}
        Map<At, List<Reception>> byDesk = standing.stream()
                .collect(Collectors.groupingBy(
                        each -> new At(each.event().desk(), each.event().opening()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byDesk.entrySet().stream()
                .map(each -> new DrillReport.Desk(
                        each.getKey().desk(),
                        each.getKey().opening(),
                        each.getValue().size(),
                        people(each.getValue()),
                        each.getValue().getFirst().event().at(),
                        each.getValue().getLast().event().at()))
                .sorted(Comparator.comparing(DrillReport.Desk::first))
                .toList();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
