package town.machi.shelter.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import town.machi.shelter.Disaster;
import town.machi.shelter.DisasterId;
import town.machi.shelter.Opening;
import town.machi.shelter.Shelter;
import town.machi.shelter.ShelterId;
import town.machi.shelter.Shelters;

/// For what a shelter is called or open by now.
record InUse(Map<ShelterId, Disaster> by) {

    static InUse of(List<Opening> live, List<Disaster> disasters) {
        Map<DisasterId, Disaster> byId = disasters.stream().collect(Collectors.toMap(Disaster::id, each -> each));
        return new InUse(live.stream()
                .filter(opening -> byId.containsKey(opening.disaster()))
                .collect(Collectors.toMap(
                        Opening::shelter, opening -> Objects.requireNonNull(byId.get(opening.disaster())))));
    }

    static InUse now(Shelters shelters) {
        return of(shelters.listLive(), shelters.listDisasters());
    }

    /// Whether a drill has it.
    boolean isDrill(ShelterId shelter) {
        Disaster disaster = by.get(shelter);
        return disaster != null && disaster.drill();
    }

    /// As they stand between 「 and 」.
    String realNames() {
        return by.values().stream()
                .filter(disaster -> !disaster.drill())
                .map(Disaster::name)
                .distinct()
                .collect(Collectors.joining("」「"));
    }

    /// Whether this one cannot call it, for it practises and the real thing has the shelter.
    boolean isTaken(Shelter shelter, Disaster from) {
        Disaster disaster = by.get(shelter.id());
        return from.drill() && disaster != null && !disaster.drill();
    }

    /// Whether calling it ends a drill there.
    boolean endsDrill(Shelter shelter, Disaster caller) {
        return !caller.drill() && isDrill(shelter.id());
    }
}
