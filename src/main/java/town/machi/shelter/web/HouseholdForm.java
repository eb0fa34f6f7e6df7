package town.machi.shelter.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.kernel.Graphemes;
import town.machi.kernel.Kana;
import town.machi.kernel.Wareki;
import town.machi.platform.Ids;
import town.machi.shell.Texts;
import town.machi.shell.component.FieldError;
import town.machi.shelter.HouseholdCode.Choices;
import town.machi.shelter.HouseholdCode.Household;
import town.machi.shelter.HouseholdCode.Person;

/// Reads what was typed about a household.
@Component
class HouseholdForm {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");
    private static final int LONGEST = 60;

    private final Ids ids;
    private final Clock clock;

    HouseholdForm(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /// @param household null when there are faults
    record Read(@Nullable Household household, List<FieldError> faults) {}

    Read read(Map<String, String> typed, Texts texts) {
        List<FieldError> faults = new ArrayList<>();
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < HouseholdPage.MOST; i++) {
            person(typed, i, texts, faults).ifPresent(people::add);
        }
        if (people.isEmpty() && faults.isEmpty()) {
            faults.add(FieldError.at("kana0", texts.get("desk.household.nobody")));
        }
        if (!faults.isEmpty()) {
            return new Read(null, faults);
        }
        return new Read(
                new Household(
                        ids.next(),
                        clock.instant(),
                        text(typed, "address"),
                        text(typed, "phone"),
                        new Choices(
                                flag(typed, "inquiry"),
                                flag(typed, "publish"),
                                typed.containsKey("secret"),
                                listed(text(typed, "pets")),
                                texts.language().code()),
                        people),
                List.of());
    }

    private Optional<Person> person(Map<String, String> typed, int i, Texts texts, List<FieldError> faults) {
        String name = text(typed, "name" + i);
        String kana = text(typed, "kana" + i);
        if (name.isEmpty() && kana.isEmpty()) {
            return Optional.empty();
        }
        if (!kana.isEmpty() && !Kana.isKana(kana)) {
            faults.add(FieldError.at("kana" + i, texts.get("desk.household.kana.wrong")));
        }
        Optional<String> birth = birth(text(typed, "birth" + i));
        if (birth.isEmpty()) {
            faults.add(FieldError.at("birth" + i, texts.get("desk.household.birth.wrong")));
        }
        String sex = typed.getOrDefault("sex" + i, "");
        String needs = HouseholdPage.NEEDS.stream()
                .filter(need -> typed.containsKey("need" + i + need))
                .collect(Collectors.joining(","));
        return Optional.of(new Person(
                ids.next(),
                name,
                Kana.normalised(kana),
                sex.matches("[FM]") ? sex : "",
                birth.orElse(""),
                needs,
                listed(text(typed, "allergies" + i))));
    }

    /// A whole day in any way of writing, or the year alone; empty when it is neither.
    private Optional<String> birth(String typed) {
        String plain = typed.strip();
        if (plain.isEmpty() || plain.matches("(19|20)\\d\\d")) {
            return Optional.of(plain);
        }
        return Wareki.parse(plain)
                .findValue()
                .filter(day -> !day.isAfter(LocalDate.now(clock)))
                .map(DAY::format);
    }

    private static String text(Map<String, String> typed, String name) {
        String plain = Graphemes.trimmed(typed.getOrDefault(name, ""));
        String line = Graphemes.isOneLine(plain) ? plain : "";
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }

    private static String listed(String words) {
        return words.replaceAll("\\s*[、，,]\\s*", ",");
    }

    private static @Nullable Boolean flag(Map<String, String> typed, String name) {
        String said = typed.getOrDefault(name, "");
        return said.isEmpty() ? null : (Boolean) said.equals("yes");
    }
}
