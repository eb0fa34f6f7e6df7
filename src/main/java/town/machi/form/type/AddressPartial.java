package town.machi.form.type;

import java.util.List;
import town.machi.form.Asked;
import town.machi.form.Slot;
import town.machi.platform.Town;
import town.machi.shell.Template;
import town.machi.shell.component.Field;
import town.machi.shell.component.Field.Need;

/// An address, with the 町字 of the town to choose from.
///
/// @param fixed prefecture and municipality where the place has to be in the town; empty: they are asked
/// @param press what the button that looks up the postal code is called
record AddressPartial(Field group, String fixed, Boxes boxes, List<String> areas, String press) implements Template {

    record Boxes(Field postcode, Field prefecture, Field municipality, Field area, Field number, Field building) {}

    static AddressPartial of(Slot slot, Asked asked, boolean inTown, List<String> areas, Town town) {
        Need need = slot.question().optional() ? Need.UNSAID : Need.REQUIRED;
        Boxes boxes = new Boxes(
                part(slot, asked, "postcode", Need.OPTIONAL),
                part(slot, asked, "prefecture", need),
                part(slot, asked, "municipality", need),
                part(slot, asked, "area", need),
                part(slot, asked, "number", Need.UNSAID).hint(asked.texts().get("form.address.number-hint")),
                part(slot, asked, "building", Need.OPTIONAL));
        String fixed = inTown ? town.prefecture() + town.municipality() : "";
        return new AddressPartial(asked.field(slot), fixed, boxes, areas, slot.path() + ":lookup");
    }

    private static Field part(Slot slot, Asked asked, String name, Need need) {
        return asked.part(slot, name, asked.texts().get("form.address.label." + name), need);
    }
}
