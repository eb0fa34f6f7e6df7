package town.machi.waste.jdbc;

import java.sql.ResultSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import town.machi.waste.CollectionDays;
import town.machi.waste.WasteKind;

/// The table of collection days.
@Repository
public class CollectionRows {

    private final JdbcClient jdbc;

    public CollectionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// By district, then by kind.
    public Map<String, Map<WasteKind, CollectionDays>> list() {
        Map<String, Map<WasteKind, CollectionDays>> all = new HashMap<>();
        jdbc.sql("SELECT district, kind, days FROM waste.collection").query((ResultSet row) -> {
            WasteKind kind = WasteKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
            Map<WasteKind, CollectionDays> kinds =
                    all.computeIfAbsent(row.getString("district"), _ -> new EnumMap<>(WasteKind.class));
            CollectionDays.parse(row.getString("days")).ifPresent(days -> kinds.put(kind, days));
        });
        return all;
    }

    /// Two who write the same district at once both succeed; the later one stands.
    public void replace(String district, Map<WasteKind, CollectionDays> kinds) {
        jdbc.sql("DELETE FROM waste.collection WHERE district = :district")
                .param("district", district)
                .update();
        kinds.forEach((kind, days) -> jdbc.sql("""
                        INSERT INTO waste.collection (district, kind, days) VALUES (:district, :kind, :days)
                        ON CONFLICT (district, kind) DO UPDATE SET days = excluded.days
                        """)
                .param("district", district)
                .param("kind", kind.code())
                .param("days", days.words())
                .update());
    }
}
