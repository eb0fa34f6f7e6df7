package town.machi.shelter.jdbc;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.shelter.DisasterId;
import town.machi.shelter.OpeningId;
import town.machi.shelter.ShelterEvent;

/// What reports are made of.
@Component
public class ReportRows {

    private final JdbcClient jdbc;

    ReportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Numbers of one opening as the tables have them now.
    ///
    /// @param in here, inside, named; with those who are expected
    /// @param unnamed open places inside
    /// @param outside in cars, tents, at home, named or not
    public record Tally(int in, int unnamed, int out, int unaccounted, int outside) {

        public static final Tally NOBODY = new Tally(0, 0, 0, 0, 0);

        public int inside() {
            return in + unnamed;
        }

        public Tally plus(Tally other) {
            return new Tally(
                    in + other.in,
                    unnamed + other.unnamed,
                    out + other.out,
                    unaccounted + other.unaccounted,
                    outside + other.outside);
        }
    }

    /// Openings where nobody ever was are left out.
    public Map<UUID, Tally> tallies(Collection<UUID> openings) {
        Map<UUID, Tally> tallies = new LinkedHashMap<>();
        jdbc.sql("""
                        SELECT opening_id,
                               count(*) FILTER (WHERE state IN ('IN', 'EXPECTED') AND stay = 'INSIDE')::int, 0,
                               count(*) FILTER (WHERE state = 'OUT')::int,
                               count(*) FILTER (WHERE state = 'UNACCOUNTED')::int,
                               count(*) FILTER (WHERE state IN ('IN', 'EXPECTED') AND stay <> 'INSIDE')::int
                        FROM shelter.presence WHERE opening_id = ANY (:openings::uuid[]) GROUP BY opening_id
                        UNION ALL
                        SELECT opening_id, 0, coalesce(sum(open) FILTER (WHERE stay = 'INSIDE'), 0)::int, 0, 0,
                               coalesce(sum(open) FILTER (WHERE stay <> 'INSIDE'), 0)::int
                        FROM shelter.place WHERE opening_id = ANY (:openings::uuid[]) GROUP BY opening_id
                        """).param("openings", Columns.of(openings, id -> id)).query(row -> {
            Tally found = new Tally(row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5), row.getInt(6));
            tallies.merge(row.getObject(1, UUID.class), found, Tally::plus);
        });
        return tallies;
    }

    /// All that happened in these openings until then.
    public List<ShelterEvent> events(Collection<UUID> openings, Instant until) {
        return jdbc.sql("""
                        SELECT * FROM shelter.event WHERE opening_id = ANY (:openings::uuid[]) AND at <= :until
                        UNION
                        SELECT later.* FROM shelter.event later JOIN shelter.event wrong ON later.voids = wrong.id
                        WHERE wrong.opening_id = ANY (:openings::uuid[]) AND later.at <= :until
                        """)
                .param("openings", Columns.of(openings, id -> id))
                .param("until", Columns.at(until))
                .query((row, number) -> LogRows.event(row))
                .list();
    }

    /// When something happened last.
    public Optional<Instant> latest(Collection<UUID> openings) {
        return jdbc.sql("SELECT max(at) AS at FROM shelter.event WHERE opening_id = ANY (:openings::uuid[])")
                .param("openings", Columns.of(openings, id -> id))
                .query((row, number) -> Optional.ofNullable(Columns.findInstant(row, "at")))
                .single();
    }

    /// An opening of a drill that ended because the real thing called its shelter.
    ///
    /// @param late how often people were taken in there, as was heard only afterwards: the desk did not know yet
    public record BrokenOff(
            UUID opening, String shelter, UUID drill, String drillName, String realName, Instant at, int late) {}

    /// Those of this drill, or those that this real disaster ended.
    public List<BrokenOff> brokenOff(DisasterId disaster) {
        return jdbc.sql("""
                        SELECT o.id AS opening, s.name AS shelter, drill.id AS drill, drill.name AS drill_name,
                               real.name AS real_name, o.closed_at AS at,
                               (SELECT count(*) FROM shelter.event e
                                WHERE e.opening_id = o.id AND e.received_at > o.closed_at
                                  AND e.kind IN ('ARRIVED', 'COUNTED'))::int AS late
                        FROM shelter.opening o
                        JOIN shelter.shelter s ON s.id = o.shelter_id
                        JOIN shelter.disaster drill ON drill.id = o.disaster_id
                        JOIN shelter.disaster real ON real.id = o.broken_off_by
                        WHERE o.broken_off_by = :disaster OR o.disaster_id = :disaster
                        ORDER BY o.closed_at, s.name
                        """)
                .param("disaster", disaster.value())
                .query((row, number) -> new BrokenOff(
                        row.getObject("opening", UUID.class),
                        row.getString("shelter"),
                        row.getObject("drill", UUID.class),
                        row.getString("drill_name"),
                        row.getString("real_name"),
                        Columns.instant(row, "at"),
                        row.getInt("late")))
                .list();
    }

    /// Two persons who may be one: same reading of the name, and no birth date that says otherwise.
    public record Likely(UUID one, UUID other) {}

    /// Proposals for staff, one of each pair in this opening; pairs about which staff have said something are
    /// left out.
    public List<Likely> likelySame(OpeningId opening) {
        return jdbc.sql("""
                        SELECT a.person_id, b.person_id
                        FROM shelter.presence a JOIN shelter.presence b
                          ON b.kana_key = a.kana_key AND b.person_id <> a.person_id
                         AND (a.birth IS NULL OR b.birth IS NULL OR a.birth = b.birth)
                         AND (b.opening_id <> a.opening_id OR a.person_id < b.person_id)
                        WHERE a.opening_id = :opening AND a.state <> 'LEFT' AND b.state <> 'LEFT'
                          AND NOT a.secret AND NOT b.secret
                          AND b.opening_id IN (SELECT other_id FROM shelter.same_world WHERE opening_id = :opening)
                          AND NOT EXISTS (
                              SELECT FROM shelter.event_subject x
                              JOIN shelter.event_subject y ON y.event_id = x.event_id
                              JOIN shelter.event said ON said.id = x.event_id AND said.kind = 'SAME'
                              WHERE x.subject = a.person_id AND y.subject = b.person_id)
                        ORDER BY a.kana_key LIMIT 50
                        """)
                .param("opening", opening.value())
                .query((row, number) -> new Likely(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list();
    }

    /// The last word of the roll calls of an opening; null where there was none.
    public record LastCall(Instant at, int heads) {}

    public @Nullable LastCall lastCall(OpeningId opening) {
        return jdbc.sql("""
                        SELECT at, (body ->> 'heads')::int FROM shelter.event e
                        WHERE opening_id = :opening AND kind = 'ROLL_CALL'
                          AND NOT EXISTS (SELECT FROM shelter.event v WHERE v.voids = e.id)
                        ORDER BY at DESC, id DESC LIMIT 1
                        """)
                .param("opening", opening.value())
                .query((row, number) -> new LastCall(Columns.instant(row, "at"), row.getInt(2)))
                .optional()
                .orElse(null);
    }
}
