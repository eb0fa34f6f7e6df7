package town.machi.casework.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.casework.CaseEvent;
import town.machi.casework.CaseFile;
import town.machi.casework.GrantFile;
import town.machi.casework.jdbc.CaseLinkRows;
import town.machi.casework.jdbc.CaseRows;
import town.machi.casework.jdbc.EventRows;
import town.machi.casework.jdbc.FeeRows;
import town.machi.casework.jdbc.GrantRows;
import town.machi.casework.jdbc.LeftRows;
import town.machi.casework.jdbc.PersonRows;
import town.machi.form.AnswerSheet;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonalData;
import town.machi.kernel.PersonalFile;
import town.machi.kernel.Wareki;
import town.machi.procedure.Definition;
import town.machi.shell.DayWords;

/// What casework holds on a person: their cases, with everything that hangs on them. A case is erased as a whole; the
/// money that moved stays, without names.
@Component
class Erasure implements PersonalData {

    private final PersonRows people;
    private final CaseRows cases;
    private final EventRows events;
    private final CaseLinkRows links;
    private final LeftRows left;
    private final Said said;

    Erasure(PersonRows people, CaseRows cases, EventRows events, CaseLinkRows links, LeftRows left, Said said) {
        this.people = people;
        this.cases = cases;
        this.events = events;
        this.links = links;
        this.left = left;
        this.said = said;
    }

    /// In whose words it is told.
    @Component
    record Said(CaseDefinitions definitions, AnswerSheet sheet, ProcedureFiles files, FeeRows fees, GrantRows grants) {}

    @Override
    public String room() {
        return "casework";
    }

    @Override
    @Transactional
    public List<Trace> find(PersonKey key) {
        return files(key).stream()
                .map(file -> new Trace(file.id().subject(), what(file)))
                .toList();
    }

    private String what(CaseFile file) {
        return "案件「" + said.definitions().get(file.basis()).title().ja() + "」受付番号 "
                + file.receipt().format();
    }

    @Override
    public List<PersonalFile> files() {
        return said.files().list();
    }

    @Override
    @Transactional
    public List<Extract> export(PersonKey key) {
        return files(key).stream().map(this::extract).toList();
    }

    @Override
    @Transactional
    public int erase(PersonKey key) {
        List<CaseFile> files = files(key);
        for (CaseFile file : files) {
            List<String> words = left.listWords(file.id());
            links.deleteAll(file.filing().submission());
            left.clearMoney(file.id());
            cases.delete(file.id());
            left.deleteFilters(words);
        }
        return files.size();
    }

    private List<CaseFile> files(PersonKey key) {
        return people.list(key).stream().flatMap(id -> cases.find(id).stream()).toList();
    }

    private Extract extract(CaseFile file) {
        Map<String, String> values = new LinkedHashMap<>();
        Definition definition = said.definitions().get(file.basis());
        values.put("受け付けた日時", DayWords.japanese(file.filing().receivedAt()));
        values.put("届け出た人", file.name());
        if (file.filing().mail() != null) {
            values.put("お知らせの送り先", file.filing().mail());
        }
        values.putAll(said.sheet()
                .values(
                        definition,
                        file.answers(),
                        "submission:" + file.filing().submission()));
        addMoney(file, values);
        int number = 0;
        for (CaseEvent event : events.list(file.id())) {
            number++;
            values.put("経過 " + number, told(event, definition));
        }
        return new Extract(file.id().subject(), what(file), values);
    }

    private void addMoney(CaseFile file, Map<String, String> values) {
        said.fees()
                .findLast(file.id())
                .ifPresent(fee -> values.put(
                        "手数料",
                        fee.kind().label() + "　" + fee.yen().format() + "　" + Wareki.format(fee.on())
                                + (fee.words().isEmpty() ? "" : "　" + fee.words())));
        said.grants().find(file.id()).map(GrantFile::grant).ifPresent(grant -> {
            grant.decided().ifPresent(yen -> values.put("交付決定額", yen.format()));
            grant.fixed().ifPresent(yen -> values.put("確定額", yen.format()));
            values.put("補助金の支払", grant.payment().label());
        });
    }

    private static String told(CaseEvent event, Definition definition) {
        List<String> lines = new ArrayList<>();
        lines.add(DayWords.japanese(event.at()) + "　" + event.kind().label());
        if (!event.words().isBlank()) {
            lines.add(event.words());
        }
        for (CaseEvent.Change change : event.changes()) {
            lines.add(AnswerSheet.label(definition, change.path()) + "：" + shown(change.before()) + " → "
                    + shown(change.after()));
        }
        return String.join("\n", lines);
    }

    private static String shown(@Nullable String value) {
        return value == null || value.isEmpty() ? "（なし）" : value;
    }
}
