package town.machi.procedure.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import town.machi.procedure.AnswerShape;
import town.machi.procedure.Question;

/// Whether a question says what its type needs, and nothing that its type cannot use.
final class Matching {

    private Matching() {}

    static void check(
            AnswerShape shape,
            Fields fields,
            Optional<Vocabulary.Entry> entry,
            List<Question.Choice> choices,
            List<Question> children,
            Map<String, String> options) {
        if (shape.takesChoices() && choices.isEmpty() && !fields.has("of")) {
            fields.require("of", "選択肢。of: {slip: 納付書, debit: 口座振替} のように書きます");
        }
        if (!shape.takesChoices() && fields.has("of")) {
            fields.faults()
                    .add(
                            fields.markOf("of"),
                            "型「" + shape.type() + "」の質問に選択肢（of）は書けません。type を choice にするか、of を消してください。");
        }
        if (shape.takesChildren() && children.isEmpty() && !fields.has("ask")) {
            fields.require("ask", "くり返す質問の並び");
        }
        if (!shape.takesChildren() && fields.has("ask")) {
            fields.faults()
                    .add(
                            fields.markOf("ask"),
                            "型「" + shape.type() + "」の質問の中に質問（ask）は書けません。type を group にするか、ask を消してください。");
        }
        shape.complaint(options)
                .ifPresent(sentence -> fields.faults().add(fields.mark(), fields.what() + "は、" + sentence));
    }
}
