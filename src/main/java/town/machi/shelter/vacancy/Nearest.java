package town.machi.shelter.vacancy;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import town.machi.kernel.Place;
import town.machi.shelter.Disaster;
import town.machi.shelter.Hazard;
import town.machi.shelter.Vacancy;

/// Where somebody at a place is sent: near, open, not full, and designated for what is happening.
public final class Nearest {

    private Nearest() {}

    /// Of the real ones: a drill's are no place to flee to.
    public static List<Vacancy> of(Board.Snapshot board, Place from, int most) {
        return near(board, false, from, most);
    }

    /// Of a drill's, for those who practise; none while something real is going on.
    public static List<Vacancy> inDrill(Board.Snapshot board, Place from, int most) {
        return board.isDrillAlone() ? near(board, true, from, most) : List.of();
    }

    private static List<Vacancy> near(Board.Snapshot board, boolean drill, Place from, int most) {
        Set<Hazard> threatening = board.disasters().stream()
                .filter(disaster -> disaster.drill() == drill)
                .map(Disaster::hazards)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        return board.vacancies().stream()
                .filter(vacancy -> vacancy.drill() == drill)
                .filter(vacancy -> vacancy.isOpenFor(threatening))
                .filter(vacancy -> vacancy.shelter().where().place() != null)
                .sorted(Comparator.comparingDouble(vacancy -> metres(vacancy, from)))
                .limit(most)
                .toList();
    }

    public static double metres(Vacancy vacancy, Place from) {
        return Objects.requireNonNull(vacancy.shelter().where().place()).distanceMetres(from);
    }
}
