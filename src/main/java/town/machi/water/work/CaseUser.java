package town.machi.water.work;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import town.machi.casework.CaseFile;
import town.machi.form.Answers;
import town.machi.water.SupplyPoint;

/// Who will use the water, as the answers of a case say it.
final class CaseUser {

    private CaseUser() {}

    static SupplyPoint.User of(CaseFile file, LocalDate since) {
        Answers answers = file.answers();
        String company = answers.text("company");
        String name = company.isBlank() ? joined(answers, "family", "given") : company;
        String kana = company.isBlank() ? joined(answers, "familyKana", "givenKana") : answers.text("companyKana");
        return new SupplyPoint.User(named(name, file), kana, answers.text("phone"), since, null);
    }

    /// Until when a supply is paused; empty where no end was named.
    static Optional<LocalDate> until(CaseFile file) {
        try {
            String text = file.answers().text("until");
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    /// The register knows no user without a name.
    private static String named(String name, CaseFile file) {
        String known = name.isBlank() ? file.name() : name;
        return known.isBlank() ? "（氏名の記入なし）" : known;
    }

    private static String joined(Answers answers, String family, String given) {
        return (answers.text("user." + family) + " " + answers.text("user." + given)).strip();
    }
}
