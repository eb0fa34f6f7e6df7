package town.machi.shelter.web;

import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;
import town.machi.shelter.report.Report;
import town.machi.shelter.report.Supplies;
import town.machi.shelter.report.SupplyTable;

/// What all shelters of a disaster need, have and lack at a time.
///
/// @param at as the box takes it
/// @param wrongTime whether the time that was typed could not be read
record SuppliesPage(SupplyTable table, String at, boolean wrongTime) implements Template {

    String path() {
        return "/office/shelters/reports/" + table.report().disaster().id();
    }

    String file(String ending) {
        return path() + "/supplies." + ending + "?at=" + at;
    }

    /// How many people one toilet is for; null where nobody knows, or there is none.
    static @Nullable Integer peopleForAToilet(Report.Line shelter, Supplies.Line line) {
        Integer there = line.onHand();
        int people = shelter.counts().registered();
        return line.item().name().equals(Supplies.TOILETS) && there != null && there > 0 && people > 0
                ? Integer.valueOf((people + there - 1) / there)
                : null;
    }
}
