package town.machi.shelter.missing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonalData;
import town.machi.kernel.PersonalFile;
import town.machi.messaging.Districts;
import town.machi.platform.Settings;
import town.machi.shell.DayWords;
import town.machi.shelter.SupportedPerson;
import town.machi.shelter.jdbc.FollowUpRows;
import town.machi.shelter.jdbc.SupportedRows;

/// What the 避難行動要支援者名簿 holds on a person, and on who supports them. What was said of somebody goes with them.
@Component
class SupportPersonalData implements PersonalData {

    private static final String WHAT = "避難行動要支援者名簿";
    private static final String SUPPORTER = "避難行動要支援者名簿の支援者";

    private final SupportedRows rows;
    private final FollowUpRows words;
    private final Districts districts;
    private final Settings settings;

    SupportPersonalData(SupportedRows rows, FollowUpRows words, Districts districts, Settings settings) {
        this.settings = settings;
        this.rows = rows;
        this.words = words;
        this.districts = districts;
    }

    @Override
    public String room() {
        return "shelter";
    }

    @Override
    public List<Trace> find(PersonKey key) {
        return Stream.concat(
                        listed(key).stream().map(each -> new Trace(each.subject(), WHAT)),
                        supporting(key).stream().map(each -> new Trace(each.subject(), SUPPORTER)))
                .toList();
    }

    @Override
    public List<PersonalFile> files() {
        return List.of(new PersonalFile(
                "shelter.supported",
                new PersonalFile.Duty(
                        WHAT,
                        PersonalFile.Duty.firstOf(settings.find("shelter.support-sections")),
                        "避難の支援、安否の確認、そのほか命と身体を守るために要ること（災害対策基本法 第49条の10）",
                        "名簿からはずれるまで"),
                new PersonalFile.Content(
                        SupportColumns.ALL,
                        "避難行動要支援者、その支援者",
                        "町がほかの目的で持つ情報、本人の申出",
                        PersonalFile.Sensitive.YES,
                        "避難支援等関係者（災害対策基本法 第49条の11。ふだんは本人の同意のある人のみ）"),
                Math.min(rows.count(), PersonalFile.COUNTED)));
    }

    @Override
    public List<Extract> export(PersonKey key) {
        return Stream.concat(
                        listed(key).stream().map(each -> new Extract(each.subject(), WHAT, values(each))),
                        supporting(key).stream().map(each -> new Extract(each.subject(), SUPPORTER, supporter(each))))
                .toList();
    }

    @Override
    @Transactional
    public int erase(PersonKey key) {
        int supporters = rows.forgetSupporters(
                supporting(key).stream().map(SupportedPerson::id).toList());
        return supporters
                + rows.delete(listed(key).stream().map(SupportedPerson::id).toList());
    }

    private List<SupportedPerson> listed(PersonKey key) {
        return rows.list(key).stream()
                .filter(each ->
                        key.isName(each.who().name()) || key.isKana(each.who().kana()) || key.isPhone(each.phone()))
                .toList();
    }

    private List<SupportedPerson> supporting(PersonKey key) {
        return rows.list(key).stream()
                .filter(each -> key.isName(each.supporter().name())
                        || key.isPhone(each.supporter().phone()))
                .toList();
    }

    /// Of the supported person, the supporter learns nothing here: that is the other's own.
    private static Map<String, String> supporter(SupportedPerson person) {
        return Map.of("氏名", person.supporter().name(), "電話", person.supporter().phone());
    }

    private Map<String, String> values(SupportedPerson person) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> row = SupportColumns.row(person, districts);
        for (int i = 0; i < row.size(); i++) {
            if (!row.get(i).isEmpty()) {
                values.put(SupportColumns.ALL.get(i), row.get(i));
            }
        }
        String said = words.wordsAbout(List.of(person.id())).stream()
                .map(word -> DayWords.japanese(word.at()) + " " + word.kind().label()
                        + (word.place() == null ? "" : " " + word.place().label())
                        + (word.words().isEmpty() ? "" : " " + word.words()))
                .collect(Collectors.joining("、"));
        if (!said.isEmpty()) {
            values.put("災害のときに確かめたこと", said);
        }
        return values;
    }
}
