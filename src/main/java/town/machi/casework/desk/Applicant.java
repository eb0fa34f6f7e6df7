package town.machi.casework.desk;

import java.util.ArrayList;
import java.util.List;
import town.machi.form.Answers;
import town.machi.kernel.Kana;
import town.machi.procedure.Definition;
import town.machi.procedure.Question;

/// Whom a case is about, found in its answers: the first person whom the form asks for.
///
/// @param name as typed; empty where the form asks for nobody
/// @param sortKey the folded reading, or the folded name where there is no reading
/// @param words by which the case is found: names, readings, telephone numbers
record Applicant(String name, String sortKey, List<String> words) {

    static Applicant in(Definition definition, Answers answers) {
        List<String> words = new ArrayList<>();
        String name = "";
        String reading = "";
        for (Question question : definition.questions()) {
            String path = question.id();
            if (question.type().equals("person")
                    && !answers.text(path + ".family").isEmpty()) {
                String full = joined(answers, path, "family", "given");
                String kana = joined(answers, path, "familyKana", "givenKana");
                words.addAll(List.of(full, answers.text(path + ".given"), kana, answers.text(path + ".givenKana")));
                reading = name.isEmpty() ? kana : reading;
                name = name.isEmpty() ? full : name;
            }
            if (question.type().equals("phone")) {
                words.add(answers.text(path).replaceAll("\\D", ""));
            }
        }
        return new Applicant(name, Kana.searchKey(reading.isEmpty() ? name : reading), List.copyOf(words));
    }

    private static String joined(Answers answers, String path, String first, String second) {
        return (answers.text(path + "." + first) + "\u3000" + answers.text(path + "." + second)).strip();
    }
}
