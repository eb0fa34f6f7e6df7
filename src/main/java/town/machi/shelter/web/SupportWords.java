package town.machi.shelter.web;

import java.time.LocalDate;
import java.time.Period;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import town.machi.kernel.Wareki;
import town.machi.shelter.SupportedPerson;

/// Somebody on the list in words.
final class SupportWords {

    private SupportWords() {}

    static String age(SupportedPerson person, LocalDate today) {
        LocalDate birth = person.who().birth();
        return Period.between(birth, today).getYears() + "歳";
    }

    static String who(SupportedPerson person, LocalDate today) {
        var sex = person.who().sex();
        return age(person, today) + (sex == null ? "" : "・" + sex.label()) + "　"
                + day(person.who().birth()) + "生まれ";
    }

    static String where(SupportedPerson person, String district) {
        return Stream.of(district, person.where().ward(), person.where().address())
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("　"));
    }

    static String day(LocalDate day) {
        return Wareki.formatDay(day);
    }
}
