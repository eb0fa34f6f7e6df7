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
import town.machi.form.AnswerSheet;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonalData;
import town.machi.platform.Exchange;
import town.machi.platform.Files;
import town.machi.procedure.Definition;
import town.machi.procedure.Procedures;
import town.machi.shell.DayWords;
import town.machi.submission.jdbc.SaidRows;
import town.machi.submission.jdbc.SubmissionRows;

/// Drafts and submissions of a person: found by their id, by the mail address that the receipt goes to, and by the
/// names, readings, telephone numbers and addresses among the answers.
@Component
class SubmissionPersonalData implements PersonalData {

    private final SaidRows rows;
    private final SubmissionRows submissions;
    private final Files files;
    private final Exchange exchange;
    private final Procedures procedures;
    private final AnswerSheet sheet;

    SubmissionPersonalData(
            SaidRows rows,
            SubmissionRows submissions,
            Files files,
            Exchange exchange,
            Procedures procedures,
            AnswerSheet sheet) {
        this.rows = rows;
        this.submissions = submissions;
        this.files = files;
        this.exchange = exchange;
        this.procedures = procedures;
        this.sheet = sheet;
    }

    @Override
    public String room() {
        return "submission";
    }

    @Override
    @Transactional
    public List<Trace> find(PersonKey key) {
        return rows.listOf(key).stream()
                .map(held -> new Trace("submission:" + held.id(), what(held)))
                .toList();
    }

    private String what(SaidRows.Held held) {
        String title = definition(held).title().ja();
        return held.draft()
                ? "書きかけの届出の回答「" + title + "」"
                : "届出の回答「" + title + "」受付番号 " + held.number().format();
    }

    private Definition definition(SaidRows.Held held) {
        return procedures.getVersion(held.procedure(), held.version()).definition();
    }

    @Override
    @Transactional
    public List<Extract> export(PersonKey key) {
        List<Extract> extracts = new ArrayList<>();
        for (SaidRows.Held held : rows.listOf(key)) {
            Map<String, String> values = new LinkedHashMap<>();
            values.put(held.draft() ? "書きはじめた日時" : "届け出た日時", DayWords.japanese(held.at()));
            String owner = (held.draft() ? "draft:" : "submission:") + held.id();
            values.putAll(sheet.values(definition(held), held.answers(), owner));
            values.putAll(AnswerSheet.typed(definition(held), held.typed()));
            submissions.find(held.id()).ifPresent(file -> addFiled(file, definition(held), values));
            extracts.add(new Extract("submission:" + held.id(), what(held), values));
        }
        return List.copyOf(extracts);
    }

    /// Where to tell, and what was corrected since.
    private void addFiled(SubmissionFile file, Definition definition, Map<String, String> values) {
        if (file.way().mail() != null) {
            values.put("お知らせの送り先", file.way().mail());
        }
        sheet.values(definition, file.content().current(), file.owner()).forEach((label, value) -> {
            if (!value.equals(values.get(label))) {
                values.put(label + "（直したあと）", value);
            }
        });
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
