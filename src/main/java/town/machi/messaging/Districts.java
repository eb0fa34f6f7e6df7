package town.machi.messaging;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.kernel.Place;
import town.machi.platform.Town;
import town.machi.platform.TownArea;

/// The districts of the town, from its folder (`areas.csv`), by reading.
@Component
public class Districts {

    private static final String OAZA = "大字";

    private final Map<String, District> byId;

    Districts(Town town) {
        Map<String, District> found = new LinkedHashMap<>();
        for (TownArea area : town.areas()) {
            String id = districtOf(area.name());
            if (area.name().equals(id)) {
                found.putIfAbsent(id, new District(id, shortName(id), area.kana(), area.place()));
            }
        }
        this.byId = java.util.Collections.unmodifiableMap(found);
    }

    /// Those of a town that is not running.
    public static Districts of(Town town) {
        return new Districts(town);
    }

    public List<District> list() {
        return List.copyOf(byId.values());
    }

    public Optional<District> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// The district whose point lies nearest: a guess that the friend confirms.
    public Optional<District> findNearest(Place place) {
        return byId.values().stream()
                .min(Comparator.comparingDouble(district -> district.place().distanceMetres(place)));
    }

    /// 大字芦北字北田 lies in 大字芦北.
    static String districtOf(String area) {
        int small = area.indexOf('字', OAZA.length());
        return area.startsWith(OAZA) && small > OAZA.length() ? area.substring(0, small) : area;
    }

    private static String shortName(String id) {
        return id.startsWith(OAZA) ? id.substring(OAZA.length()) : id;
    }
}
