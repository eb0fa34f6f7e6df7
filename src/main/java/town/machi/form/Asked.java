package town.machi.form;

import java.util.List;
import java.util.Optional;
import town.machi.shell.Texts;

/// What the piece of a page that asks a question shows besides the question.
///
/// @param typed what stands in the boxes now
/// @param faults of the whole page; a question takes its own
/// @param alone whether the question is the only one of its page, so that its label is the page's heading
public record Asked(Typed typed, List<FieldFault> faults, Texts texts, boolean alone) {

    /// The sentence under a box; empty where it is sound.
    public String fault(String box) {
        return faults.stream()
                .filter(fault -> fault.path().equals(box))
                .findFirst()
                .map(fault -> fault.in(texts))
                .orElse("");
    }

    /// The sentences of a question, those of all of its boxes.
    public List<String> faultsOf(Slot slot) {
        return faults.stream()
                .filter(fault -> Answers.belongsTo(slot.path(), fault.path()))
                .map(fault -> fault.in(texts))
                .toList();
    }

    public String label(Slot slot) {
        return slot.label().in(texts.language());
    }

    public Optional<String> hint(Slot slot) {
        return slot.question().hint().map(hint -> hint.in(texts.language()));
    }
}
