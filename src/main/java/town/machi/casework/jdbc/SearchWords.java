package town.machi.casework.jdbc;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseId;
import town.machi.kernel.Kana;

/// What somebody may type to find a case: names, readings and telephone numbers, folded as [Kana#searchKey] folds.
@Component
public class SearchWords {

    private static final int LONGEST = 200;

    private final JdbcClient jdbc;

    SearchWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public static String key(String typed) {
        String key = Kana.searchKey(typed);
        return key.length() > LONGEST ? key.substring(0, LONGEST) : key;
    }

    /// Puts these in the place of those that were there.
    public void replace(CaseId id, Collection<String> words) {
        jdbc.sql("DELETE FROM casework.search_word WHERE case_id = :id")
                .param("id", id.value())
                .update();
        insert(id, words);
    }

    public void insert(CaseId id, Collection<String> words) {
        Set<String> keys = new TreeSet<>();
        words.forEach(word -> keys.add(key(word)));
        keys.remove("");
        jdbc.sql("INSERT INTO casework.search_word (key, case_id) SELECT unnest(:keys), :id")
                .param("keys", keys.toArray(String[]::new))
                .param("id", id.value())
                .update();
    }
}
