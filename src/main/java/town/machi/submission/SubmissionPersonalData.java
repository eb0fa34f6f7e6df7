package town.machi.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.form.Answers;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonalData;
import town.machi.platform.Exchange;
import town.machi.platform.Files;
import town.machi.submission.jdbc.SaidRows;

/// Drafts and submissions of a person: found by their id, by the mail address that the receipt goes to, and by the
/// names, readings, telephone numbers and addresses among the answers.
@Component
class SubmissionPersonalData implements PersonalData {

    private final SaidRows rows;
    private final Files files;
    private final Exchange exchange;

    SubmissionPersonalData(SaidRows rows, Files files, Exchange exchange) {
        this.rows = rows;
        this.files = files;
        this.exchange = exchange;
    }

    @Override
    public String room() {
        return "submission";
    }

    @Override
    @Transactional(readOnly = true)
    public List<Trace> find(PersonKey key) {
        List<Trace> traces = new ArrayList<>();
        for (SaidRows.Held held : rows.listOf(key)) {
            traces.add(new Trace("submission:" + held.id(), what(held)));
        }
        return List.copyOf(traces);
    }

    private static String what(SaidRows.Held held) {
        return held.draft() ? "書きかけの届出の回答" : "届出の回答";
    }

    @Override
    @Transactional(readOnly = true)
    public List<Extract> export(PersonKey key) {
        List<Extract> extracts = new ArrayList<>();
        for (SaidRows.Held held : rows.listOf(key)) {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("手続", held.procedure());
            Answers answers = held.answers();
            answers.byPath().forEach((path, answer) -> values.put(path, answer.value()));
            extracts.add(new Extract("submission:" + held.id(), what(held), values));
        }
        return List.copyOf(extracts);
    }

    @Override
    @Transactional
    public int erase(PersonKey key) {
        Set<UUID> ids = new TreeSet<>();
        rows.listOf(key).forEach(held -> ids.add(held.id()));
        ids.forEach(id -> files.deleteOwned("submission:" + id));
        ids.forEach(id -> exchange.forget("submission:" + id));
        return rows.delete(ids);
    }
}
