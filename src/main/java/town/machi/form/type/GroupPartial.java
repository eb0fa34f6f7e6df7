package town.machi.form.type;

import java.util.ArrayList;
import java.util.List;
import town.machi.form.Asked;
import town.machi.form.Slot;
import town.machi.shell.Template;

/// The entries of a repeated group, each with its questions.
record GroupPartial(Slot slot, Asked asked, List<List<Template>> entries, boolean mayGrow) implements Template {

    static GroupPartial of(Slot slot, Asked asked) {
        int count = GroupQuestion.shownEntries(slot, asked.typed());
        List<List<Template>> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(GroupQuestion.children(slot, i).stream()
                    .map(child -> child.type().ask(child, asked))
                    .toList());
        }
        return new GroupPartial(slot, asked, entries, count < GroupQuestion.most(slot));
    }
}
