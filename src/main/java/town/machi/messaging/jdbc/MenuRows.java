package town.machi.messaging.jdbc;

import java.sql.ResultSet;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import town.machi.kernel.Language;
import town.machi.messaging.MenuMode;

/// The one row of the rich menu: which is wanted, and which LINE shows; which menus are made; and who has which.
@Repository
public class MenuRows {

    private final JdbcClient jdbc;

    public MenuRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public MenuMode mode() {
        String mode = jdbc.sql("SELECT mode FROM messaging.rich_menu")
                .query(String.class)
                .single();
        return MenuMode.valueOf(mode.toUpperCase(Locale.ROOT));
    }

    public void changeMode(MenuMode mode) {
        jdbc.sql("UPDATE messaging.rich_menu SET mode = :mode, tries = 0, next_try_at = '-infinity'")
                .param("mode", mode.code())
                .update();
    }

    /// Takes the next step, and holds it.
    ///
    /// @param fingerprint of all that is wanted
    /// @param ofFriends by language: the menu that its friends should have; where none, they have that of all
    /// @return how often it was tried, this one included; 0: nothing to do, or another node does it
    public int claim(String fingerprint, Map<Language, String> ofFriends, Instant now, Instant heldUntil) {
        return jdbc.sql("""
                UPDATE messaging.rich_menu SET tries = tries + 1, next_try_at = :heldUntil
                WHERE next_try_at <= :now AND (shown IS DISTINCT FROM :fingerprint OR EXISTS (
                    SELECT 1 FROM messaging.friend WHERE (language = 'ja' AND menu IS NOT NULL)
                        OR (language = 'easy' AND menu IS DISTINCT FROM :easy)
                        OR (language = 'en' AND menu IS DISTINCT FROM :en)))
                RETURNING tries
                """)
                .param("fingerprint", fingerprint)
                .param("easy", ofFriends.get(Language.EASY))
                .param("en", ofFriends.get(Language.EN))
                .param("now", Times.at(now))
                .param("heldUntil", Times.at(heldUntil))
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /// The step is done; the next may begin.
    public void release() {
        jdbc.sql("UPDATE messaging.rich_menu SET tries = 0, next_try_at = '-infinity'")
                .update();
    }

    public void postpone(Instant nextTryAt) {
        jdbc.sql("UPDATE messaging.rich_menu SET next_try_at = :nextTryAt")
                .param("nextTryAt", Times.at(nextTryAt))
                .update();
    }

    /// LINE's ids of the menus that stand there, by fingerprint.
    public Map<String, String> listMade() {
        Map<String, String> made = new HashMap<>();
        jdbc.sql("SELECT fingerprint, line_id FROM messaging.rich_menu_made").query((ResultSet row) -> {
            made.put(row.getString("fingerprint"), row.getString("line_id"));
        });
        return made;
    }

    public void made(String fingerprint, String lineId) {
        jdbc.sql("""
                INSERT INTO messaging.rich_menu_made (fingerprint, line_id) VALUES (:fingerprint, :lineId)
                ON CONFLICT (fingerprint) DO UPDATE SET line_id = :lineId
                """).param("fingerprint", fingerprint).param("lineId", lineId).update();
    }

    /// LINE does not have them any more, or says so: all is made and shown anew.
    public void forgetMade() {
        jdbc.sql("DELETE FROM messaging.rich_menu_made").update();
        jdbc.sql("UPDATE messaging.rich_menu SET shown = NULL, shown_to_all = NULL")
                .update();
        jdbc.sql("UPDATE messaging.friend SET menu = '' WHERE menu IS NOT NULL").update();
    }

    public boolean isShownToAll(String fingerprint) {
        return jdbc.sql("SELECT shown_to_all IS NOT DISTINCT FROM :fingerprint FROM messaging.rich_menu")
                .param("fingerprint", fingerprint)
                .query(Boolean.class)
                .single();
    }

    public void shownToAll(String fingerprint) {
        jdbc.sql("UPDATE messaging.rich_menu SET shown_to_all = :fingerprint")
                .param("fingerprint", fingerprint)
                .update();
    }

    /// LINE's ids of friends of that language who have another menu than this.
    ///
    /// @param fingerprint null: none of their own
    public List<String> listWithOther(Language language, @Nullable String fingerprint, int limit) {
        return jdbc.sql("""
                SELECT line_user_id FROM messaging.friend
                WHERE language = :language AND menu IS DISTINCT FROM :fingerprint::text ORDER BY id LIMIT :limit
                """)
                .param("language", language.code())
                .param("fingerprint", fingerprint)
                .param("limit", limit)
                .query((row, _) -> row.getString("line_user_id"))
                .list();
    }

    /// @param users LINE's ids
    public void linked(List<String> users, @Nullable String fingerprint) {
        jdbc.sql("UPDATE messaging.friend SET menu = :fingerprint WHERE line_user_id = ANY (:users::text[])")
                .param("fingerprint", fingerprint)
                .param("users", users.toArray(String[]::new))
                .update();
    }

    /// All is as wanted.
    ///
    /// @param current the fingerprints that are still in use
    public void finished(String fingerprint, List<String> current) {
        jdbc.sql("DELETE FROM messaging.rich_menu_made WHERE fingerprint <> ALL (:current::text[])")
                .param("current", current.toArray(String[]::new))
                .update();
        jdbc.sql("UPDATE messaging.rich_menu SET shown = :fingerprint")
                .param("fingerprint", fingerprint)
                .update();
    }
}
