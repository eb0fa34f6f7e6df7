package town.machi.casework.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.casework.Picture;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.SectionId;

/// Counts, made by the database from indexes that hold no answers.
@Component
public class PictureRows {

    private final JdbcClient jdbc;

    PictureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param countsFrom the open day from which they count
    /// @param closedOn null: still open
    public record Came(
            String procedure,
            YearMonth month,
            boolean online,
            LocalDate countsFrom,
            @Nullable LocalDate closedOn,
            boolean withdrawn,
            long number) {}

    public record SentBack(String procedure, String field, long times) {}

    /// By procedure.
    public Map<String, Picture.Waiting> waiting(Collection<SectionId> sections, LocalDate today) {
        return jdbc
                .sql("""
                        SELECT procedure, count(*) AS number, min(received_at) AS oldest,
                            count(*) FILTER (WHERE due_on < :today) AS late,
                            count(*) FILTER (WHERE meaning = 'CORRECTING') AS correcting
                        FROM casework.case_file
                        WHERE closed_at IS NULL AND section = ANY (:sections)
                        GROUP BY procedure
                        """)
                .param("today", today)
                .param("sections", names(sections))
                .query((row, number) -> Map.entry(
                        row.getString("procedure"),
                        new Picture.Waiting(
                                row.getLong("number"),
                                row.getObject("oldest", OffsetDateTime.class).toInstant(),
                                row.getLong("late"),
                                row.getLong("correcting"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// What was received since then, gathered so far that no row is about one person.
    public List<Came> came(Collection<SectionId> sections, Instant since) {
        return jdbc.sql("""
                        SELECT procedure, to_char(received_at AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM') AS month,
                            channel IN ('web', 'line') AS online, counts_from,
                            (closed_at AT TIME ZONE 'Asia/Tokyo')::date AS closed_on,
                            meaning = 'WITHDRAWN' AS withdrawn, count(*) AS number
                        FROM casework.case_file
                        WHERE section = ANY (:sections) AND received_at >= :since
                        GROUP BY 1, 2, 3, 4, 5, 6
                        """)
                .param("sections", names(sections))
                .param("since", since.atZone(BusinessCalendar.TOKYO).toOffsetDateTime())
                .query((row, number) -> came(row))
                .list();
    }

    /// Which questions were sent back since then, most often first.
    public List<SentBack> sentBack(Collection<SectionId> sections, Instant since, int most) {
        return jdbc.sql("""
                        SELECT file.procedure, field, count(*) AS times
                        FROM casework.event AS event
                        JOIN casework.case_file AS file ON file.id = event.case_id, unnest(event.fields) AS field
                        WHERE event.act = 'sendBack' AND event.at >= :since AND file.section = ANY (:sections)
                        GROUP BY 1, 2 ORDER BY times DESC, 1, 2 LIMIT :most
                        """)
                .param("sections", names(sections))
                .param("since", since.atZone(BusinessCalendar.TOKYO).toOffsetDateTime())
                .param("most", most)
                .query((row, number) ->
                        new SentBack(row.getString("procedure"), row.getString("field"), row.getLong("times")))
                .list();
    }

    private static Came came(ResultSet row) throws SQLException {
        return new Came(
                row.getString("procedure"),
                YearMonth.parse(row.getString("month")),
                row.getBoolean("online"),
                row.getObject("counts_from", LocalDate.class),
                row.getObject("closed_on", LocalDate.class),
                row.getBoolean("withdrawn"),
                row.getLong("number"));
    }

    private static String[] names(Collection<SectionId> sections) {
        return sections.stream().map(SectionId::value).toArray(String[]::new);
    }
}
