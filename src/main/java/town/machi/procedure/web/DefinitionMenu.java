package town.machi.procedure.web;

import java.util.List;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.shell.MenuItem;
import town.machi.shell.OfficeMenu;

/// 手続台帳 for everybody; 手続の定義 for administrators.
@Component
class DefinitionMenu implements OfficeMenu {

    @Override
    public List<MenuItem> items(Actor.Staff staff) {
        MenuItem listing = new MenuItem("手続台帳", ListingController.PATH, 42);
        return staff.has(Role.ADMINISTRATOR)
                ? List.of(listing, new MenuItem("手続の定義", DefinitionController.PATH, 700))
                : List.of(listing);
    }
}
