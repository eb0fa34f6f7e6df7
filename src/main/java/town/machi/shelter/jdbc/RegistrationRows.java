package town.machi.shelter.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonMarks;
import town.machi.platform.PersonIndex;
import town.machi.shelter.HouseholdCode.Household;

/// Households that left with the town what their code says. Every change is told by the version.
@Component
public class RegistrationRows {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final PersonIndex index;
    private final PersonIndex.Table table;

    RegistrationRows(JdbcClient jdbc, JsonMapper json, PersonIndex index) {
        this.jdbc = jdbc;
        this.json = json;
        this.index = index;
        this.table = index.declare(new PersonIndex.Table(
                "shelter.registration", "content", (row, number) -> marks(household(row, number))));
    }

    private static PersonMarks marks(Household household) {
        PersonMarks marks = new PersonMarks().phone(household.phone());
        household.people().forEach(person -> marks.name(person.name()).kana(person.kana()));
        return marks;
    }

    /// Those in which the one who is looked for may be.
    public List<Household> list(PersonKey key) {
        index.complete(table);
        return jdbc.sql("""
                        SELECT content FROM shelter.registration WHERE person_marks && :marks::text[]
                        ORDER BY household_id
                        """)
                .param("marks", PersonMarks.of(key).array())
                .query(this::household)
                .list();
    }

    private Household household(ResultSet row, int number) throws SQLException {
        return json.readValue(row.getString("content"), Household.class);
    }

    public long version() {
        return jdbc.sql("SELECT version FROM shelter.registration_version")
                .query(Long.class)
                .single();
    }

    /// @param version of exactly these
    public record Registered(long version, List<Household> households) {}

    /// All of them, and which version of the list they are: read in one go.
    public Registered registered() {
        AtomicLong version = new AtomicLong();
        List<Household> households = jdbc
                .sql("""
                        SELECT v.version, r.content FROM shelter.registration_version AS v
                        LEFT JOIN shelter.registration AS r ON true
                        """)
                .query((row, number) -> {
                    version.set(row.getLong("version"));
                    return Optional.ofNullable(row.getString("content"));
                })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .map(content -> json.readValue(content, Household.class))
                .toList();
        return new Registered(version.get(), households);
    }

    public int count() {
        return jdbc.sql("SELECT count(*) FROM shelter.registration")
                .query(Integer.class)
                .single();
    }

    public List<Household> list() {
        return jdbc.sql("SELECT content FROM shelter.registration ORDER BY household_id")
                .query(this::household)
                .list();
    }

    public Optional<Household> findByRequest(UUID request) {
        return jdbc.sql("SELECT content FROM shelter.registration WHERE request = :request")
                .param("request", request)
                .query(this::household)
                .optional();
    }

    /// @return false when the request left one before
    public boolean add(Household household, UUID request, byte[] number, Instant at) {
        int added = jdbc.sql("""
                        INSERT INTO shelter.registration (household_id, request, number_hash, content, registered_at,
                            person_marks)
                        VALUES (:household, :request, :number, :content::jsonb, :at, :marks::text[])
                        ON CONFLICT (request) DO NOTHING
                        """)
                .param("household", household.id())
                .param("request", request)
                .param("number", number)
                .param("content", json.writeValueAsString(household))
                .param("marks", marks(household).array())
                .param("at", Columns.at(at))
                .update();
        return changed(added) == 1;
    }

    /// The number of the first answer was lost on the way: from now on it is this one.
    public void renumber(UUID request, byte[] number) {
        jdbc.sql("UPDATE shelter.registration SET number_hash = :number WHERE request = :request")
                .param("number", number)
                .param("request", request)
                .update();
    }

    /// @return the household that took its registration back
    public Optional<UUID> deleteByNumber(byte[] number) {
        Optional<UUID> gone = jdbc.sql(
                        "DELETE FROM shelter.registration WHERE number_hash = :number RETURNING household_id")
                .param("number", number)
                .query(Columns::id)
                .optional();
        changed(gone.isPresent() ? 1 : 0);
        return gone;
    }

    public int delete(Collection<UUID> households) {
        return changed(jdbc.sql("DELETE FROM shelter.registration WHERE household_id = ANY (:ids::uuid[])")
                .param("ids", Columns.of(households, id -> id))
                .update());
    }

    /// Those that were left before `then`.
    public int deleteOlderThan(Instant then) {
        return changed(jdbc.sql("DELETE FROM shelter.registration WHERE registered_at < :then")
                .param("then", Columns.at(then))
                .update());
    }

    private int changed(int rows) {
        if (rows > 0) {
            jdbc.sql("UPDATE shelter.registration_version SET version = version + 1")
                    .update();
        }
        return rows;
    }
}
