package town.machi.form;

import town.machi.procedure.Question;
import town.machi.procedure.Words;

/// A question at its place in the answers: on a page, or inside the n-th entry of a repeated group.
///
/// @param path where its answer is kept: `startsOn`, `members[1].name`
/// @param form of which it is one
public record Slot(Question question, String path, Form form) {

    /// The path of a part: `user.family`.
    public String part(String name) {
        return path + "." + name;
    }

    /// The name of a box that is none of the answer's parts: `startsOn-year`.
    public String box(String name) {
        return path + "-" + name;
    }

    /// The path of an entry: `photos[0]`.
    public String entry(int index) {
        return path + "[" + index + "]";
    }

    /// A question of the n-th entry of this group.
    public Slot child(Question child, int index) {
        return new Slot(child, entry(index) + "." + child.id(), form);
    }

    /// Whose files may be named in the answer, `submission:uuid`.
    public String owner() {
        return form.owner();
    }

    public QuestionType type() {
        return form.types().get(question.type());
    }

    public Words label() {
        return question.label();
    }

    public boolean has(String option) {
        return question.options().containsKey(option);
    }

    public String option(String name, String otherwise) {
        return question.options().getOrDefault(name, otherwise);
    }

    public int option(String name, int otherwise) {
        String value = question.options().get(name);
        return value == null ? otherwise : Integer.parseInt(value.strip());
    }

    /// What is wrong with the answer as it is kept.
    public Parsed check(Answers answers) {
        Parsed checked = type().check(this, answers);
        return checked.isNothing() && !question.optional() ? type().missing(this) : checked;
    }

    /// Reads the boxes; a question that must be answered and is not has its fault.
    public Parsed parse(Typed typed) {
        Parsed parsed = type().parse(this, typed);
        return parsed.isNothing() && !question.optional() ? type().missing(this) : parsed;
    }
}
