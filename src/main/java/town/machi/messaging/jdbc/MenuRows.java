package town.machi.messaging.jdbc;

import java.time.Instant;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import town.machi.messaging.MenuMode;

/// The one row of the rich menu: which is wanted, and which LINE shows.
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

    /// Takes the work of showing another menu, and holds it.
    ///
    /// @param fingerprint of what is wanted
    /// @return how often it was tried, this one included; 0: nothing to do, or another node does it
    public int claim(String fingerprint, Instant now, Instant heldUntil) {
        return jdbc.sql("""
                UPDATE messaging.rich_menu SET tries = tries + 1, next_try_at = :heldUntil
                WHERE shown IS DISTINCT FROM :fingerprint AND next_try_at <= :now RETURNING tries
                """)
                .param("fingerprint", fingerprint)
                .param("now", Times.at(now))
                .param("heldUntil", Times.at(heldUntil))
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    public void shown(String fingerprint) {
        jdbc.sql("UPDATE messaging.rich_menu SET shown = :fingerprint, tries = 0, next_try_at = '-infinity'")
                .param("fingerprint", fingerprint)
                .update();
    }

    public void postpone(Instant nextTryAt) {
        jdbc.sql("UPDATE messaging.rich_menu SET next_try_at = :nextTryAt")
                .param("nextTryAt", Times.at(nextTryAt))
                .update();
    }
}
