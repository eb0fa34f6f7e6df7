package town.machi.water.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.kernel.Kana;
import town.machi.kernel.Language;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonalFile;
import town.machi.procedure.ProcedureName;
import town.machi.water.Callback;

/// Who asked to be called.
@Component
public class CallbackRows {

    private static final String PERSON = """
            ((:name <> '' AND name_key = :name) OR (:phone <> '' AND phone_key = :phone))
            """;

    private final JdbcClient jdbc;

    CallbackRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return false where the same was asked before
    public boolean insert(Callback callback) {
        return jdbc.sql("""
                        INSERT INTO water.callback (id, procedure, wanted_on, name, name_key, phone, phone_key,
                            language, asked_at)
                        VALUES (:id, :procedure, :on, :name, :nameKey, :phone, :phoneKey, :language, :at)
                        ON CONFLICT (id) DO NOTHING
                        """)
                        .param("id", callback.id())
                        .param("procedure", callback.wanted().procedure().value())
                        .param("on", callback.wanted().on())
                        .param("name", callback.who().name())
                        .param("nameKey", Kana.searchKey(callback.who().name()))
                        .param("phone", callback.who().phone())
                        .param("phoneKey", PointRows.phoneKey(callback.who().phone()))
                        .param("language", callback.language().name())
                        .param("at", OrderRows.utc(callback.askedAt()))
                        .update()
                == 1;
    }

    /// Those whom nobody has called, oldest first.
    public List<Callback> listOpen() {
        return jdbc.sql("SELECT * FROM water.callback WHERE called_at IS NULL ORDER BY asked_at, id")
                .query(CallbackRows::read)
                .list();
    }

    /// Those who were called, the last one first.
    public List<Callback> listCalled() {
        return jdbc.sql("SELECT * FROM water.callback WHERE called_at IS NOT NULL ORDER BY called_at DESC, id")
                .query(CallbackRows::read)
                .list();
    }

    public int countOpen() {
        return jdbc.sql("SELECT count(*) FROM water.callback WHERE called_at IS NULL")
                .query(Integer.class)
                .single();
    }

    /// @param by who called: `staff:…`
    /// @return false where somebody has called already, or nobody asked
    public boolean setCalled(UUID id, Callback.Called called, String by) {
        return jdbc.sql("""
                        UPDATE water.callback SET called_at = :at, called_by = :staff, outcome = :outcome
                        WHERE id = :id AND called_at IS NULL
                        """)
                        .param("id", id)
                        .param("at", OrderRows.utc(called.at()))
                        .param("staff", by)
                        .param("outcome", called.outcome())
                        .update()
                == 1;
    }

    /// @return how many are gone
    public int eraseCalledBefore(Instant before) {
        return jdbc.sql("DELETE FROM water.callback WHERE called_at < :before")
                .param("before", OrderRows.utc(before))
                .update();
    }

    /// @return how many are gone
    public int eraseAskedBefore(Instant before) {
        return jdbc.sql("DELETE FROM water.callback WHERE asked_at < :before")
                .param("before", OrderRows.utc(before))
                .update();
    }

    public List<Callback> listOf(PersonKey key) {
        return jdbc.sql("SELECT * FROM water.callback WHERE " + PERSON + " ORDER BY asked_at, id")
                .params(WaterPersonRows.params(key))
                .query(CallbackRows::read)
                .list();
    }

    public int erase(PersonKey key) {
        return jdbc.sql("DELETE FROM water.callback WHERE " + PERSON)
                .params(WaterPersonRows.params(key))
                .update();
    }

    private static Callback read(ResultSet row, int index) throws SQLException {
        OffsetDateTime calledAt = row.getObject("called_at", OffsetDateTime.class);
        return new Callback(
                row.getObject("id", UUID.class),
                new Callback.Wanted(
                        new ProcedureName(row.getString("procedure")), row.getObject("wanted_on", LocalDate.class)),
                new Callback.Who(row.getString("name"), row.getString("phone")),
                Language.valueOf(row.getString("language")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                calledAt == null
                        ? Optional.empty()
                        : Optional.of(new Callback.Called(calledAt.toInstant(), row.getString("outcome"))));
    }

    /// As many as it matters.
    public int countHeld() {
        return jdbc.sql("SELECT count(*) FROM (SELECT FROM water.callback LIMIT " + PersonalFile.COUNTED
                        + ") AS counted")
                .query(Integer.class)
                .single();
    }
}
