package town.machi.water.jdbc;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.water.PointStanding;
import town.machi.water.SupplyPoint;

/// Made-up points for the demo's work.
@Component
@ConditionalOnBooleanProperty("machi.demo")
public class DemoPointRows {

    private final JdbcClient jdbc;

    DemoPointRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Houses with a number and a place on the map that no notice is about, always the same.
    public List<SupplyPoint> list(PointStanding standing, int most) {
        return jdbc.sql("SELECT " + PointRows.COLUMNS + """
                         FROM water.supply_point p
                        WHERE example AND standing = :standing AND latitude IS NOT NULL
                            AND NOT supply_stopped AND building = '' AND number NOT LIKE '%例%'
                        ORDER BY md5(point_number) LIMIT :most
                        """)
                .param("standing", standing.name())
                .param("most", most)
                .query(PointRows::point)
                .list();
    }
}
