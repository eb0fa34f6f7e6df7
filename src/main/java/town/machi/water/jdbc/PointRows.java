package town.machi.water.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.kernel.Kana;
import town.machi.kernel.Place;
import town.machi.water.PlaceKey;
import town.machi.water.PointStanding;
import town.machi.water.Service;
import town.machi.water.SupplyPoint;
import town.machi.water.SupplyPointId;
import town.machi.water.ValveState;

/// The register of supply points.
@Component
public class PointRows {

    static final String COLUMNS = """
            id, point_number, customer_number, meter_number, calibre_mm, meter_until, area, number, building, latitude,
            longitude, valve, standing, services, supply_stopped, user_name, user_kana, user_phone, used_since,
            paused_until, last_reading_m3, last_read_on, revision
            """;

    private final JdbcClient jdbc;

    PointRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<SupplyPoint> find(SupplyPointId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM water.supply_point WHERE id = :id")
                .param("id", id.value())
                .query(PointRows::point)
                .optional();
    }

    /// Nobody else changes it until the transaction ends. Rows that only point at it are free to come: two who both
    /// have one and then want this lock would wait for each other.
    public Optional<SupplyPoint> lock(SupplyPointId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM water.supply_point WHERE id = :id FOR NO KEY UPDATE")
                .param("id", id.value())
                .query(PointRows::point)
                .optional();
    }

    /// @param example whether it is made up
    /// @return false where it is there already
    public boolean insert(SupplyPoint point, boolean example) {
        return jdbc.sql("""
                        INSERT INTO water.supply_point
                            (id, point_number, customer_number, meter_number, calibre_mm, meter_until, area, number,
                             building, place_key, building_key, latitude, longitude, valve, standing, services,
                             supply_stopped, user_name, user_name_key, user_kana, user_kana_key, user_phone,
                             user_phone_key, used_since, paused_until, last_reading_m3, last_read_on, revision, example)
                        VALUES
                            (:id, :pointNumber, :customer, :meter, :calibre, :until, :area, :number,
                             :building, :placeKey, :buildingKey, :latitude, :longitude, :valve, :standing, :services,
                             :stopped, :name, :nameKey, :kana, :kanaKey, :phone,
                             :phoneKey, :since, :pausedUntil, :reading, :readOn, :revision, :example)
                        ON CONFLICT (id) DO NOTHING
                        """).params(columns(point)).param("example", example).update() == 1;
    }

    /// @param point with its new revision
    public void update(SupplyPoint point) {
        jdbc.sql("""
                UPDATE water.supply_point
                SET point_number = :pointNumber, customer_number = :customer, meter_number = :meter,
                    calibre_mm = :calibre, meter_until = :until, area = :area, number = :number, building = :building,
                    place_key = :placeKey, building_key = :buildingKey, latitude = :latitude, longitude = :longitude,
                    valve = :valve, standing = :standing, services = :services, supply_stopped = :stopped,
                    user_name = :name, user_name_key = :nameKey, user_kana = :kana, user_kana_key = :kanaKey,
                    user_phone = :phone, user_phone_key = :phoneKey, used_since = :since, paused_until = :pausedUntil,
                    last_reading_m3 = :reading, last_read_on = :readOn, revision = :revision
                WHERE id = :id
                """).params(columns(point)).update();
    }

    public boolean isEmpty() {
        return jdbc.sql("SELECT NOT EXISTS (SELECT 1 FROM water.supply_point)")
                .query(Boolean.class)
                .single();
    }

    /// Digits alone, as phones are compared.
    public static String phoneKey(String phone) {
        return java.text.Normalizer.normalize(phone, java.text.Normalizer.Form.NFKC)
                .replaceAll("\\D", "");
    }

