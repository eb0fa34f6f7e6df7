package town.machi.shell.component;

import java.util.List;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.Place;
import town.machi.platform.TownArea;

/// A map with its list beside it; both tell the same.
///
/// @param points what is marked and listed
/// @param chosen for a picker: the point chosen so far
public record MapModel(List<Point> points, @Nullable Point chosen) {

    /// Where the town's outline is, as GeoJSON.
    public static final String OUTLINE = "/map/outline.json";

    /// A map that shows places.
    public static MapModel of(List<Point> points) {
        return new MapModel(points, null);
    }

    /// A map to choose a point on, with the town's 町字 as the list. A field `place` posts
    /// `place-area`, `place-lat` and `place-lon`.
    public static MapModel picker(List<TownArea> areas, @Nullable Point chosen) {
        var points = areas.stream()
                .map(area -> new Point(area.shortName(), area.kana(), area.place(), null))
                .toList();
        return new MapModel(points, chosen);
    }

    /// One marked place.
    ///
    /// @param kana its reading; may be empty
    /// @param href where its name leads; null: nowhere
    /// @param urgent whether it is marked in another shape, because somebody waits there for help
    public record Point(
            String label,
            String kana,
            Place place,
            @Nullable String href,
            boolean urgent) {

        public Point(String label, String kana, Place place, @Nullable String href) {
            this(label, kana, place, href, false);
        }
    }
}
