package town.machi.submission.jdbc;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of `submission.wrong_passcode`: one for each number that was tried, whether it exists or not.
@Component
public class PasscodeRows {

    private final JdbcClient jdbc;

    PasscodeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Tries for one number come one after the other, also when they are made at once on many lines.
    public void queue(String number) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:number, 7))")
                .param("number", number)
                .query((_, _) -> true)
                .single();
    }

    public boolean isLocked(String number, Instant now) {
        return jdbc.sql("SELECT count(*) FROM submission.wrong_passcode WHERE number = :number AND locked_until > :now")
                        .param("number", number)
                        .param("now", Sql.at(now))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /// Counts a wrong try; with the last one allowed the number is locked, and counting begins anew.
    public void count(String number, Instant now, int allowed, Instant lockUntil) {
        jdbc.sql("""
                        INSERT INTO submission.wrong_passcode AS seen (number, tries, last_at)
                        VALUES (:number, 1, :now)
                        ON CONFLICT (number) DO UPDATE SET
                            tries = CASE WHEN seen.tries + 1 >= :allowed THEN 0 ELSE seen.tries + 1 END,
                            locked_until = CASE WHEN seen.tries + 1 >= :allowed
                                THEN :until::timestamptz ELSE seen.locked_until END,
                            last_at = :now
                        """)
                .param("number", number)
                .param("now", Sql.at(now))
                .param("allowed", allowed)
                .param("until", Sql.at(lockUntil))
                .update();
    }

    public void forget(String number) {
        jdbc.sql("DELETE FROM submission.wrong_passcode WHERE number = :number")
                .param("number", number)
                .update();
    }

    public void deleteBefore(Instant before) {
        jdbc.sql(
                        "DELETE FROM submission.wrong_passcode WHERE last_at < :before AND (locked_until IS NULL OR locked_until < :before)")
                .param("before", Sql.at(before))
                .update();
    }
}
