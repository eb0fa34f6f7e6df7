package town.machi.procedure;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Extension point: what a definition may say about a type of question, and what a condition sees of its answer.
/// The room `form` gives one for each of its question types, so that the checker knows them without naming `form`.
public interface AnswerShape {

    /// The word for the type in a definition: `date`.
    String type();

    /// What a condition sees.
    ValueKind kind();

    /// Names and kinds of the parts of an answer of [ValueKind#PARTS] (`family`, `postcode`); empty otherwise.
    Map<String, ValueKind> parts();

    /// Options that a definition may set, beyond label, hint, optional and when.
    Set<String> options();

    /// Whether the definition must list choices (`of:`).
    boolean takesChoices();

    /// Whether the definition must list the questions of one entry (`ask:`).
    boolean takesChildren();

    /// What is wrong with the values of the options, as a Japanese sentence that says what to do; empty: nothing.
    default Optional<String> complaint(Map<String, String> options) {
        return Optional.empty();
    }
}
