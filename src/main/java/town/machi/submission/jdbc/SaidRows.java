package town.machi.submission.jdbc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.form.Answer;
import town.machi.form.Answers;
import town.machi.form.AnswersJson;
import town.machi.kernel.Kana;
import town.machi.kernel.PersonKey;

/// Looks through all answers for one person. It reads every row, which is right for something that is asked for a few
/// times a year and must miss nothing; where only filings are named, it reads theirs.
@Component
public class SaidRows {

    private final JdbcClient jdbc;

    SaidRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param draft whether it was never sent
    public record Held(UUID id, String procedure, boolean draft, Answers answers) {}

    public List<Held> listOf(PersonKey key) {
        Map<UUID, Held> found = new LinkedHashMap<>();
        try (Stream<Row> rows = jdbc
                .sql("""
                        SELECT id, procedure, true AS draft, answers, mail, corrects FROM submission.draft
                        WHERE :all OR id = ANY (:ids::uuid[]) OR corrects = ANY (:ids::uuid[])
                        UNION ALL
                        SELECT id, procedure, false, answers, mail, NULL FROM submission.submission
                        WHERE :all OR id = ANY (:ids::uuid[])
                        UNION ALL
                        SELECT s.id, s.procedure, false, p.answers, NULL, NULL
                        FROM submission.package p JOIN submission.submission s ON s.id = p.submission
                        WHERE p.answers IS NOT NULL AND (:all OR s.id = ANY (:ids::uuid[]))
                        """)
                .param("all", !key.isOnlySubmissions())
                .param("ids", Sql.array(key.submissions()))
                .query((row, _) -> new Row(
                        new Held(
                                row.getObject("id", UUID.class),
                                row.getString("procedure"),
                                row.getBoolean("draft"),
                                AnswersJson.read(row.getString("answers"))),
                        row.getString("mail"),
                        row.getObject("corrects", UUID.class)))
                .stream()) {
            rows.filter(row -> row.isOf(key))
                    .forEach(row -> found.merge(row.held().id(), row.held(), SaidRows::both));
        }
        return List.copyOf(found.values());
    }

    private static Held both(Held one, Held other) {
        return one.draft() && !other.draft() ? other : one;
    }

    private record Row(
            Held held, @Nullable String mail, @Nullable UUID corrects) {

        boolean isOf(PersonKey key) {
            boolean named = key.submissions().contains(held.id())
                    || (corrects != null && key.submissions().contains(corrects));
            boolean mailed = key.mail() != null && mail != null && mail.equalsIgnoreCase(key.mail());
            return named || mailed || hasAnswer(key);
        }

        private boolean hasAnswer(PersonKey key) {
            Answers answers = held.answers();
            return isSaid(key.name(), answers, "family", "given")
                    || isSaid(key.kana(), answers, "familyKana", "givenKana")
                    || answers.byPath().values().stream().map(Answer::value).anyMatch(value -> isContact(key, value));
        }

        private static boolean isSaid(@Nullable String wanted, Answers answers, String first, String second) {
            if (wanted == null || wanted.isBlank()) {
                return false;
            }
            String sought = Kana.searchKey(wanted);
            return answers.byPath().keySet().stream()
                    .filter(path -> path.endsWith("." + first))
                    .map(path -> path.substring(0, path.length() - first.length()))
                    .anyMatch(person -> Kana.searchKey(answers.text(person + first) + answers.text(person + second))
                            .equals(sought));
        }

        private static boolean isContact(PersonKey key, String value) {
            boolean mail = key.mail() != null && value.equalsIgnoreCase(key.mail());
            String phone = Objects.requireNonNullElse(key.phone(), "").replaceAll("\\D", "");
            return mail || (!phone.isEmpty() && value.replaceAll("\\D", "").equals(phone));
        }
    }

    /// Drafts, submissions with their packages and words, and drafts that correct them.
    public int delete(Set<UUID> ids) {
        if (ids.isEmpty()) {
            return 0;
        }
        String list = Sql.array(ids);
        int drafts = jdbc.sql(
                        "DELETE FROM submission.draft WHERE id = ANY (:ids::uuid[]) OR corrects = ANY (:ids::uuid[])")
                .param("ids", list)
                .update();
        int filed = jdbc.sql("DELETE FROM submission.submission WHERE id = ANY (:ids::uuid[])")
                .param("ids", list)
                .update();
        return drafts + filed;
    }
}
