package town.machi.submission.jdbc;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.procedure.Channel;

/// How our values lie in PostgreSQL's types.
final class Sql {

    private Sql() {}

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant findInstant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /// Paths and ids, which hold neither quotes nor commas, as an array's text: `{startsOn,photos}`.
    static String array(Collection<?> plain) {
        StringBuilder text = new StringBuilder("{");
        for (Object element : plain) {
            text.append(text.length() == 1 ? "" : ",")
                    .append('"')
                    .append(element)
                    .append('"');
        }
        return text.append('}').toString();
    }

    static Set<String> set(@Nullable Array array) throws SQLException {
        return array == null ? Set.of() : new LinkedHashSet<>(Arrays.asList((String[]) array.getArray()));
    }

    static Set<UUID> ids(@Nullable Array array) throws SQLException {
        return array == null ? Set.of() : Set.of((UUID[]) array.getArray());
    }

    static Channel channel(String code) {
        return Channel.valueOf(code.toUpperCase(Locale.ROOT));
    }
}