    private static Map<String, @Nullable Object> columns(SupplyPoint point) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("id", point.id().value());
        columns.put("pointNumber", point.numbers().point());
        columns.put("customer", point.numbers().customer());
        columns.put("revision", point.revision());
        putMeter(point.meter(), columns);
        putSite(point.site(), columns);
        putSupply(point.supply(), columns);
        return columns;
    }

    private static void putMeter(SupplyPoint.Meter meter, Map<String, @Nullable Object> columns) {
        columns.put("meter", meter.number());
        columns.put("calibre", meter.calibreMillimetres());
        columns.put("until", meter.until());
        columns.put(
                "reading", meter.last().map(SupplyPoint.Reading::cubicMetres).orElse(null));
        columns.put("readOn", meter.last().map(SupplyPoint.Reading::on).orElse(null));
    }

    private static void putSite(SupplyPoint.Site site, Map<String, @Nullable Object> columns) {
        columns.put("area", site.area());
        columns.put("number", site.number());
        columns.put("building", site.building());
        columns.put("placeKey", PlaceKey.of(site.area(), site.number()));
        columns.put("buildingKey", PlaceKey.building(site.building()));
        Place place = site.place();
        columns.put("latitude", place == null ? null : place.latitude());
        columns.put("longitude", place == null ? null : place.longitude());
    }

    private static void putSupply(SupplyPoint.Supply supply, Map<String, @Nullable Object> columns) {
        columns.put("valve", supply.valve().name());
        columns.put("standing", supply.standing().name());
        columns.put(
                "services", supply.services().stream().map(Enum::name).sorted().toArray(String[]::new));
        columns.put("stopped", supply.stopped());
        String name = supply.user().map(SupplyPoint.User::name).orElse("");
        String kana = supply.user().map(SupplyPoint.User::kana).orElse("");
        String phone = supply.user().map(SupplyPoint.User::phone).orElse("");
        columns.put("name", name);
        columns.put("nameKey", Kana.searchKey(name));
        columns.put("kana", kana);
        columns.put("kanaKey", Kana.searchKey(kana));
        columns.put("phone", phone);
        columns.put("phoneKey", phoneKey(phone));
        columns.put("since", supply.user().map(SupplyPoint.User::since).orElse(null));
        columns.put(
                "pausedUntil", supply.user().map(SupplyPoint.User::pausedUntil).orElse(null));
    }

    static SupplyPoint point(ResultSet row, int number) throws SQLException {
        return new SupplyPoint(
                new SupplyPointId(row.getObject("id", UUID.class)),
                new SupplyPoint.Numbers(row.getString("point_number"), row.getString("customer_number")),
                meter(row),
                site(row),
                supply(row),
                row.getInt("revision"));
    }

    private static SupplyPoint.Meter meter(ResultSet row) throws SQLException {
        LocalDate readOn = row.getObject("last_read_on", LocalDate.class);
        Optional<SupplyPoint.Reading> last = readOn == null
                ? Optional.empty()
                : Optional.of(new SupplyPoint.Reading(row.getInt("last_reading_m3"), readOn));
        return new SupplyPoint.Meter(
                row.getString("meter_number"),
                row.getInt("calibre_mm"),
                row.getObject("meter_until", LocalDate.class),
                last);
    }

    private static SupplyPoint.Site site(ResultSet row) throws SQLException {
        Double latitude = row.getObject("latitude", Double.class);
        Place place = latitude == null ? null : new Place(latitude, row.getDouble("longitude"));
        return new SupplyPoint.Site(row.getString("area"), row.getString("number"), row.getString("building"), place);
    }

    private static SupplyPoint.Supply supply(ResultSet row) throws SQLException {
        String name = row.getString("user_name");
        Optional<SupplyPoint.User> user = name.isEmpty()
                ? Optional.empty()
                : Optional.of(new SupplyPoint.User(
                        name,
                        row.getString("user_kana"),
                        row.getString("user_phone"),
                        row.getObject("used_since", LocalDate.class),
                        row.getObject("paused_until", LocalDate.class)));
        List<String> services =
                Arrays.asList((String[]) row.getArray("services").getArray());
        return new SupplyPoint.Supply(
                ValveState.valueOf(row.getString("valve")),
                PointStanding.valueOf(row.getString("standing")),
                services.stream().map(Service::valueOf).collect(Collectors.toSet()),
                row.getBoolean("supply_stopped"),
                user);
    }
}
