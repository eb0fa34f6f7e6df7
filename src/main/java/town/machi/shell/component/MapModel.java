package town.machi.shell.component;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A map with its list beside it; both tell the same. Coordinates are WGS84 degrees.
///
/// @param outline path of the town's outline as GeoJSON, e.g. `/map/outline.json`
/// @param points what is marked and listed
/// @param chosen for a picker: the point chosen so far
public record MapModel(
        String outline, List<Point> points, @Nullable Point chosen) {

    /// One marked place.
    ///
    /// @param href where a click on its name leads; null: nowhere (in a picker it chooses the place)
    public record Point(
            String label,
            String kana,
            double lat,
            double lon,
            @Nullable String href) {}
}
