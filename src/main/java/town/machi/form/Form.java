package town.machi.form;

import java.util.Map;
import java.util.Set;
import town.machi.procedure.Definition;

/// A form as it is asked now: the definition, the kinds of question, what the town knows today.
///
/// @param facts values by name for conditions and sentences (`earliestStart`); absent: not known
/// @param owner whose files answers may name, `submission:uuid`
public record Form(Definition definition, QuestionTypes types, Map<String, Object> facts, String owner) {

    /// The way through this form with these answers.
    public Journey journey(Answers answers) {
        return journey(answers, Set.of());
    }

    /// The same, with the later pages on which these questions stand.
    public Journey journey(Answers answers, Set<String> open) {
        return Journey.of(this, answers, open);
    }
}
