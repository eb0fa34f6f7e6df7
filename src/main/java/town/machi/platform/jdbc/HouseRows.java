package town.machi.platform.jdbc;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the database knows of itself, of the jobs and of the backups.
@Component
public class HouseRows {

    /// @param proved whether it was restored elsewhere and its audit trail verified
    public record Backup(Instant at, long rows, boolean proved) {}

    private final JdbcClient jdbc;

    public HouseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return 0 to 1, of all that the server allows
    public double connectionsUsed() {
        return jdbc.sql("""
                        SELECT sum(numbackends)::float8 / current_setting('max_connections')::int FROM pg_stat_database
                        """).query(Double.class).single();
    }

    public long databaseBytes() {
        return jdbc.sql("SELECT pg_database_size(current_database())")
                .query(Long.class)
                .single();
    }

    /// Names of jobs that failed three times or more, one after another.
    public List<String> listFailingJobs() {
        return jdbc.sql("""
                        SELECT DISTINCT task_name FROM platform.scheduled_tasks
                        WHERE consecutive_failures >= 3 ORDER BY task_name
                        """).query((row, _) -> row.getString("task_name")).list();
    }

    /// Jobs that should have begun before that time, and have not.
    public int countLateJobs(Instant limit) {
        return jdbc.sql("SELECT count(*) FROM platform.scheduled_tasks WHERE NOT picked AND execution_time < :limit")
                .param("limit", at(limit))
                .query(Integer.class)
                .single();
    }

    public Optional<Backup> findLastBackup() {
        return jdbc.sql("SELECT at, held, proved FROM platform.backup ORDER BY at DESC LIMIT 1")
                .query((row, _) -> new Backup(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getLong("held"),
                        row.getBoolean("proved")))
                .optional();
    }

    /// Twice the same is once.
    public void insertBackup(Instant at, long rows) {
        jdbc.sql("INSERT INTO platform.backup (at, held, proved) VALUES (:at, :rows, false) ON CONFLICT DO NOTHING")
                .param("at", at(at))
                .param("rows", rows)
                .update();
    }

    /// @return false: there was no backup at that time
    public boolean proveBackup(Instant at) {
        return jdbc.sql("UPDATE platform.backup SET proved = true WHERE at = :at")
                        .param("at", at(at))
                        .update()
                == 1;
    }

    private static OffsetDateTime at(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
