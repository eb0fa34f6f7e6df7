package town.machi.alert.jdbc;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whether the 対策本部 is open, and when somebody last looked at what residents say.
@Component
public class HeadquartersRows {

    private final JdbcClient jdbc;

    HeadquartersRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Open(UUID id, Instant openedAt, String openedBy, Optional<Instant> seenAt) {}

    public Optional<Open> findOpen() {
        return jdbc.sql("SELECT * FROM alert.headquarters WHERE closed_at IS NULL")
                .query((row, number) -> {
                    @Nullable OffsetDateTime seen = row.getObject("seen_at", OffsetDateTime.class);
                    return new Open(
                            row.getObject("id", UUID.class),
                            AlertRows.instant(row, "opened_at"),
                            row.getString("opened_by"),
                            Optional.ofNullable(seen).map(OffsetDateTime::toInstant));
                })
                .optional();
    }

    /// Nothing happens where it is open already.
    public boolean open(UUID id, Instant at, String by) {
        return jdbc.sql("""
                                INSERT INTO alert.headquarters (id, opened_at, opened_by, seen_at)
                                VALUES (:id, :at, :by, :at)
                                ON CONFLICT DO NOTHING
                                """)
                        .param("id", id)
                        .param("at", AlertRows.at(at))
                        .param("by", by)
                        .update()
                == 1;
    }

    public void close(Instant at, String by) {
        jdbc.sql("UPDATE alert.headquarters SET closed_at = :at, closed_by = :by WHERE closed_at IS NULL")
                .param("at", AlertRows.at(at))
                .param("by", by)
                .update();
    }

    public void seen(Instant at) {
        jdbc.sql("UPDATE alert.headquarters SET seen_at = :at WHERE closed_at IS NULL")
                .param("at", AlertRows.at(at))
                .update();
    }
}
