package town.machi.platform.jdbc;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of `platform.exchange_board`.
@Component
public class PostedRows {

    private final JdbcClient jdbc;

    PostedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return false: it hung there in the same words
    public boolean put(String kind, String name, String content, Instant now) {
        return jdbc.sql("""
                        INSERT INTO platform.exchange_board AS board (kind, name, content, at)
                        VALUES (:kind, :name, :content, :at)
                        ON CONFLICT (kind, name) DO UPDATE SET content = EXCLUDED.content, at = EXCLUDED.at
                        WHERE board.content <> EXCLUDED.content
                        """)
                        .param("kind", kind)
                        .param("name", name)
                        .param("content", content)
                        .param("at", now.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public Optional<String> find(String kind, String name) {
        return jdbc.sql("SELECT content FROM platform.exchange_board WHERE kind = :kind AND name = :name")
                .param("kind", kind)
                .param("name", name)
                .query(String.class)
                .optional();
    }
}
