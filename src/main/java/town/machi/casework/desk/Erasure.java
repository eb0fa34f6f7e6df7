package town.machi.casework.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.casework.CaseEvent;
import town.machi.casework.CaseFile;
import town.machi.casework.jdbc.CaseLinkRows;
import town.machi.casework.jdbc.CaseRows;
import town.machi.casework.jdbc.EventRows;
import town.machi.casework.jdbc.LeftRows;
import town.machi.casework.jdbc.PersonRows;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonalData;

/// What casework holds on a person: their cases, with everything that hangs on them. A case is erased as a whole; the
/// money that moved stays, without names.
@Component
class Erasure implements PersonalData {

    private final PersonRows people;
    private final CaseRows cases;
    private final EventRows events;
    private final CaseLinkRows links;
    private final LeftRows left;

    Erasure(PersonRows people, CaseRows cases, EventRows events, CaseLinkRows links, LeftRows left) {
        this.people = people;
        this.cases = cases;
        this.events = events;
        this.links = links;
        this.left = left;
    }

    @Override
    public String room() {
        return "casework";
    }

    @Override
    @Transactional(readOnly = true)
    public List<Trace> find(PersonKey key) {
        return files(key).stream()
                .map(file -> new Trace(file.id().subject(), "案件"))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
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
        values.put("受付番号", file.receipt().format());
        values.put("氏名", file.name());
        if (file.filing().mail() != null) {
            values.put("メールアドレス", file.filing().mail());
        }
        file.answers().byPath().forEach((path, answer) -> values.put("回答 " + path, answer.value()));
        int number = 0;
        for (CaseEvent event : events.list(file.id())) {
            number++;
            values.put("経過 " + number, event.at() + " " + event.kind().label() + " " + event.words());
            for (CaseEvent.Change change : event.changes()) {
                values.put("経過 " + number + " " + change.path(), change.before() + " → " + change.after());
            }
        }
        return new Extract(file.id().subject(), "案件", values);
    }
}
