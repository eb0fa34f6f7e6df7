package town.machi.shelter.vacancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.shelter.jdbc.OpeningRows;
import town.machi.shelter.jdbc.ShelterRows;

/// What the board is made of, read over the shelters' own connections.
@Component
class BoardRows {

    private final JdbcClient jdbc;

    BoardRows(@Qualifier(OwnPool.NAME) JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How many occupy an opening from inside: named ones who are here, expected or out for a while, and open
    /// places.
    record Occupied(UUID opening, int count) {}

    Board.Known load() {
        return new Board.Known(
                new ShelterRows(jdbc).list(),
                new OpeningRows(jdbc).live(),
                new OpeningRows(jdbc).disasters(),
                occupied());
    }

    private List<Occupied> occupied() {
        return jdbc.sql("""
                        SELECT opening_id, sum(people)::int FROM (
                            SELECT opening_id, count(*) AS people FROM shelter.presence
                            WHERE state IN ('IN', 'EXPECTED', 'OUT') AND stay = 'INSIDE' GROUP BY opening_id
                            UNION ALL
                            SELECT opening_id, sum(open) FROM shelter.place
                            WHERE stay = 'INSIDE' GROUP BY opening_id) AS both_kinds
                        GROUP BY opening_id
                        """).query(BoardRows::row).list();
    }

    private static Occupied row(ResultSet row, int number) throws SQLException {
        return new Occupied(row.getObject(1, UUID.class), row.getInt(2));
    }
}
