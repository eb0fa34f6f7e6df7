package town.machi.water.jdbc;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.water.OrderKind;

/// What the work of the crews came to, in figures; nobody's name is in them.
@Component
public class FigureRows {

    private final JdbcClient jdbc;

    FigureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One work order that is done and had a notice behind it.
    ///
    /// @param online whether it was filed by web or LINE
    /// @param noticedOn the open day from which the notice counts
    /// @param doneOn the day on which the valve was turned
    public record Done(OrderKind kind, boolean online, LocalDate noticedOn, LocalDate doneOn) {}

    /// @param from first day
    public List<Done> listDone(LocalDate from) {
        return jdbc.sql("""
                        SELECT kind, channel IN ('WEB', 'LINE') AS online, noticed_on,
                            (ended_at AT TIME ZONE 'Asia/Tokyo')::date AS done_on
                        FROM water.work_order
                        WHERE state = 'DONE' AND kind <> 'EXCHANGE' AND channel IS NOT NULL
                            AND (ended_at AT TIME ZONE 'Asia/Tokyo')::date >= :from
                        """)
                .param("from", from)
                .query((row, index) -> new Done(
                        OrderKind.valueOf(row.getString("kind")),
                        row.getBoolean("online"),
                        row.getObject("noticed_on", LocalDate.class),
                        row.getObject("done_on", LocalDate.class)))
                .list();
    }

    /// Trips in vain by month.
    public Map<YearMonth, Integer> countInVain(LocalDate from) {
        return jdbc
                .sql("""
                        SELECT (at AT TIME ZONE 'Asia/Tokyo')::date AS day FROM water.visit
                        WHERE result <> 'DONE' AND (at AT TIME ZONE 'Asia/Tokyo')::date >= :from
                        """)
                .param("from", from)
                .query((row, index) -> YearMonth.from(row.getObject("day", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(month -> month, _ -> 1, Integer::sum));
    }
}
