package town.machi.alert.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.alert.AlertId;
import town.machi.alert.Call;
import town.machi.alert.CallKind;
import town.machi.alert.Damage;
import town.machi.kernel.PersonalFile;
import town.machi.kernel.Place;
import town.machi.messaging.FriendId;

/// What residents tell back.
@Component
public class ResidentCallRows {

    private final JdbcClient jdbc;

    ResidentCallRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Call call) {
        jdbc.sql("""
                        INSERT INTO alert.call (id, kind, what, alert, friend, district, latitude, longitude, section,
                            state, taken_by, opened_at, moved_at)
                        VALUES (:id, :kind, :what, :alert, :friend, :district, :lat, :lon, :section, :state, :taken,
                            :opened, :moved)
                        """)
                .param("id", call.id())
                .param("kind", call.kind().name())
                .param("what", call.what().map(Damage::name).orElse(""))
                .param("alert", call.alert().map(AlertId::value).orElse(null))
                .param("friend", call.friend().map(FriendId::value).orElse(null))
                .param("district", call.district())
                .param("lat", call.place().map(Place::latitude).orElse(null))
                .param("lon", call.place().map(Place::longitude).orElse(null))
                .param("section", call.section())
                .param("state", call.state().name())
                .param("taken", call.takenBy().orElse(null))
                .param("opened", AlertRows.at(call.openedAt()))
                .param("moved", AlertRows.at(call.movedAt()))
                .update();
    }

    public void move(UUID call, Call.State state, Optional<String> takenBy, Instant now) {
        jdbc.sql("UPDATE alert.call SET state = :state, taken_by = :taken, moved_at = :now WHERE id = :id")
                .param("id", call)
                .param("state", state.name())
                .param("taken", takenBy.orElse(null))
                .param("now", AlertRows.at(now))
                .update();
    }

    /// The last place that was sent is where it is.
    public void place(UUID call, Place place) {
        jdbc.sql("UPDATE alert.call SET latitude = :lat, longitude = :lon WHERE id = :id")
                .param("id", call)
                .param("lat", place.latitude())
                .param("lon", place.longitude())
                .update();
    }

    /// @return false: this event or request was written before
    public boolean append(Call.Entry entry) {
        int rows = jdbc.sql("""
                        INSERT INTO alert.call_entry (id, call, at, who, words, file, latitude, longitude, source)
                        VALUES (:id, :call, :at, :who, :words, :file, :lat, :lon, :source)
                        ON CONFLICT (source) DO NOTHING
                        """)
                .param("id", entry.id())
                .param("call", entry.call())
                .param("at", AlertRows.at(entry.at()))
                .param("who", entry.who())
                .param("words", entry.words())
                .param("file", entry.file().orElse(null))
                .param("lat", entry.place().map(Place::latitude).orElse(null))
                .param("lon", entry.place().map(Place::longitude).orElse(null))
                .param("source", entry.source())
                .update();
        if (rows == 1) {
            jdbc.sql("UPDATE alert.call SET moved_at = greatest(moved_at, :at) WHERE id = :id")
                    .param("id", entry.call())
                    .param("at", AlertRows.at(entry.at()))
                    .update();
        }
        return rows == 1;
    }

    public Optional<Call> lock(UUID id) {
        return jdbc.sql("SELECT * FROM alert.call WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(ResidentCallRows::call)
                .optional();
    }

    public Optional<Call> find(UUID id) {
        return jdbc.sql("SELECT * FROM alert.call WHERE id = :id")
                .param("id", id)
                .query(ResidentCallRows::call)
                .optional();
    }

    public List<Call> listOpenOf(FriendId friend) {
        return jdbc.sql("SELECT * FROM alert.call WHERE friend = :friend AND state <> 'CLOSED' ORDER BY opened_at, id")
                .param("friend", friend.value())
                .query(ResidentCallRows::call)
                .list();
    }

    /// 助けが必要 first, then the oldest first; what is closed last, the newest first.
    public List<Call> list(boolean closed, int limit) {
        return jdbc.sql("""
                        SELECT * FROM alert.call WHERE (state = 'CLOSED') = :closed
                        ORDER BY CASE WHEN state = 'CLOSED' THEN 1 ELSE 0 END,
                            CASE WHEN kind = 'HELP' THEN 0 ELSE 1 END,
                            CASE WHEN state = 'CLOSED' THEN NULL ELSE opened_at END, moved_at DESC, id LIMIT :limit
                        """)
                .param("closed", closed)
                .param("limit", limit)
                .query(ResidentCallRows::call)
                .list();
    }

    public int countOpen() {
        return jdbc.sql("SELECT count(*) FROM alert.call WHERE state <> 'CLOSED'")
                .query(Integer.class)
                .single();
    }

    public List<Call.Entry> entries(UUID call) {
        return jdbc.sql("SELECT * FROM alert.call_entry WHERE call = :call ORDER BY at, id")
                .param("call", call)
                .query(ResidentCallRows::entry)
                .list();
    }

    public Optional<UUID> findCallOfFile(UUID file) {
        return jdbc.sql("SELECT call FROM alert.call_entry WHERE file = :file")
                .param("file", file)
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional();
    }

    /// The last tap counts.
    public void answer(AlertId alert, FriendId friend, String what, String district, Instant at) {
        jdbc.sql("""
                        INSERT INTO alert.answer (alert, friend, what, district, at)
                        VALUES (:alert, :friend, :what, :district, :at)
                        ON CONFLICT (alert, friend) DO UPDATE SET what = :what, district = :district, at = :at
                        WHERE alert.answer.at <= :at
                        """)
                .param("alert", alert.value())
                .param("friend", friend.value())
                .param("what", what)
                .param("district", district)
                .param("at", AlertRows.at(at))
                .update();
    }

    /// How many of each answer, by district.
    public record Tally(String district, int received, int safe, int help) {}

    public List<Tally> tally(AlertId alert) {
        return jdbc.sql("""
                        SELECT district, count(*) FILTER (WHERE what = 'RECEIVED') AS received,
                            count(*) FILTER (WHERE what = 'SAFE') AS safe, count(*) FILTER (WHERE what = 'HELP') AS help
                        FROM alert.answer WHERE alert = :alert GROUP BY district ORDER BY district
                        """)
                .param("alert", alert.value())
                .query((row, number) -> new Tally(
                        row.getString("district"), row.getInt("received"), row.getInt("safe"), row.getInt("help")))
                .list();
    }

    /// The friend has left: their matters stay for those who work on them, without them.
    public void forget(FriendId friend) {
        jdbc.sql("UPDATE alert.call SET friend = NULL WHERE friend = :friend")
                .param("friend", friend.value())
                .update();
        jdbc.sql("DELETE FROM alert.answer WHERE friend = :friend")
                .param("friend", friend.value())
                .update();
    }

    /// @return ids of those deleted, whose photos must go too
    public List<UUID> deleteClosedBefore(Instant before) {
        return jdbc.sql("DELETE FROM alert.call WHERE state = 'CLOSED' AND moved_at < :before RETURNING id")
                .param("before", AlertRows.at(before))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /// All matters of a friend, open or closed.
    public List<Call> listOf(FriendId friend) {
        return jdbc.sql("SELECT * FROM alert.call WHERE friend = :friend ORDER BY opened_at, id")
                .param("friend", friend.value())
                .query(ResidentCallRows::call)
                .list();
    }

    /// With all that was said about it.
    public void delete(UUID call) {
        jdbc.sql("DELETE FROM alert.call WHERE id = :id").param("id", call).update();
    }

    private static Call call(ResultSet row, int number) throws SQLException {
        String what = row.getString("what");
        @Nullable UUID alert = row.getObject("alert", UUID.class);
        @Nullable UUID friend = row.getObject("friend", UUID.class);
        return new Call(
                row.getObject("id", UUID.class),
                CallKind.valueOf(row.getString("kind")),
                what.isEmpty() ? Optional.empty() : Optional.of(Damage.valueOf(what)),
                Optional.ofNullable(alert).map(AlertId::new),
                Optional.ofNullable(friend).map(FriendId::new),
                row.getString("district"),
                place(row),
                row.getString("section"),
                Call.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("taken_by")),
                AlertRows.instant(row, "opened_at"),
                AlertRows.instant(row, "moved_at"));
    }

    private static Call.Entry entry(ResultSet row, int number) throws SQLException {
        return new Call.Entry(
                row.getObject("id", UUID.class),
                row.getObject("call", UUID.class),
                AlertRows.instant(row, "at"),
                row.getString("who"),
                row.getString("words"),
                Optional.ofNullable(row.getObject("file", UUID.class)),
                place(row),
                row.getObject("source", UUID.class));
    }

    private static Optional<Place> place(ResultSet row) throws SQLException {
        double latitude = row.getDouble("latitude");
        return row.wasNull() ? Optional.empty() : Optional.of(new Place(latitude, row.getDouble("longitude")));
    }

    /// As many as it matters.
    public int countHeld() {
        return jdbc.sql("SELECT count(*) FROM (SELECT FROM alert.call WHERE friend IS NOT NULL LIMIT "
                        + PersonalFile.COUNTED + ") AS counted")
                .query(Integer.class)
                .single();
    }
}
