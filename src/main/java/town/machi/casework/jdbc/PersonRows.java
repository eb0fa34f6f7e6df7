package town.machi.casework.jdbc;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseId;
import town.machi.kernel.PersonKey;

/// Which cases are a person's.
@Component
public class PersonRows {

    private final JdbcClient jdbc;

    PersonRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those where any part of the key agrees.
    public List<CaseId> list(PersonKey key) {
        Set<String> words = new TreeSet<>();
        add(words, key.name());
        add(words, key.kana());
        add(words, key.phone());
        return jdbc.sql("""
                        SELECT id FROM casework.case_file
                        WHERE submission = ANY (:submissions)
                           OR id IN (SELECT case_id FROM casework.search_word WHERE key = ANY (:words))
                           OR lower(mail) = :mail
                        ORDER BY id
                        """)
                .param("submissions", key.submissions().toArray(UUID[]::new))
                .param("words", words.toArray(String[]::new))
                .param("mail", key.mail() == null ? null : key.mail().toLowerCase(Locale.ROOT))
                .query((row, number) -> new CaseId(row.getObject("id", UUID.class)))
                .list();
    }

    private static void add(Set<String> words, @Nullable String typed) {
        String key = typed == null ? "" : SearchWords.key(typed);
        if (!key.isEmpty()) {
            words.add(key);
        }
    }
}
