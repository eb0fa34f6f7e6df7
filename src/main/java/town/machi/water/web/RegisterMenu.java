package town.machi.water.web;

import java.util.List;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.shell.MenuItem;
import town.machi.shell.OfficeMenu;

/// 給水装置 and 班, for 上下水道課.
@Component
class RegisterMenu implements OfficeMenu {

    @Override
    public List<MenuItem> items(Actor.Staff staff) {
        return WaterAccess.isAllowed(staff)
                ? List.of(
                        new MenuItem("給水装置", RegisterController.PATH, 54),
                        new MenuItem("班と日", CrewsController.PATH, 56))
                : List.of();
    }
}
