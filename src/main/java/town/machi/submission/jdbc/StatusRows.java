package town.machi.submission.jdbc;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.procedure.Words;
import town.machi.submission.StatusWord;

/// Rows of `submission.status_word`: what the resident reads of how it stands.
@Component
class StatusRows {

    private final JdbcClient jdbc;

    StatusRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return false: this word came before, or is about a submission that nobody knows here
    boolean insert(StatusWord word) {
        return jdbc.sql("""
                        INSERT INTO submission.status_word (submission, revision, at, state, label_ja, label_easy,
                            label_en, message, firm, closed)
                        SELECT id, :revision, :at, :state, :ja, :easy, :en, :message, :firm, :closed
                        FROM submission.submission WHERE id = :submission
                        ON CONFLICT DO NOTHING
                        """)
                        .param("submission", word.submission())
                        .param("revision", word.revision())
                        .param("at", Sql.at(word.at()))
                        .param("state", word.state())
                        .param("ja", word.label().ja())
                        .param("easy", word.label().easy())
                        .param("en", word.label().en())
                        .param("message", word.message())
                        .param("firm", word.firm())
                        .param("closed", word.closed())
                        .update()
                == 1;
    }

    List<StatusWord> list(UUID submission) {
        return jdbc.sql("""
                        SELECT revision, at, state, label_ja, label_easy, label_en, message, firm, closed
                        FROM submission.status_word WHERE submission = :submission ORDER BY revision
                        """)
                .param("submission", submission)
                .query((row, _) -> new StatusWord(
                        submission,
                        row.getInt("revision"),
                        Sql.instant(row, "at"),
                        row.getString("state"),
                        new Words(row.getString("label_ja"), row.getString("label_easy"), row.getString("label_en")),
                        Set.of(),
                        row.getString("message"),
                        row.getBoolean("firm"),
                        row.getBoolean("closed")))
                .list();
    }
}
