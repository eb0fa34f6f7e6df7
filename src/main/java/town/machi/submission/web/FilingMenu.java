package town.machi.submission.web;

import java.util.List;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.shell.MenuItem;
import town.machi.shell.OfficeMenu;

/// The office's way to file for somebody.
@Component
class FilingMenu implements OfficeMenu {

    @Override
    public List<MenuItem> items(Actor.Staff staff) {
        return staff.has(Role.RECEPTION) || staff.has(Role.HANDLER)
                ? List.of(new MenuItem("代わりに届け出る", "/office/file", 30))
                : List.of();
    }
}
