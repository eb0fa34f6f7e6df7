package town.machi.casework.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.casework.Picture;
import town.machi.casework.PictureFilter;
import town.machi.kernel.SectionId;
import town.machi.procedure.ProcedureName;

/// Reads the counts that triggers keep beside the cases, and what is open now from an index that holds no answers.
@Component
public class PictureRows {

    private final JdbcClient jdbc;

    PictureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Waits(String section, String procedure, Picture.Waiting waiting) {}

    public record Came(String section, String procedure, YearMonth month, boolean online, long number) {}

    /// @param days null: its open days are not counted yet
    public record Ended(
            String section,
            String procedure,
            YearMonth month,
            @Nullable Integer days,
            long number) {}

    /// @param ended null: still open
    public record Open(YearMonth came, @Nullable YearMonth ended, long number) {}

    public record SentBack(String procedure, String field, long times) {}

    /// Its cost grows with what is open.
    public List<Waits> waiting(PictureFilter filter, LocalDate today) {
        return jdbc.sql("""
                        SELECT section, procedure, count(*) AS number, min(received_at) AS oldest,
                            count(*) FILTER (WHERE due_on < :today) AS late,
                            count(*) FILTER (WHERE meaning = 'CORRECTING') AS correcting
                        FROM casework.case_file
                        WHERE closed_at IS NULL AND section = ANY (:sections)
                            AND (:procedure::text IS NULL OR procedure = :procedure)
                        GROUP BY section, procedure
                        """)
                .params(params(filter))
                .param("today", today)
                .query((row, number) -> new Waits(
                        row.getString("section"),
                        row.getString("procedure"),
                        new Picture.Waiting(
                                row.getLong("number"),
                                row.getObject("oldest", OffsetDateTime.class).toInstant(),
                                row.getLong("late"),
                                row.getLong("correcting"))))
                .list();
    }

    public List<Came> came(PictureFilter filter) {
        return jdbc.sql("""
                        SELECT section, procedure, came, online, sum(number) AS number FROM casework.picture
                        WHERE section = ANY (:sections) AND (:procedure::text IS NULL OR procedure = :procedure)
                            AND came BETWEEN :from AND :to
                        GROUP BY section, procedure, came, online
                        """)
                .params(params(filter))
                .query((row, number) -> new Came(
                        row.getString("section"),
                        row.getString("procedure"),
                        month(row, "came"),
                        row.getBoolean("online"),
                        row.getLong("number")))
                .list();
    }

    /// Withdrawals left out.
    public List<Ended> ended(PictureFilter filter) {
        return jdbc.sql("""
                        SELECT section, procedure, ended, took_days, sum(number) AS number FROM casework.picture
                        WHERE section = ANY (:sections) AND (:procedure::text IS NULL OR procedure = :procedure)
                            AND ended BETWEEN :from AND :to AND NOT withdrawn
                        GROUP BY section, procedure, ended, took_days HAVING sum(number) > 0
                        """)
                .params(params(filter))
                .query((row, number) -> new Ended(
                        row.getString("section"),
                        row.getString("procedure"),
                        month(row, "ended"),
                        row.getObject("took_days", Integer.class),
                        row.getLong("number")))
                .list();
    }

    /// What was open at any time of these months.
    public List<Open> open(PictureFilter filter) {
        return jdbc.sql("""
                        SELECT came, ended, sum(number) AS number FROM casework.picture
                        WHERE section = ANY (:sections) AND (:procedure::text IS NULL OR procedure = :procedure)
                            AND came <= :to AND (ended IS NULL OR ended >= :from)
                        GROUP BY came, ended
                        """)
                .params(params(filter))
                .query((row, number) -> new Open(
                        month(row, "came"),
                        row.getObject("ended") == null ? null : month(row, "ended"),
                        row.getLong("number")))
                .list();
    }

    /// Which questions were sent back, most often first.
    public List<SentBack> sentBack(PictureFilter filter, int most) {
        return jdbc.sql("""
                        SELECT procedure, field, count(*) AS times FROM casework.picture_sent_back
                        WHERE section = ANY (:sections) AND (:procedure::text IS NULL OR procedure = :procedure)
                            AND month BETWEEN :from AND :to
                        GROUP BY procedure, field ORDER BY times DESC, procedure, field LIMIT :most
                        """)
                .params(params(filter))
                .param("most", most)
                .query((row, number) ->
                        new SentBack(row.getString("procedure"), row.getString("field"), row.getLong("times")))
                .list();
    }

    /// Adds what has changed since the last time to the counts, and drops those that have become nothing.
    public void fold() {
        jdbc.sql("""
                WITH gone AS (DELETE FROM casework.picture_change RETURNING *)
                INSERT INTO casework.picture_count AS kept
                SELECT section, procedure, online, came, ended, withdrawn, took_days, sum(number) FROM gone
                GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(number) <> 0
                ON CONFLICT ON CONSTRAINT one_count_of_a_kind DO UPDATE SET number = kept.number + excluded.number
                """).update();
        jdbc.sql("DELETE FROM casework.picture_count WHERE number = 0").update();
    }

    public record Uncounted(LocalDate countsFrom, LocalDate endedOn) {}

    /// Between which days cases lie that ended without anybody having counted.
    public List<Uncounted> listUncounted() {
        return jdbc.sql("""
                        SELECT DISTINCT counts_from, (closed_at AT TIME ZONE 'Asia/Tokyo')::date AS ended_on
                        FROM casework.case_file WHERE closed_at IS NOT NULL AND took_days IS NULL
                        """)
                .query((row, number) -> new Uncounted(
                        row.getObject("counts_from", LocalDate.class), row.getObject("ended_on", LocalDate.class)))
                .list();
    }

    public void putDays(Uncounted between, int days) {
        jdbc.sql("""
                UPDATE casework.case_file SET took_days = :days
                WHERE closed_at IS NOT NULL AND took_days IS NULL AND counts_from = :from
                    AND (closed_at AT TIME ZONE 'Asia/Tokyo')::date = :ended
                """)
                .param("days", days)
                .param("from", between.countsFrom())
                .param("ended", between.endedOn())
                .update();
    }

    private static YearMonth month(ResultSet row, String column) throws SQLException {
        return YearMonth.from(row.getObject(column, LocalDate.class));
    }

    private static Map<String, @Nullable Object> params(PictureFilter filter) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("sections", filter.sections().stream().map(SectionId::value).toArray(String[]::new));
        params.put("procedure", filter.procedure().map(ProcedureName::value).orElse(null));
        params.put("from", filter.from().atDay(1));
        params.put("to", filter.to().atDay(1));
        return params;
    }
}
