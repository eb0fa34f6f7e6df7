package town.machi.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.SectionId;

/// Sections that are called otherwise from a day on. Every node looks again after a few seconds.
@Component
public class SectionNaming implements SmartInitializingSingleton {

    private static final Duration KNOWN_FOR = Duration.ofSeconds(10);

    private final JdbcClient db;
    private final Town town;
    private final Clock clock;
    private volatile Known known = new Known(Instant.MIN, Map.of());

    SectionNaming(JdbcClient db, Town town, Clock clock) {
        this.db = db;
        this.town = town;
        this.clock = clock;
    }

    private record Known(Instant until, Map<SectionId, String> names) {}

    @Override
    public void afterSingletonsInstantiated() {
        town.callSections(this::names);
    }

    /// @param from the first day of the new name
    public void rename(SectionId section, String name, LocalDate from) {
        db.sql("""
                INSERT INTO platform.section_name (section, from_day, name) VALUES (:section, :from, :name)
                ON CONFLICT (section, from_day) DO UPDATE SET name = excluded.name
                """)
                .param("section", section.value())
                .param("from", from)
                .param("name", name)
                .update();
        known = new Known(Instant.MIN, Map.of());
    }

    private Map<SectionId, String> names() {
        Known now = known;
        Instant at = clock.instant();
        if (at.isBefore(now.until()) && !at.isBefore(now.until().minus(KNOWN_FOR))) {
            return now.names();
        }
        Map<SectionId, String> names = new HashMap<>();
        db.sql("SELECT section, name FROM platform.section_name WHERE from_day <= :today ORDER BY from_day")
                .param("today", LocalDate.ofInstant(at, BusinessCalendar.TOKYO))
                .query((row, number) -> names.put(new SectionId(row.getString("section")), row.getString("name")))
                .list();
        known = new Known(at.plus(KNOWN_FOR), Map.copyOf(names));
        return names;
    }
}
