package town.machi.water.jdbc;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.kernel.Kana;
import town.machi.water.SupplyPointId;

/// Who still owes for which point. Amounts are the billing system's.
@Component
public class ArrearsRows {

    private final JdbcClient jdbc;

    ArrearsRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param nameKey compared like kanaKey and phoneKey; empty: not known
    public record Debtor(UUID id, String name, String nameKey, String kanaKey, String phoneKey, LocalDate notedOn) {}

    public void insert(UUID id, SupplyPointId point, Debtor debtor, boolean example) {
        jdbc.sql("""
                INSERT INTO water.arrears (id, point_id, name, name_key, kana_key, phone_key, noted_on, example)
                VALUES (:id, :point, :name, :nameKey, :kanaKey, :phoneKey, :noted, :example)
                ON CONFLICT (id) DO NOTHING
                """)
                .param("id", id)
                .param("point", point.value())
                .param("name", debtor.name())
                .param("nameKey", debtor.nameKey())
                .param("kanaKey", debtor.kanaKey())
                .param("phoneKey", debtor.phoneKey())
                .param("noted", debtor.notedOn())
                .param("example", example)
                .update();
    }

    /// @param name as written; @param kana its reading; @param phone as written
    public static Debtor debtor(UUID id, String name, String kana, String phone, LocalDate notedOn) {
        return new Debtor(id, name, Kana.searchKey(name), Kana.searchKey(kana), PointRows.phoneKey(phone), notedOn);
    }

    /// Those who have not paid yet.
    public List<Debtor> list(SupplyPointId point) {
        return jdbc.sql("""
                        SELECT id, name, name_key, kana_key, phone_key, noted_on FROM water.arrears
                        WHERE point_id = :point AND settled_on IS NULL ORDER BY noted_on, id
                        """)
                .param("point", point.value())
                .query((row, number) -> new Debtor(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, LocalDate.class)))
                .list();
    }

    public boolean settle(UUID id, LocalDate on) {
        return jdbc.sql("UPDATE water.arrears SET settled_on = :on WHERE id = :id AND settled_on IS NULL")
                        .param("id", id)
                        .param("on", on)
                        .update()
                == 1;
    }
}
