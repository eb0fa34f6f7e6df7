package town.machi.form.type;

import java.util.ArrayList;
import java.util.List;
import town.machi.form.Asked;
import town.machi.form.Slot;
import town.machi.shell.Template;
import town.machi.shell.component.Field;

/// The entries of a repeated group, each with its questions.
///
/// @param press what its buttons are called, before their word
record GroupPartial(Field field, String countBox, String press, List<List<Template>> entries, boolean mayGrow)
        implements Template {

    static GroupPartial of(Slot slot, Asked asked) {
        int count = GroupQuestion.shownEntries(slot, asked.typed());
        List<List<Template>> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(GroupQuestion.children(slot, i).stream()
                    .map(child -> child.type().ask(child, asked))
                    .toList());
        }
        boolean mayGrow = count < GroupQuestion.most(slot);
        return new GroupPartial(asked.field(slot), slot.box("count"), slot.path() + ":", entries, mayGrow);
    }
}
