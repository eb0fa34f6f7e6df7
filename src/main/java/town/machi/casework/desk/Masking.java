package town.machi.casework.desk;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import town.machi.casework.CaseFile;
import town.machi.form.Answer;
import town.machi.form.Answers;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.procedure.Definition;

/// Numbers of accounts are for whoever makes the payments; others see the last three digits.
public final class Masking {

    private static final String ACCOUNT = "bankAccount";
    private static final int SHOWN = 3;

    private Masking() {}

    /// Whether this person's work needs the number.
    public static boolean needsAccounts(Actor.Staff staff) {
        return staff.roles().contains(Role.HANDLER) || staff.roles().contains(Role.DECIDER);
    }

    /// The case as somebody sees it whose work does not need the number.
    public static CaseFile masked(CaseFile file, Definition definition) {
        SortedMap<String, Answer> answers = new TreeMap<>(file.answers().byPath());
        answers.replaceAll((path, answer) ->
                new Answer(value(path, answer.value(), definition), answer.source(), answer.by(), answer.at()));
        return Changes.corrected(file, file.standing(), file.name(), new Answers(answers), file.files());
    }

    /// An answer as it may stand in a list or in a history.
    public static String value(String path, String value, Definition definition) {
        return isAccountNumber(path, definition) ? masked(value) : value;
    }

    private static boolean isAccountNumber(String path, Definition definition) {
        return findAccount(definition)
                .filter(question -> path.equals(question + ".number"))
                .isPresent();
    }

    /// The id of the question that asks for an account.
    public static Optional<String> findAccount(Definition definition) {
        return definition.questions().stream()
                .filter(question -> question.type().equals(ACCOUNT))
                .map(town.machi.procedure.Question::id)
                .findFirst();
    }

    /// 1234567 → ****567
    public static String masked(String number) {
        int hidden = Math.max(0, number.length() - SHOWN);
        return "*".repeat(hidden) + number.substring(hidden);
    }
}
