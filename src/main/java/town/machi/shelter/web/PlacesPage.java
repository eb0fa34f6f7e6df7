package town.machi.shelter.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import town.machi.platform.TownArea;
import town.machi.shell.Template;
import town.machi.shelter.Hazard;
import town.machi.shelter.Shelter;

/// All places of the town.
record PlacesPage(OverviewPage.Notice notice, List<Row> rows, List<TownArea> areas, UUID onceId) implements Template {

    /// @param id 全国共通ID; empty: the state does not know it
    /// @param capacity empty: not registered
    record Row(
            UUID shelter,
            String name,
            String address,
            String id,
            String kind,
            String hazards,
            String capacity,
            boolean main,
            String source) {

        static Row of(Shelter shelter) {
            String id = shelter.ids().main();
            return new Row(
                    shelter.id().value(),
                    shelter.name(),
                    shelter.where().address(),
                    id == null ? "" : id,
                    shelter.kind().label(),
                    shelter.hazards().stream().sorted().map(Hazard::shortLabel).collect(Collectors.joining("・")),
                    shelter.capacity() == null ? "" : shelter.capacity().toString(),
                    shelter.main(),
                    shelter.house().source());
        }
    }
}
