package town.machi.form;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import town.machi.procedure.AnswerShape;
import town.machi.shell.Template;
import town.machi.shell.Texts;

/// Extension point: a kind of question. A later room may add one (a supply point, a hall); it then works in every
/// window. Beans of this interface are found by the word that a definition uses for them.
public interface QuestionType extends AnswerShape {

    /// Reads the boxes. What was not typed at all gives [Parsed#NOTHING]; whether that may be is not asked here.
    /// A canonical value in the box of the same name is read too: that is how programs answer.
    Parsed parse(Slot slot, Typed typed);

    /// The kept answer read once more: what is kept may come from another program, and what was right once (a file) may
    /// be wrong now.
    default Parsed check(Slot slot, Answers answers) {
        return parse(slot, typed(slot, answers));
    }

    /// What a condition sees, of the class that its [#kind] says; empty where nothing was answered.
    Optional<Object> toCondition(Slot slot, Answers answers);

    /// The answer in words, line by line; empty where nothing was answered.
    List<String> show(Slot slot, Answers answers, Texts texts);

    /// The answer back in its boxes, as a person would have typed it.
    Typed typed(Slot slot, Answers answers);

    /// The names of the boxes after the question's path, without it: `""`, `-year`, `[]` for numbered ones.
    /// A box with any other name is none of the form's.
    Set<String> boxes();

    /// Whether a box is one of this question's.
    default boolean hasBox(Slot slot, String box) {
        if (box.equals(slot.path())) {
            return boxes().contains("");
        }
        String rest = box.substring(slot.path().length());
        return boxes().contains(rest) || (boxes().contains("[]") && rest.matches("\\[\\d{1,3}]"));
    }

    /// The piece of a page that asks it.
    Template ask(Slot slot, Asked asked);

    /// What a button of the question does to its boxes, for those who have no JavaScript: an entry more, an entry
    /// less, an address looked up.
    ///
    /// @param button the word after `_press=path:`
    default Typed press(Slot slot, String button, Typed typed) {
        return typed;
    }

    /// Of these boxes those that the town keeps and the browser does not send again: files that were handed in.
    default Typed held(Slot slot, Typed typed) {
        return Typed.NOTHING;
    }

    /// The boxes with one thing more that the town keeps.
    default Typed hold(Slot slot, Typed typed, String value) {
        throw new IllegalStateException("a question of type " + type() + " takes no files");
    }

    /// The fault of a question that must be answered and is not.
    default Parsed missing(Slot slot) {
        return Parsed.fault(firstBox(slot), "form.required", slot.label());
    }

    /// The box that takes the focus.
    default String firstBox(Slot slot) {
        return slot.path();
    }

    /// Ids of the files that the answer names.
    default List<UUID> files(Slot slot, Answers answers) {
        return List.of();
    }

    @Override
    default Set<String> options() {
        return Set.of();
    }

    @Override
    default boolean takesChoices() {
        return false;
    }

    @Override
    default boolean takesChildren() {
        return false;
    }
}
