package town.machi.form;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import town.machi.kernel.Language;
import town.machi.kernel.PersonMarks;
import town.machi.procedure.Definition;
import town.machi.procedure.FormPage;
import town.machi.procedure.Question;
import town.machi.shell.Messages;
import town.machi.shell.Texts;

/// Answers for somebody who never saw the form: by the labels of its questions, in its order.
@Component
public class AnswerSheet {

    private static final int LONGEST_CONTACT = 40;

    private final QuestionTypes types;
    private final Messages messages;

    AnswerSheet(QuestionTypes types, Messages messages) {
        this.types = types;
        this.messages = messages;
    }

    /// Label in Japanese → value. A label that stands on two pages has its page before it; what the definition does not
    /// know is there all the same.
    public Map<String, String> values(Definition definition, Answers answers, String owner) {
        Texts texts = messages.in(Language.JA);
        Form form = new Form(definition, types, Map.of(), owner);
        Map<String, String> values = new LinkedHashMap<>();
        for (FormPage page : definition.pages()) {
            for (Question question : page.questions()) {
                if (answers.byPath().keySet().stream().anyMatch(path -> Answers.belongsTo(question.id(), path))) {
                    Slot slot = new Slot(question, question.id(), form);
                    values.put(
                            label(definition, question),
                            String.join("\n", slot.type().show(slot, answers, texts)));
                }
            }
        }
        answers.byPath().forEach((path, answer) -> {
            if (findQuestion(definition, path).isEmpty()) {
                values.put("そのほかの回答（" + path + "）", answer.value());
            }
        });
        return values;
    }

    /// Whose answer this is, as the form says it.
    public static String label(Definition definition, String path) {
        return findQuestion(definition, path)
                .map(question -> label(definition, question))
                .orElse(path);
    }

    private static Optional<Question> findQuestion(Definition definition, String path) {
        return definition.questions().stream()
                .filter(question -> Answers.belongsTo(question.id(), path))
                .findFirst();
    }

    private static String label(Definition definition, Question question) {
        String label = question.label().ja();
        long same = definition.questions().stream()
                .filter(other -> other.label().ja().equals(label))
                .count();
        String page = definition.pages().stream()
                .filter(each -> each.questions().contains(question))
                .map(each -> each.title().ja() + "：")
                .findFirst()
                .orElse("");
        return same > 1
                ? page + label + (isTwiceOnItsPage(definition, question) ? "（" + question.id() + "）" : "")
                : label;
    }

    private static boolean isTwiceOnItsPage(Definition definition, Question question) {
        return definition.pages().stream()
                        .filter(page -> page.questions().contains(question))
                        .flatMap(page -> page.questions().stream())
                        .filter(other ->
                                other.label().ja().equals(question.label().ja()))
                        .count()
                > 1;
    }

    /// By what the answers are found for the people whom they name: names and readings, telephone numbers, addresses.
    public static PersonMarks marks(Answers answers) {
        return marks(answers, List.of());
    }

    /// The same, also by what stands in boxes and is not an answer yet.
    public static PersonMarks marks(Answers answers, Collection<Typed> pages) {
        PersonMarks marks = new PersonMarks();
        answers.byPath().forEach((path, answer) -> mark(marks, path, answer.value(), answers::text));
        pages.forEach(page -> page.boxes().keySet().forEach(box -> mark(marks, box, page.text(box), page::text)));
        return marks;
    }

    private static void mark(PersonMarks marks, String path, String value, UnaryOperator<String> beside) {
        if (path.endsWith(".family")) {
            String person = path.substring(0, path.length() - "family".length());
            marks.name(value + beside.apply(person + "given"));
        }
        if (path.endsWith(".familyKana")) {
            String person = path.substring(0, path.length() - "familyKana".length());
            marks.kana(value + beside.apply(person + "givenKana"));
        }
        if (value.indexOf('@') > 0) {
            marks.mail(value);
        }
        if (value.length() <= LONGEST_CONTACT && isNumber(value)) {
            marks.phone(value);
        }
    }

    /// What stands in the boxes of a draft and is not an answer yet, exactly as typed: by the label of its question.
    public static Map<String, String> typed(Definition definition, Collection<Typed> pages) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Typed page : pages) {
            page.boxes().forEach((box, all) -> {
                String value = String.join("、", all);
                if (!box.startsWith("_") && !value.isBlank()) {
                    values.merge(label(definition, box) + "（書きかけ）", value, (one, other) -> one + "\n" + other);
                }
            });
        }
        return values;
    }

    private static boolean isNumber(String value) {
        return value.chars().allMatch(c -> (c >= '0' && c <= '9') || "-+() 　‐−".indexOf(c) >= 0);
    }
}
