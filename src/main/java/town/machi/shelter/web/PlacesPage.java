package town.machi.shelter.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import town.machi.shell.Template;
import town.machi.shell.component.Pager;
import town.machi.shelter.Hazard;
import town.machi.shelter.Shelter;

/// All places of the town.
///
/// @param q what is looked for; empty: all are there
record PlacesPage(OverviewPage.Notice notice, String q, List<Row> rows, Pager pager) implements Template {

    /// @param id 全国共通ID; empty: the state does not know it
    /// @param inside building, rooms and equipment; empty: not registered
    /// @param capacity empty: not registered
    record Row(
            UUID shelter,
            String name,
            String address,
            String id,
            String kind,
            String hazards,
            String inside,
            String capacity,
            boolean main) {

        static Row of(Shelter shelter) {
            String id = shelter.ids().main();
            Shelter.House house = shelter.house();
            return new Row(
                    shelter.id().value(),
                    shelter.name(),
                    shelter.where().address(),
                    id == null ? "" : id,
                    shelter.kind().label(),
                    shelter.hazards().stream().sorted().map(Hazard::shortLabel).collect(Collectors.joining("・")),
                    Stream.of(house.building(), String.join("・", house.rooms()), house.equipment())
                            .filter(words -> !words.isEmpty())
                            .collect(Collectors.joining("／")),
                    shelter.capacity() == null ? "" : shelter.capacity().toString(),
                    shelter.main());
        }

        String href() {
            return "/office/shelters/places/" + shelter;
        }
    }
}
