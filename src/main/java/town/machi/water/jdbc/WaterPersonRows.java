package town.machi.water.jdbc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.kernel.Kana;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonalFile;
import town.machi.water.SupplyPoint;

/// What the register holds on one person.
@Component
public class WaterPersonRows {

    private static final String USER = """
            ((:name <> '' AND user_name_key = :name) OR (:kana <> '' AND user_kana_key = :kana)
             OR (:phone <> '' AND user_phone_key = :phone))
            """;

    private static final String DEBTOR = """
            ((:name <> '' AND name_key = :name) OR (:kana <> '' AND kana_key = :kana)
             OR (:phone <> '' AND phone_key = :phone))
            """;

    private final JdbcClient jdbc;

    WaterPersonRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<SupplyPoint> listUsedBy(PersonKey key) {
        return jdbc.sql("SELECT " + PointRows.COLUMNS + " FROM water.supply_point WHERE " + USER + " ORDER BY id")
                .params(params(key))
                .query(PointRows::point)
                .list();
    }

    public List<UUID> listDebts(PersonKey key) {
        return jdbc.sql("SELECT id FROM water.arrears WHERE " + DEBTOR + " ORDER BY id")
                .params(params(key))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /// The point stays. One in use needs a user: it becomes one without.
    public int eraseUser(PersonKey key) {
        return jdbc.sql("""
                        UPDATE water.supply_point
                        SET user_name = '', user_name_key = '', user_kana = '', user_kana_key = '', user_phone = '',
                            user_phone_key = '', used_since = NULL, paused_until = NULL, revision = revision + 1,
                            standing = CASE WHEN standing = 'REMOVED' THEN standing ELSE 'UNUSED' END
                        WHERE
                        """ + USER).params(params(key)).update();
    }

    public int eraseDebts(PersonKey key) {
        return jdbc.sql("DELETE FROM water.arrears WHERE " + DEBTOR)
                .params(params(key))
                .update();
    }

    /// `name`, `kana` and `phone` as the tables of water keep them for the search; empty: not known.
    static Map<String, Object> params(PersonKey key) {
        Map<String, Object> params = new HashMap<>();
        params.put("name", folded(key.name()));
        params.put("kana", folded(key.kana()));
        params.put("phone", key.phone() == null ? "" : PointRows.phoneKey(key.phone()));
        return params;
    }

    private static String folded(@Nullable String text) {
        return text == null ? "" : Kana.searchKey(text);
    }

    /// As many as it matters.
    public int countHeld() {
        return jdbc.sql("SELECT count(*) FROM (SELECT FROM water.supply_point WHERE user_name <> '' LIMIT "
                        + PersonalFile.COUNTED + ") AS counted")
                .query(Integer.class)
                .single();
    }
}
