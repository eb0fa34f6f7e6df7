package town.machi.shelter.entrance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonalData;
import town.machi.kernel.PersonalFile;
import town.machi.platform.Settings;
import town.machi.shelter.HouseholdCode.Household;
import town.machi.shelter.HouseholdCode.Person;
import town.machi.shelter.jdbc.RegistrationRows;

/// What a household left with the town. It was left as a whole and goes as a whole.
@Component
class RegistrationPersonalData implements PersonalData {

    private static final String WHAT = "避難所の受付のための世帯の登録";

    private final RegistrationRows rows;
    private final Settings settings;

    RegistrationPersonalData(RegistrationRows rows, Settings settings) {
        this.rows = rows;
        this.settings = settings;
    }

    @Override
    public String room() {
        return "shelter";
    }

    @Override
    public List<Trace> find(PersonKey key) {
        return belonging(key).stream()
                .map(each -> new Trace(
                        Registrations.subject(each.id()), WHAT, each.choices().secret()))
                .toList();
    }

    @Override
    public List<PersonalFile> files() {
        String keep = settings.find("shelter.registration-years")
                .filter(years -> !years.isBlank())
                .map(years -> years + "年")
                .orElse("取り消されるまで");
        return List.of(new PersonalFile(
                "shelter.registration",
                new PersonalFile.Duty(
                        WHAT + "ファイル",
                        PersonalFile.Duty.firstOf(settings.find("shelter.sections")),
                        "避難所で、書かずに受付をすること",
                        keep),
                new PersonalFile.Content(
                        List.of("世帯の人の氏名・フリガナ・生年月日・性別", "住所", "電話", "配慮の要ること", "アレルギー", "ペット"),
                        "登録した世帯の人",
                        "本人または世帯の人の登録",
                        PersonalFile.Sensitive.YES,
                        ""),
                Math.min(rows.count(), PersonalFile.COUNTED)));
    }

    @Override
    public List<Extract> export(PersonKey key) {
        return belonging(key).stream()
                .map(each -> new Extract(Registrations.subject(each.id()), WHAT, values(each)))
                .toList();
    }

    @Override
    @Transactional
    public int erase(PersonKey key) {
        return rows.delete(belonging(key).stream().map(Household::id).toList());
    }

    private List<Household> belonging(PersonKey key) {
        return rows.list(key).stream()
                .filter(each ->
                        key.isPhone(each.phone()) || each.people().stream().anyMatch(person -> isOf(person, key)))
                .toList();
    }

    private static boolean isOf(Person person, PersonKey key) {
        return key.isName(person.name()) || key.isKana(person.kana());
    }

    private static Map<String, String> values(Household household) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("住所", household.address());
        values.put("電話", household.phone());
        values.put("ペット", household.choices().pets());
        values.put(
                "世帯の人",
                household.people().stream().map(RegistrationPersonalData::words).collect(Collectors.joining("、")));
        values.values().removeIf(String::isEmpty);
        return values;
    }

    private static String words(Person person) {
        return List.of(person.name(), person.kana(), person.birth(), person.needs(), person.allergies()).stream()
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
