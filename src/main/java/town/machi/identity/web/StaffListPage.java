package town.machi.identity.web;

import java.util.List;
import town.machi.identity.StaffQuery;
import town.machi.identity.StaffState;
import town.machi.kernel.Role;
import town.machi.shell.Template;
import town.machi.shell.component.Chip;
import town.machi.shell.component.Choice;
import town.machi.shell.component.Pager;

/// The staff list.
record StaffListPage(StaffQuery query, List<Choice> sections, List<Choice> states, List<Row> rows, Pager pager)
        implements Template {

    /// @param sections names, in the town's order
    record Row(String href, String name, String mail, List<String> sections, List<Role> roles, StaffState state) {

        String roleNames() {
            return String.join("・", roles.stream().map(Role::label).toList());
        }

        Chip chip() {
            return chipOf(state);
        }
    }

    static Chip chipOf(StaffState state) {
        var tone = switch (state) {
            case INVITED -> Chip.Tone.WAITING;
            case ACTIVE -> Chip.Tone.ACTIVE;
            case SUSPENDED, GONE -> Chip.Tone.STOPPED;
        };
        return new Chip(tone, state.label());
    }
}
