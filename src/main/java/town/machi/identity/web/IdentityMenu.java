package town.machi.identity.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.shell.MenuItem;
import town.machi.shell.OfficeMenu;

/// 職員, 町の設定 and 運用の状態 for administrators; one's own account for everybody.
@Component
class IdentityMenu implements OfficeMenu {

    @Override
    public List<MenuItem> items(Actor.Staff staff) {
        var items = new ArrayList<MenuItem>();
        if (staff.has(Role.ADMINISTRATOR)) {
            items.add(new MenuItem("職員", "/office/staff", 800));
            items.add(new MenuItem("町の設定", SettingsController.PATH, 810));
            items.add(new MenuItem("運用の状態", StatusController.PATH, 820));
        }
        items.add(new MenuItem("自分の設定", AccountController.PATH, 900));
        return items;
    }
}
