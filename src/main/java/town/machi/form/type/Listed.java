package town.machi.form.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import town.machi.form.Answer;
import town.machi.form.Answers;
import town.machi.form.Slot;

/// Answers that are numbered: `photos[0]`, `photos[1]` …
final class Listed {

    private Listed() {}

    static List<String> values(Slot slot, Answers answers) {
        List<String> values = new ArrayList<>();
        Optional<Answer> next = answers.find(slot.entry(0));
        while (next.isPresent()) {
            values.add(next.get().value());
            next = answers.find(slot.entry(values.size()));
        }
        return List.copyOf(values);
    }
}
