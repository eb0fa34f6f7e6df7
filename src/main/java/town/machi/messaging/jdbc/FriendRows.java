package town.machi.messaging.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import town.machi.kernel.Language;
import town.machi.kernel.PersonalFile;
import town.machi.messaging.Friend;
import town.machi.messaging.FriendId;
import town.machi.messaging.Segment;

/// The rows of the friends of the LINE account.
@Repository
public class FriendRows {

    /// Whoever has not said where they live belongs to every district.
    static final String IN_SEGMENT = """
            (cardinality(:districts::text[]) = 0 OR district IS NULL OR district = ANY (:districts::text[]))
            AND (cardinality(:languages::text[]) = 0 OR language = ANY (:languages::text[]))
            """;

    private static final String COLUMNS = "SELECT id, district, language, since FROM messaging.friend ";

    private final JdbcClient jdbc;

    public FriendRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static Map<String, Object> params(Segment segment) {
        Map<String, Object> params = new HashMap<>();
        params.put("districts", segment.districts().toArray(String[]::new));
        params.put("languages", segment.languages().stream().map(Language::code).toArray(String[]::new));
        return params;
    }

    public int count(Segment segment) {
        return jdbc.sql("SELECT count(*) FROM messaging.friend WHERE " + IN_SEGMENT)
                .params(params(segment))
                .query(Integer.class)
                .single();
    }

    public Map<String, Integer> countByDistrict() {
        Map<String, Integer> counts = new HashMap<>();
        jdbc.sql("SELECT coalesce(district, '') AS district, count(*) AS heads FROM messaging.friend GROUP BY 1")
                .query((ResultSet row) -> {
                    counts.put(row.getString("district"), row.getInt("heads"));
                });
        return counts;
    }

    public List<Friend> list(Segment segment, @Nullable FriendId after, int limit) {
        return jdbc.sql(COLUMNS + "WHERE " + IN_SEGMENT + " AND (:after::uuid IS NULL OR id > :after) "
                        + "ORDER BY id LIMIT :limit")
                .params(params(segment))
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query((row, _) -> friend(row))
                .list();
    }

    public Optional<Friend> find(FriendId id) {
        return jdbc.sql(COLUMNS + "WHERE id = :id")
                .param("id", id.value())
                .query((row, _) -> friend(row))
                .optional();
    }

    public Optional<Friend> findByLineUser(String lineUserId) {
        return jdbc.sql(COLUMNS + "WHERE line_user_id = :user")
                .param("user", lineUserId)
                .query((row, _) -> friend(row))
                .optional();
    }

    public void changeDistrict(FriendId id, String district) {
        jdbc.sql("UPDATE messaging.friend SET district = :district WHERE id = :id")
                .param("district", district)
                .param("id", id.value())
                .update();
    }

    public void changeLanguage(FriendId id, Language language) {
        jdbc.sql("UPDATE messaging.friend SET language = :language WHERE id = :id")
                .param("language", language.code())
                .param("id", id.value())
                .update();
    }

    /// Which menu LINE shows them is not known: they may have been a friend before.
    ///
    /// @return false when they are one already
    public boolean insert(UUID id, String lineUserId, Language language, Instant since) {
        return jdbc.sql("""
                        INSERT INTO messaging.friend (id, line_user_id, language, since, menu)
                        VALUES (:id, :user, :language, :since, '') ON CONFLICT (line_user_id) DO NOTHING
                        """)
                        .param("id", id)
                        .param("user", lineUserId)
                        .param("language", language.code())
                        .param("since", Times.at(since))
                        .update()
                == 1;
    }

    /// LINE's id of them.
    public Optional<String> findLineUser(FriendId id) {
        return jdbc.sql("SELECT line_user_id FROM messaging.friend WHERE id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    /// Forgets them and the talk with them.
    public boolean delete(FriendId id) {
        return jdbc.sql("DELETE FROM messaging.friend WHERE id = :id")
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private static Friend friend(ResultSet row) throws SQLException {
        return new Friend(
                new FriendId(row.getObject("id", UUID.class)),
                Optional.ofNullable(row.getString("district")),
                Language.ofCode(row.getString("language")),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }

    /// As many as it matters.
    public int countHeld() {
        return jdbc.sql("SELECT count(*) FROM (SELECT FROM messaging.friend LIMIT " + PersonalFile.COUNTED
                        + ") AS counted")
                .query(Integer.class)
                .single();
    }
}
