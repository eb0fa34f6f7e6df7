package town.machi.procedure.web;

import java.util.List;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.shell.MenuItem;
import town.machi.shell.OfficeMenu;

/// 手続, for administrators.
@Component
class DefinitionMenu implements OfficeMenu {

    @Override
    public List<MenuItem> items(Actor.Staff staff) {
        return staff.has(Role.ADMINISTRATOR)
                ? List.of(new MenuItem("手続の定義", DefinitionController.PATH, 700))
                : List.of();
    }
}
