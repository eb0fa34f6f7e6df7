package town.machi.water.intake;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;
import town.machi.casework.CaseFile;
import town.machi.form.Answers;
import town.machi.kernel.Kana;
import town.machi.procedure.ProcedureName;
import town.machi.water.CasePoint.Kind;
import town.machi.water.PlaceKey;

/// What a filing says about point, person and day, made comparable.
public record Said(Kind kind, Numbers numbers, Spot spot, Who who, Optional<LocalDate> day) {

    /// @param customer お客様番号; empty: not given
    /// @param meter number of the meter, or 水栓番号; empty: not given
    public record Numbers(String customer, String meter) {}

    /// @param place see [PlaceKey#of]
    /// @param building see [PlaceKey#building]; empty: none
    public record Spot(String area, String place, String building) {}

    /// Keys; empty where the form has none.
    public record Who(String name, String kana, String phone) {

        /// Whether a key of the register is theirs: name, reading or telephone agree.
        public boolean is(String otherName, String otherKana, String otherPhone) {
            return agrees(name, otherName) || agrees(kana, otherKana) || agrees(phone, otherPhone);
        }

        private static boolean agrees(String one, String other) {
            return !one.isEmpty() && one.equals(other);
        }
    }

    /// Empty where the case has nothing to do with water.
    public static Optional<Said> of(CaseFile file) {
        return of(file.basis().procedure(), file.answers());
    }

    public static Optional<Said> of(ProcedureName procedure, Answers answers) {
        return WaterForm.of(procedure).map(form -> {
            String area = answers.text("place.area");
            return new Said(
                    form.kind(),
                    new Numbers(
                            digitsOrName(answers.text("customer")).replaceAll("\\D", ""),
                            digitsOrName(answers.text("meter"))),
                    new Spot(
                            area,
                            PlaceKey.of(area, answers.text("place.number")),
                            PlaceKey.building(answers.text("place.building"))),
                    who(answers, form.person()),
                    date(answers.text(form.day())));
        });
    }

    private static Who who(Answers answers, String person) {
        String name = joined(answers, person + ".family", person + ".given");
        String kana = joined(answers, person + ".familyKana", person + ".givenKana");
        String company = person.equals("user") ? answers.text("company") : "";
        return new Who(
                Kana.searchKey(company.isEmpty() ? name : company),
                Kana.searchKey(kana),
                answers.text("phone").replaceAll("\\D", ""));
    }

    private static String joined(Answers answers, String... paths) {
        return String.join("", Stream.of(paths).map(answers::text).toList());
    }

    private static String digitsOrName(String text) {
        return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
                .replaceAll("\\s", "");
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
