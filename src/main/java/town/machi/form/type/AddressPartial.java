package town.machi.form.type;

import java.util.List;
import town.machi.form.Asked;
import town.machi.form.Slot;
import town.machi.platform.Town;
import town.machi.shell.Template;

/// An address, with the 町字 of the town to choose from.
record AddressPartial(Slot slot, Asked asked, boolean inTown, List<String> areas, Town town) implements Template {

    String text(String part) {
        return asked.typed().text(slot.part(part));
    }
}
