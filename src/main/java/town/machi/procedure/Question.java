package town.machi.procedure;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One question of a form, as its definition says it.
///
/// @param id ASCII letters and digits, beginning with a lower-case letter; unique in the form: `startsOn`
/// @param type the name of its [AnswerShape]: `date`, `person`, …
/// @param path the vocabulary path under which its answer is kept, so that an answer given once can fill the next form;
///     the id itself where the question uses no vocabulary entry
/// @param options what else the definition says, by the names that the type's shape declares: `within` → `town`
/// @param choices of a choice, in order; empty otherwise
/// @param children the questions of one entry of a repeated group; empty otherwise
/// @param when asked only where this holds; asked always where empty
public record Question(
        String id,
        String type,
        String path,
        Words label,
        Optional<Words> hint,
        boolean optional,
        Map<String, String> options,
        List<Choice> choices,
        List<Question> children,
        Optional<Condition> when) {

    /// @param code ASCII, unique in its question; this is what is stored
    public record Choice(String code, Words label) {}
}
