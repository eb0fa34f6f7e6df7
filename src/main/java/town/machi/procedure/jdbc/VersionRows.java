package town.machi.procedure.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import town.machi.kernel.Actor;
import town.machi.procedure.ProcedureName;
import town.machi.procedure.ProcedureSource;

/// The table `procedure.version`.
@Component
public class VersionRows {

    private static final TypeReference<TreeMap<String, String>> FILES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    public VersionRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// One published version.
    ///
    /// @param by kind and id of the actor
    public record Row(ProcedureName name, int version, String hash, ProcedureSource source, Instant at, String by) {}

    /// How many rows there are. Rows are only ever added, so an equal number means that nothing is new.
    public long count() {
        return jdbc.sql("SELECT count(*) FROM procedure.version")
                .query(Long.class)
                .single();
    }

    /// The newest version of each procedure.
    public List<Row> listNewest() {
        return jdbc.sql("""
                        SELECT DISTINCT ON (name) name, version, hash, source, published_at, actor_kind, actor_id
                        FROM procedure.version ORDER BY name, version DESC
                        """).query(this::row).list();
    }

    public Optional<Row> find(ProcedureName name, int version) {
        return jdbc.sql("""
                        SELECT name, version, hash, source, published_at, actor_kind, actor_id
                        FROM procedure.version WHERE name = :name AND version = :version
                        """)
                .param("name", name.value())
                .param("version", version)
                .query(this::row)
                .optional();
    }

    /// All versions of one procedure, the newest first.
    public List<Row> list(ProcedureName name) {
        return jdbc.sql("""
                        SELECT name, version, hash, source, published_at, actor_kind, actor_id
                        FROM procedure.version WHERE name = :name ORDER BY version DESC
                        """).param("name", name.value()).query(this::row).list();
    }

    public boolean exists(String name, String hash) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM procedure.version WHERE name = :name AND hash = :hash)")
                .param("name", name)
                .param("hash", hash)
                .query(Boolean.class)
                .single();
    }

    /// Makes whoever publishes the same procedure wait until this transaction ends.
    public void lock(ProcedureName name) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('procedure.version'), hashtext(:name))")
                .param("name", name.value())
                .query((row, number) -> number)
                .list();
    }

    public void insert(Row row, Actor actor) {
        jdbc.sql("""
                        INSERT INTO procedure.version
                            (name, version, hash, source, published_at, actor_kind, actor_id)
                        VALUES (:name, :version, :hash, :source::jsonb, :at, :kind, :actor)
                        """)
                .param("name", row.name().value())
                .param("version", row.version())
                .param("hash", row.hash())
                .param("source", json.writeValueAsString(row.source().files()))
                .param("at", row.at().atOffset(java.time.ZoneOffset.UTC))
                .param("kind", actor.kind())
                .param("actor", actor.id())
                .update();
    }

    private Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new ProcedureName(row.getString("name")),
                row.getInt("version"),
                row.getString("hash"),
                new ProcedureSource(json.readValue(row.getString("source"), FILES)),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getString("actor_kind") + ":" + row.getString("actor_id"));
    }
}
