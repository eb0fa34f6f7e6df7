package town.machi.shelter.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.shelter.OpeningId;
import town.machi.shelter.report.StockCount;
import town.machi.shelter.report.Supplies;

/// What the shelters had and asked for, as it was counted. The newest word on each thing holds.
@Component
public class StockRows {

    private final JdbcClient jdbc;

    StockRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The same count sent twice is written once.
    ///
    /// @return whether it is new
    public boolean add(StockCount count, Instant now, Actor by) {
        return jdbc.sql("""
                        INSERT INTO shelter.stock (count_id, opening_id, item, kind, unit, amount, at, noted_at, noted_by)
                        SELECT :count, :opening, word.item, word.kind, word.unit, word.amount, :at, :now, :by
                        FROM unnest(:items::text[], :kinds::text[], :units::text[], :amounts::int[])
                            AS word (item, kind, unit, amount)
                        ON CONFLICT (count_id, item, kind) DO NOTHING
                        """)
                        .param("count", count.id())
                        .param("opening", count.opening().value())
                        .param("at", Columns.at(count.at()))
                        .param("now", Columns.at(now))
                        .param("by", by.id())
                        .param("items", Columns.of(count.words(), StockCount.Word::item))
                        .param("kinds", Columns.of(count.words(), StockCount.Word::kind))
                        .param("units", Columns.of(count.words(), StockCount.Word::unit))
                        .param("amounts", Columns.of(count.words(), StockCount.Word::amount))
                        .update()
                > 0;
    }

    /// What was known then, by opening and thing.
    public Map<UUID, Map<String, Supplies.Note>> notes(Collection<UUID> openings, Instant until) {
        Map<UUID, Map<String, Supplies.Note>> notes = new LinkedHashMap<>();
        jdbc.sql("""
                        SELECT opening_id, item, max(unit) AS unit, max(amount) FILTER (WHERE kind = 'HAND') AS on_hand,
                               max(at) FILTER (WHERE kind = 'HAND') AS at,
                               max(amount) FILTER (WHERE kind = 'ASKED') AS asked
                        FROM (
                            SELECT DISTINCT ON (opening_id, item, kind) * FROM shelter.stock
                            WHERE opening_id = ANY (:openings::uuid[]) AND at <= :until
                            ORDER BY opening_id, item, kind, at DESC, seq DESC) AS newest
                        GROUP BY opening_id, item ORDER BY opening_id, item
                        """)
                .param("openings", Columns.of(openings, id -> id))
                .param("until", Columns.at(until))
                .query(row -> {
                    notes.computeIfAbsent(row.getObject("opening_id", UUID.class), _ -> new LinkedHashMap<>())
                            .put(row.getString("item"), note(row));
                });
        return notes;
    }

    private static Supplies.Note note(ResultSet row) throws SQLException {
        return new Supplies.Note(
                row.getString("item"),
                row.getString("unit"),
                row.getObject("on_hand", Integer.class),
                Columns.findInstant(row, "at"),
                row.getObject("asked", Integer.class));
    }

    /// What was written last, newest first.
    public List<StockCount.Told> last(OpeningId opening, int most) {
        return jdbc.sql("""
                        SELECT item, kind, unit, amount, at FROM shelter.stock WHERE opening_id = :opening
                        ORDER BY at DESC, seq DESC LIMIT :most
                        """)
                .param("opening", opening.value())
                .param("most", most)
                .query((row, number) -> new StockCount.Told(
                        Columns.instant(row, "at"),
                        new StockCount.Word(
                                row.getString("item"),
                                StockCount.Kind.valueOf(row.getString("kind")),
                                row.getString("unit"),
                                row.getObject("amount", Integer.class))))
                .list();
    }
}
