package town.machi.document.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.document.person.Look;

/// Who looked for what is held on somebody, and why.
@Component
public class LookRows {

    private static final int SHOWN = 50;

    private final JdbcClient jdbc;

    LookRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Once for each id.
    public void insert(Look look) {
        jdbc.sql("""
                        INSERT INTO document.person_look (id, at, by, reason, receipt, words, parts, found)
                        VALUES (:id, :at, :by, :reason, :receipt, :words, :parts, :found)
                        ON CONFLICT (id) DO NOTHING
                        """)
                .param("id", look.id())
                .param("at", look.at().atOffset(ZoneOffset.UTC))
                .param("by", look.by())
                .param("reason", look.reason().name())
                .param("receipt", look.receipt())
                .param("words", look.words())
                .param("parts", look.parts().toArray(String[]::new))
                .param("found", look.found())
                .update();
    }

    public Optional<Look> find(UUID id) {
        return jdbc.sql("SELECT * FROM document.person_look WHERE id = :id")
                .param("id", id)
                .query(LookRows::look)
                .optional();
    }

    public List<Look> listNewest() {
        return jdbc.sql("SELECT * FROM document.person_look ORDER BY at DESC, id LIMIT " + SHOWN)
                .query(LookRows::look)
                .list();
    }

    private static Look look(ResultSet row, int number) throws SQLException {
        return new Look(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by"),
                Look.Reason.valueOf(row.getString("reason")),
                row.getString("receipt"),
                row.getString("words"),
                List.of((String[]) row.getArray("parts").getArray()),
                row.getInt("found"));
    }
}
