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

    public static List<Vacancy> of(Board.Snapshot board, Place from, int most) {
        boolean real = board.disasters().stream().anyMatch(disaster -> !disaster.drill());
        Set<Hazard> threatening = board.disasters().stream()
                .filter(disaster -> disaster.drill() != real)
                .map(Disaster::hazards)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        return board.vacancies().stream()
                .filter(vacancy -> vacancy.drill() != real)
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
