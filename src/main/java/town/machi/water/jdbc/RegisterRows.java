package town.machi.water.jdbc;

import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.kernel.Kana;
import town.machi.water.PlaceKey;
import town.machi.water.PointStanding;
import town.machi.water.SupplyPoint;
import town.machi.water.register.PointQuery;

/// Lists of the register, and files on their way into it.
@Component
public class RegisterRows {

    private static final Pattern PLACE = Pattern.compile("^(\\D*)(\\d.*)?$", Pattern.DOTALL);

    private final JdbcClient jdbc;

    RegisterRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// By place.
    public List<SupplyPoint> list(PointQuery query, int limit, int offset) {
        Map<String, @Nullable Object> params = new HashMap<>();
        return jdbc.sql("SELECT " + PointRows.COLUMNS + " FROM water.supply_point WHERE " + where(query, params)
                        + " ORDER BY place_key, building_key, id LIMIT :limit OFFSET :offset")
                .params(params)
                .param("limit", limit)
                .param("offset", offset)
                .query(PointRows::point)
                .list();
    }

    public int count(PointQuery query) {
        Map<String, @Nullable Object> params = new HashMap<>();
        return jdbc.sql("SELECT count(*) FROM water.supply_point WHERE " + where(query, params))
                .params(params)
                .query(Integer.class)
                .single();
    }

    /// Whatever was typed is the beginning of a number, of a name or its reading, of a telephone, of a place, or of a
    /// building. Each is answered from an index of its own; a partial index is used only where its own condition
    /// stands in the question.
    private static String where(PointQuery query, Map<String, @Nullable Object> params) {
        String standing = query.standing().map(PointStanding::name).orElse("");
        params.put("standing", standing);
        String where = "(:standing = '' OR standing = :standing)";
        if (query.words().isBlank()) {
            return where;
        }
        String usual = Normalizer.normalize(query.words().strip(), Normalizer.Form.NFKC);
        Matcher place = PLACE.matcher(usual);
        String area = place.matches() ? String.valueOf(place.group(1)) : usual;
        String number = place.matches() && place.group(2) != null ? place.group(2) : "";
        params.put("number", escaped(usual.replaceAll("\\s", "")) + "%");
        params.put("name", escaped(Kana.searchKey(usual)) + "%");
        params.put("phone", usual.replaceAll("\\D", "").length() < 4 ? "-" : usual.replaceAll("\\D", "") + "%");
        params.put("building", escaped(PlaceKey.building(usual)) + "%");
        params.put("place", escaped(number.isEmpty() ? PlaceKey.area(area) : PlaceKey.of(area, number)) + "%");
        return where + """
                 AND (point_number LIKE :number OR customer_number LIKE :number OR meter_number LIKE :number
                      OR user_name_key LIKE :name OR user_kana_key LIKE :name
                      OR (user_phone_key <> '' AND user_phone_key LIKE :phone)
                      OR place_key LIKE :place OR building_key LIKE :building)
                """;
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1");
    }

    /// Everything, for a file that is compared with it.
    public Map<String, SupplyPoint> byNumber() {
        Map<String, SupplyPoint> all = new HashMap<>();
        jdbc.sql("SELECT " + PointRows.COLUMNS + " FROM water.supply_point")
                .query(PointRows::point)
                .list()
                .forEach(point -> all.put(point.numbers().point(), point));
        return all;
    }

    /// One file at a time.
    public void lockRegister() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('water.register', 0))::text")
                .query(String.class)
                .optional();
    }

    public void keepDraft(UUID id, String staff, Instant at, String name, byte[] content) {
        jdbc.sql("DELETE FROM water.import_draft WHERE at < :before")
                .param("before", at.minusSeconds(86_400).atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                INSERT INTO water.import_draft (id, staff, at, name, content)
                VALUES (:id, :staff, :at, :name, :content) ON CONFLICT (id) DO NOTHING
                """)
                .param("id", id)
                .param("staff", staff)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("name", name)
                .param("content", content)
                .update();
    }

    /// Only for whoever looked at it.
    public Optional<byte[]> findDraft(UUID id, String staff) {
        return jdbc.sql("SELECT content FROM water.import_draft WHERE id = :id AND staff = :staff")
                .param("id", id)
                .param("staff", staff)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    public void deleteDraft(UUID id) {
        jdbc.sql("DELETE FROM water.import_draft WHERE id = :id")
                .param("id", id)
                .update();
    }
}
