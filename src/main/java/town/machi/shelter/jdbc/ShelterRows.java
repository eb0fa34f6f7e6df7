package town.machi.shelter.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.kernel.Place;
import town.machi.shelter.Hazard;
import town.machi.shelter.Shelter;
import town.machi.shelter.ShelterId;
import town.machi.shelter.ShelterKind;

/// The register of places.
@Component
public class ShelterRows {

    private final JdbcClient jdbc;

    public ShelterRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The main ones first, then by national id; those that are given up are left out.
    public List<Shelter> list() {
        return jdbc.sql("""
                        SELECT * FROM shelter.shelter WHERE retired_at IS NULL
                        ORDER BY NOT main, coalesce(designated_id, emergency_id) NULLS LAST, name, id
                        """).query(ShelterRows::shelter).list();
    }

    /// Also one that was given up.
    public Optional<Shelter> find(ShelterId id) {
        return jdbc.sql("SELECT * FROM shelter.shelter WHERE id = :id")
                .param("id", id.value())
                .query(ShelterRows::shelter)
                .optional();
    }

    public Optional<Shelter> findByNationalId(String id) {
        return jdbc.sql("SELECT * FROM shelter.shelter WHERE designated_id = :id OR emergency_id = :id")
                .param("id", id)
                .query(ShelterRows::shelter)
                .optional();
    }

    public boolean isEmpty() {
        return jdbc.sql("SELECT NOT EXISTS (SELECT FROM shelter.shelter)")
                .query(Boolean.class)
                .single();
    }

    public void insert(Shelter shelter, Instant now) {
        jdbc.sql("""
                        INSERT INTO shelter.shelter (id, designated_id, emergency_id, name, kana, address, latitude,
                            longitude, kind, hazards, capacity, main, building, rooms, toilets, equipment, telephone,
                            note, source, updated_at)
                        VALUES (:id, :designated, :emergency, :name, :kana, :address, :latitude, :longitude, :kind,
                            :hazards::text[], :capacity, :main, :building, :rooms::text[], :toilets, :equipment,
                            :telephone, :note, :source, :now)
                        """).params(columns(shelter, now)).update();
    }

    public void update(Shelter shelter, Instant now) {
        jdbc.sql("""
                        UPDATE shelter.shelter SET designated_id = :designated, emergency_id = :emergency, name = :name,
                            kana = :kana, address = :address, latitude = :latitude, longitude = :longitude,
                            kind = :kind, hazards = :hazards::text[], capacity = :capacity, main = :main,
                            building = :building, rooms = :rooms::text[], toilets = :toilets, equipment = :equipment,
                            telephone = :telephone, note = :note, source = :source, updated_at = :now
                        WHERE id = :id
                        """).params(columns(shelter, now)).update();
    }

    /// When it was changed last.
    public Optional<Instant> findChangedAt(ShelterId id) {
        return changedAt("SELECT updated_at FROM shelter.shelter WHERE id = :id", id);
    }

    /// When it was changed last; until the transaction ends, nobody else changes it.
    public Optional<Instant> lock(ShelterId id) {
        return changedAt("SELECT updated_at FROM shelter.shelter WHERE id = :id FOR UPDATE", id);
    }

    private Optional<Instant> changedAt(String sql, ShelterId id) {
        return jdbc.sql(sql)
                .param("id", id.value())
                .query((row, number) -> Columns.instant(row, "updated_at"))
                .optional();
    }

    /// Takes it off the list.
    ///
    /// @return false where it is open or being opened, or was off the list before
    public boolean retire(ShelterId id, Instant now) {
        return jdbc.sql("""
                        UPDATE shelter.shelter SET retired_at = :now, updated_at = :now
                        WHERE id = :id AND retired_at IS NULL AND NOT EXISTS (
                            SELECT FROM shelter.opening WHERE shelter_id = :id AND state <> 'CLOSED')
                        """)
                        .param("id", id.value())
                        .param("now", Columns.at(now))
                        .update()
                == 1;
    }

    /// @return false where it is on the list
    public boolean restore(ShelterId id, Instant now) {
        return jdbc.sql("""
                        UPDATE shelter.shelter SET retired_at = NULL, updated_at = :now
                        WHERE id = :id AND retired_at IS NOT NULL
                        """)
                        .param("id", id.value())
                        .param("now", Columns.at(now))
                        .update()
                == 1;
    }

    public boolean isListed(ShelterId id) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM shelter.shelter WHERE id = :id AND retired_at IS NULL)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    private static Map<String, @Nullable Object> columns(Shelter shelter, Instant now) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        Place place = shelter.where().place();
        Shelter.House house = shelter.house();
        columns.put("id", shelter.id().value());
        columns.put("designated", shelter.ids().designated());
        columns.put("emergency", shelter.ids().emergency());
        columns.put("name", shelter.name());
        columns.put("kana", shelter.where().kana());
        columns.put("address", shelter.where().address());
        columns.put("latitude", place == null ? null : place.latitude());
        columns.put("longitude", place == null ? null : place.longitude());
        columns.put("kind", shelter.kind().name());
        columns.put("hazards", Columns.of(shelter.hazards().stream().sorted().toList(), Hazard::name));
        columns.put("capacity", shelter.capacity());
        columns.put("main", shelter.main());
        columns.put("building", house.building());
        columns.put("rooms", Columns.of(house.rooms(), room -> room));
        columns.put("toilets", house.toilets());
        columns.put("equipment", house.equipment());
        columns.put("telephone", house.telephone());
        columns.put("note", house.note());
        columns.put("source", house.source());
        columns.put("now", Columns.at(now));
        return columns;
    }

    private static Shelter shelter(ResultSet row, int number) throws SQLException {
        Double latitude = row.getObject("latitude", Double.class);
        Double longitude = row.getObject("longitude", Double.class);
        return new Shelter(
                new ShelterId(row.getObject("id", UUID.class)),
                new Shelter.NationalIds(row.getString("designated_id"), row.getString("emergency_id")),
                row.getString("name"),
                new Shelter.Where(
                        row.getString("kana"),
                        row.getString("address"),
                        latitude == null || longitude == null ? null : new Place(latitude, longitude)),
                ShelterKind.valueOf(row.getString("kind")),
                Columns.texts(row, "hazards").stream().map(Hazard::valueOf).collect(Collectors.toSet()),
                row.getObject("capacity", Integer.class),
                row.getBoolean("main"),
                new Shelter.House(
                        row.getString("building"),
                        Columns.texts(row, "rooms"),
                        row.getObject("toilets", Integer.class),
                        row.getString("equipment"),
                        row.getString("telephone"),
                        row.getString("note"),
                        row.getString("source")));
    }
}
