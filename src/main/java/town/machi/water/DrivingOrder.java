package town.machi.water;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.Place;

/// In which order a crew drives: always to the nearest that is left, beginning at the town hall, as the crow flies.
/// It is no route planner: it knows no roads. What has no place on the map comes last, as it was.
public final class DrivingOrder {

    private DrivingOrder() {}

    /// @param placeOf where something is; null: not known
    public static <T> List<T> from(Place start, List<T> stops, Function<T, @Nullable Place> placeOf) {
        List<T> left = new ArrayList<>();
        List<T> unknown = new ArrayList<>();
        stops.forEach(stop -> (placeOf.apply(stop) == null ? unknown : left).add(stop));
        List<T> driven = new ArrayList<>();
        Place here = start;
        while (!left.isEmpty()) {
            T next = nearest(here, left, placeOf);
            left.remove(next);
            driven.add(next);
            here = Objects.requireNonNull(placeOf.apply(next));
        }
        driven.addAll(unknown);
        return List.copyOf(driven);
    }

    private static <T> T nearest(Place here, List<T> left, Function<T, @Nullable Place> placeOf) {
        T best = left.getFirst();
        double least = Double.MAX_VALUE;
        for (T stop : left) {
            double distance = here.distanceMetres(Objects.requireNonNull(placeOf.apply(stop)));
            if (distance < least) {
                least = distance;
                best = stop;
            }
        }
        return best;
    }
}
