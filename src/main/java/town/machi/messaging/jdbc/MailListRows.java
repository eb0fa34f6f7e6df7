package town.machi.messaging.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import town.machi.kernel.Language;
import town.machi.kernel.PersonalFile;
import town.machi.messaging.Bulk;
import town.machi.messaging.Segment;

/// The rows of those who take the town's news by mail.
@Repository
public class MailListRows {

    public record Subscriber(UUID id, String mail, Optional<String> district, Language language) {}

    private static final String COLUMNS = "SELECT id, mail, district, language FROM messaging.mail_list ";

    private final JdbcClient jdbc;

    public MailListRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Takes a wish in. Who is on the list already stays on it, and confirms the change.
    public void ask(Subscriber wish, String confirmHash, Instant confirmUntil, String leaveToken, Instant now) {
        jdbc.sql("""
                INSERT INTO messaging.mail_list
                    (id, mail, district, language, asked_at, confirm_hash, confirm_until, leave_token)
                VALUES (:id, :mail, :district, :language, :now, :hash, :until, :leave)
                ON CONFLICT (lower(mail)) DO UPDATE SET district = excluded.district, language = excluded.language,
                    asked_at = excluded.asked_at, confirm_hash = excluded.confirm_hash,
                    confirm_until = excluded.confirm_until
                """)
                .param("id", wish.id())
                .param("mail", wish.mail())
                .param("district", wish.district().orElse(null))
                .param("language", wish.language().code())
                .param("now", Times.at(now))
                .param("hash", confirmHash)
                .param("until", Times.at(confirmUntil))
                .param("leave", leaveToken)
                .update();
    }

    public boolean isConfirmable(String confirmHash, Instant now) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT 1 FROM messaging.mail_list
                    WHERE confirm_hash = :hash AND (confirm_until > :now OR confirmed_at IS NOT NULL))
                """)
                .param("hash", confirmHash)
                .param("now", Times.at(now))
                .query(Boolean.class)
                .single();
    }

    /// Twice is once.
    public boolean confirm(String confirmHash, Instant now) {
        return jdbc.sql("""
                        UPDATE messaging.mail_list SET confirmed_at = coalesce(confirmed_at, :now)
                        WHERE confirm_hash = :hash AND (confirm_until > :now OR confirmed_at IS NOT NULL)
                        """)
                        .param("hash", confirmHash)
                        .param("now", Times.at(now))
                        .update()
                == 1;
    }

    public void leave(String leaveToken) {
        jdbc.sql("DELETE FROM messaging.mail_list WHERE leave_token = :token")
                .param("token", leaveToken)
                .update();
    }

    public int deleteUnconfirmed(Instant now) {
        return jdbc.sql("DELETE FROM messaging.mail_list WHERE confirmed_at IS NULL AND confirm_until < :now")
                .param("now", Times.at(now))
                .update();
    }

    /// Lays a letter for each subscriber of the segment in the outbox, with their way out at its end.
    ///
    /// @param languages whose subscribers get this text
    /// @param leaving the sentence before the link
    public void write(UUID bulk, Segment segment, List<Language> languages, Bulk.Letter letter, String leaving) {
        jdbc.sql("""
                INSERT INTO messaging.outgoing
                    (id, channel, recipient, subject, body, about, created_at, state, next_try_at, bulk_id)
                SELECT gen_random_uuid(), 'mail', mail, :subject, :body || :leaving || leave_token, bulk.about,
                    bulk.created_at, 'waiting', bulk.created_at, bulk.id
                FROM messaging.mail_list, messaging.bulk
                WHERE bulk.id = :bulk AND confirmed_at IS NOT NULL AND language = ANY (:spoken::text[])
                  AND (cardinality(:districts::text[]) = 0 OR district IS NULL OR district = ANY (:districts::text[]))
                  AND (cardinality(:languages::text[]) = 0 OR language = ANY (:languages::text[]))
                """)
                .params(FriendRows.params(segment))
                .param("bulk", bulk)
                .param("spoken", languages.stream().map(Language::code).toArray(String[]::new))
                .param("subject", letter.subject())
                .param("body", letter.body())
                .param("leaving", leaving)
                .update();
    }

    public Optional<Subscriber> findByMail(@Nullable String mail) {
        return jdbc.sql(COLUMNS + "WHERE lower(mail) = lower(:mail)")
                .param("mail", mail)
                .query((row, _) -> new Subscriber(
                        row.getObject("id", UUID.class),
                        row.getString("mail"),
                        Optional.ofNullable(row.getString("district")),
                        Language.ofCode(row.getString("language"))))
                .optional();
    }

    public int deleteByMail(String mail) {
        return jdbc.sql("DELETE FROM messaging.mail_list WHERE lower(mail) = lower(:mail)")
                .param("mail", mail)
                .update();
    }

    /// As many as it matters.
    public int countHeld() {
        return jdbc.sql("SELECT count(*) FROM (SELECT FROM messaging.mail_list LIMIT " + PersonalFile.COUNTED
                        + ") AS counted")
                .query(Integer.class)
                .single();
    }
}
