package town.machi.casework.jdbc;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseId;

/// What a case leaves behind when it goes: money without names, and saved filters that look for nobody any more.
@Component
public class LeftRows {

    private final JdbcClient jdbc;

    LeftRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Amounts, days and staff stay; accounts, holders and words go. While the case is there.
    public void clearMoney(CaseId id) {
        update("UPDATE casework.grant_money SET bank_code = NULL, branch_code = NULL WHERE case_id = :id", id);
        update("""
                UPDATE casework.transfer t
                SET bank = '', branch = '', bank_code = '0000', branch_code = '000', number = '0000000', holder = '',
                    case_receipt = c.receipt
                FROM casework.case_file c WHERE c.id = t.case_id AND c.id = :id
                """, id);
        update("""
                UPDATE casework.fee_entry f
                SET words = CASE f.words WHEN '' THEN '' ELSE '（廃棄しました）' END, case_receipt = c.receipt
                FROM casework.case_file c WHERE c.id = f.case_id AND c.id = :id
                """, id);
    }

    private void update(String sql, CaseId id) {
        jdbc.sql(sql).param("id", id.value()).update();
    }

    /// By what the case is found.
    public List<String> listWords(CaseId id) {
        return jdbc.sql("SELECT key FROM casework.search_word WHERE case_id = :id")
                .param("id", id.value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    /// Forgets the saved filters that looked for one of these words and now find no case.
    public void deleteFilters(List<String> words) {
        record Saved(UUID id, String query) {}
        List<Saved> looking = jdbc.sql("SELECT id, query FROM casework.saved_filter WHERE query ~ '(^|&)q='")
                .query((row, number) -> new Saved(row.getObject("id", UUID.class), row.getString("query")))
                .list();
        for (Saved saved : looking) {
            String key = key(saved.query());
            if (!key.isEmpty() && words.stream().anyMatch(word -> word.startsWith(key)) && !isFound(key)) {
                jdbc.sql("DELETE FROM casework.saved_filter WHERE id = :id")
                        .param("id", saved.id())
                        .update();
            }
        }
    }

    private static String key(String query) {
        return List.of(query.split("&")).stream()
                .filter(part -> part.startsWith("q="))
                .map(part -> SearchWords.key(URLDecoder.decode(part.substring(2), StandardCharsets.UTF_8)))
                .findFirst()
                .orElse("");
    }

    private boolean isFound(String key) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM casework.search_word WHERE key >= :key AND key < :end)")
                .param("key", key)
                .param("end", key + Character.toString(Character.MAX_CODE_POINT))
                .query(Boolean.class)
                .single();
    }
}
