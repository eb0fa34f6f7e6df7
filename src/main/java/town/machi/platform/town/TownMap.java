package town.machi.platform.town;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import town.machi.kernel.Place;
import town.machi.kernel.PostalCode;
import town.machi.platform.TownArea;

/// The town on the ground: `boundary.geojson` (one Feature, a MultiPolygon) and `areas.csv`.
///
/// @param geoJson the outline as read
public record TownMap(List<TownArea> areas, Outline outline, String geoJson) {

    /// Reads both files of the folder.
    ///
    /// @throws TownFolderFault when one is missing or malformed
    public static TownMap read(Path folder) {
        Path boundary = folder.resolve("boundary.geojson");
        try {
            String geoJson = Files.readString(boundary);
            return new TownMap(readAreas(folder.resolve("areas.csv")), new Outline(polygons(geoJson)), geoJson);
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw new TownFolderFault(boundary, List.of("GeoJSON（MultiPolygon）として読めません: " + e.getMessage()));
        }
    }

    private static List<TownArea> readAreas(Path file) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream()
                    .map(row -> new TownArea(
                            new PostalCode(row.getField("postcode")),
                            row.getField("name"),
                            row.getField("kana"),
                            new Place(
                                    Double.parseDouble(row.getField("latitude")),
                                    Double.parseDouble(row.getField("longitude")))))
                    .toList();
        } catch (IOException | RuntimeException e) {
            throw new TownFolderFault(file, List.of("列は postcode,name,kana,latitude,longitude です: " + e.getMessage()));
        }
    }

    private static Geometry polygons(String geoJson) {
        GeometryFactory factory = new GeometryFactory();
        JsonNode coordinates =
                JsonMapper.shared().readTree(geoJson).path("geometry").path("coordinates");
        Polygon[] polygons = coordinates
                .valueStream()
                .map(polygon -> {
                    List<LinearRing> rings = polygon.valueStream()
                            .map(ring -> factory.createLinearRing(points(ring)))
                            .toList();
                    return factory.createPolygon(
                            rings.getFirst(), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
                })
                .toArray(Polygon[]::new);
        if (polygons.length == 0) {
            throw new IllegalArgumentException("no polygon");
        }
        return factory.createMultiPolygon(polygons);
    }

    private static Coordinate[] points(JsonNode ring) {
        return ring.valueStream()
                .map(point ->
                        new Coordinate(point.path(0).asDouble(), point.path(1).asDouble()))
                .toArray(Coordinate[]::new);
    }

    /// The outline, prepared once for many questions.
    public static final class Outline {

        private final Geometry geometry;
        private final org.locationtech.jts.geom.prep.PreparedGeometry prepared;

        Outline(Geometry geometry) {
            this.geometry = geometry;
            this.prepared = PreparedGeometryFactory.prepare(geometry);
        }

        public boolean contains(Geometry point) {
            return prepared.contains(point);
        }

        public org.locationtech.jts.geom.Envelope getEnvelopeInternal() {
            return geometry.getEnvelopeInternal();
        }
    }
}
