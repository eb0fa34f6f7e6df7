package town.machi.document.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseFilter;
import town.machi.casework.Cases;
import town.machi.form.Answers;
import town.machi.kernel.Actor;
import town.machi.kernel.ReceiptNumber;
import town.machi.procedure.Question;

/// Who asks for what is held on them, from the case of their request; so that nobody types it again.
@Component
class RequestedPerson {

    private final Cases cases;

    RequestedPerson(Cases cases) {
        this.cases = cases;
    }

    /// What the form is filled in with; the number alone where the case is not for this person to see.
    Map<String, String> read(ReceiptNumber receipt, Actor.Staff staff) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("request", receipt.format());
        CaseFilter filter = CaseFilter.of(CaseFilter.View.ALL).withWords(receipt.format());
        cases.list(filter, java.util.Optional.empty(), staff).lines().stream()
                .filter(line -> line.receipt().equals(receipt))
                .findFirst()
                .flatMap(line -> cases.find(line.id(), staff, "person"))
                .ifPresent(file -> fill(file, typed));
        return typed;
    }

    /// The person whom the request is about is the last whom its form asks for: the one who asks, or whom they stand
    /// for.
    private void fill(CaseFile file, Map<String, String> typed) {
        Answers answers = file.answers();
        for (Question question : cases.definitionOf(file).questions()) {
            String path = question.id();
            if (question.type().equals("person")
                    && !answers.text(path + ".family").isEmpty()) {
                typed.put("name", joined(answers, path, "family", "given"));
                typed.put("kana", joined(answers, path, "familyKana", "givenKana"));
            }
            if (question.type().equals("phone") && !isForSomebodyElse(answers)) {
                typed.put("phone", answers.text(path));
            }
        }
        if (file.filing().mail() != null && !isForSomebodyElse(answers)) {
            typed.put("mail", file.filing().mail());
        }
    }

    /// Telephone and mail are those of who asks.
    private static boolean isForSomebodyElse(Answers answers) {
        return !answers.text("subject.family").isEmpty();
    }

    private static String joined(Answers answers, String path, String first, String second) {
        return (answers.text(path + "." + first) + "　" + answers.text(path + "." + second)).strip();
    }
}
