package town.machi.water.jdbc;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.water.SupplyPoint;

/// Finds points by what somebody knows of them: each question is answered from an index.
@Component
public class PointSearch {

    /// More are no candidates but a list; whoever has more looks in the register.
    private static final int MOST = 20;

    private final JdbcClient jdbc;

    public PointSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// With this number as its customer's, its own or its meter's.
    public Optional<SupplyPoint> findNumbered(String number) {
        return jdbc.sql("""
                        SELECT %s FROM water.supply_point
                        WHERE standing <> 'REMOVED'
                          AND (customer_number = :number OR point_number = :number OR meter_number = :number)
                        LIMIT 1
                        """.formatted(PointRows.COLUMNS))
                .param("number", number)
                .query(PointRows::point)
                .optional();
    }

    /// @param placeKey see [PlaceKey#of]
    public List<SupplyPoint> listAtPlace(String placeKey) {
        return jdbc.sql("""
                        SELECT %s FROM water.supply_point
                        WHERE place_key = :place AND standing <> 'REMOVED'
                        ORDER BY building_key, id LIMIT :most
                        """.formatted(PointRows.COLUMNS))
                .param("place", placeKey)
                .param("most", 2 * MOST)
                .query(PointRows::point)
                .list();
    }

    /// Keys that are empty are not looked for.
    public List<SupplyPoint> listOfPerson(String nameKey, String kanaKey, String phoneKey) {
        return jdbc.sql("""
                        SELECT %s FROM water.supply_point
                        WHERE standing <> 'REMOVED'
                          AND ((user_name_key = :name AND :name <> '') OR (user_kana_key = :kana AND :kana <> '')
                               OR (user_phone_key = :phone AND :phone <> '' AND user_phone_key <> ''))
                        ORDER BY (user_phone_key = :phone) DESC, id LIMIT :most
                        """.formatted(PointRows.COLUMNS))
                .param("name", nameKey)
                .param("kana", kanaKey)
                .param("phone", phoneKey)
                .param("most", MOST)
                .query(PointRows::point)
                .list();
    }
}
