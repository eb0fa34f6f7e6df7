package town.machi.shelter.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.shelter.DisasterId;
import town.machi.shelter.Presence.Standing;
import town.machi.shelter.missing.FollowUp;
import town.machi.shelter.missing.Match;

/// What became of those on the list, and who in the shelters may be them.
@Component
public class FollowUpRows {

    private final JdbcClient jdbc;
    private final PresenceRows presence;

    FollowUpRows(JdbcClient jdbc, PresenceRows presence) {
        this.jdbc = jdbc;
        this.presence = presence;
    }

    /// What goes on, in earnest or as a drill.
    public List<DisasterId> open(boolean drill) {
        return jdbc
                .sql("SELECT id FROM shelter.disaster WHERE closed_at IS NULL AND drill = :drill")
                .param("drill", drill)
                .query(Columns::id)
                .list()
                .stream()
                .map(DisasterId::new)
                .toList();
    }

    /// Who is or was in this disaster's shelters and reads like somebody on the list, or was said to be them.
    public List<Standing> near(DisasterId disaster) {
        return jdbc.sql("""
                        SELECT p.* FROM shelter.presence p JOIN shelter.opening o ON o.id = p.opening_id
                        WHERE o.disaster_id = :disaster
                          AND (p.kana_key IN (SELECT kana_key FROM shelter.supported)
                            OR p.person_id IN (
                                SELECT coalesce(a.stands_for, m.person_id) FROM shelter.supported_match m
                                LEFT JOIN shelter.alias a ON a.person_id = m.person_id
                                WHERE m.disaster_id = :disaster))
                        """)
                .param("disaster", disaster.value())
                .query(presence::standing)
                .list();
    }

    public List<Match> matches(DisasterId disaster) {
        return jdbc.sql("""
                        SELECT m.supported_id, coalesce(a.stands_for, m.person_id) AS person_id, m.same, m.at
                        FROM shelter.supported_match m LEFT JOIN shelter.alias a ON a.person_id = m.person_id
                        WHERE m.disaster_id = :disaster
                        """)
                .param("disaster", disaster.value())
                .query((row, number) -> new Match(
                        row.getObject("supported_id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getBoolean("same"),
                        Columns.instant(row, "at")))
                .list();
    }

    public void settle(DisasterId disaster, Match match, Actor.Staff by) {
        jdbc.sql("""
                        INSERT INTO shelter.supported_match (disaster_id, supported_id, person_id, same, at, by_id)
                        VALUES (:disaster, :supported, :person, :same, :at, :by)
                        ON CONFLICT (disaster_id, supported_id, person_id)
                        DO UPDATE SET same = EXCLUDED.same, at = EXCLUDED.at, by_id = EXCLUDED.by_id
                        """)
                .param("disaster", disaster.value())
                .param("supported", match.supported())
                .param("person", match.person())
                .param("same", match.same())
                .param("at", Columns.at(match.at()))
                .param("by", by.id())
                .update();
    }

    public List<FollowUp> words(DisasterId disaster) {
        return jdbc.sql("SELECT * FROM shelter.supported_note WHERE disaster_id = :disaster ORDER BY at, id")
                .param("disaster", disaster.value())
                .query(FollowUpRows::word)
                .list();
    }

    /// Every word of every disaster about these.
    public List<FollowUp> wordsAbout(List<UUID> supported) {
        return jdbc.sql("SELECT * FROM shelter.supported_note WHERE supported_id = ANY (:ids::uuid[]) ORDER BY at, id")
                .param("ids", Columns.of(supported, id -> id))
                .query(FollowUpRows::word)
                .list();
    }

    /// @return whether it is new
    public boolean add(DisasterId disaster, FollowUp word) {
        return jdbc.sql("""
                        INSERT INTO shelter.supported_note (id, disaster_id, supported_id, kind, place, told_by, words,
                            at, by_id)
                        VALUES (:id, :disaster, :supported, :kind, :place, :toldBy, :words, :at, :by)
                        ON CONFLICT (id) DO NOTHING
                        """)
                        .param("id", word.id())
                        .param("disaster", disaster.value())
                        .param("supported", word.supported())
                        .param("kind", word.kind().name())
                        .param(
                                "place",
                                word.place() == null ? null : word.place().name())
                        .param("toldBy", word.toldBy())
                        .param("words", word.words())
                        .param("at", Columns.at(word.at()))
                        .param("by", word.by())
                        .update()
                == 1;
    }

    private static FollowUp word(ResultSet row, int number) throws SQLException {
        String place = row.getString("place");
        return new FollowUp(
                row.getObject("id", UUID.class),
                row.getObject("supported_id", UUID.class),
                FollowUp.Kind.valueOf(row.getString("kind")),
                place == null ? null : FollowUp.Place.valueOf(place),
                row.getString("told_by"),
                row.getString("words"),
                Columns.instant(row, "at"),
                row.getString("by_id"));
    }
}
