package town.machi.audit.web;

import java.util.List;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.shell.MenuItem;
import town.machi.shell.OfficeMenu;

@Component
class AuditMenu implements OfficeMenu {

    @Override
    public List<MenuItem> items(Actor.Staff staff) {
        return staff.has(Role.AUDITOR) ? List.of(new MenuItem("証跡", "/office/audit", 90)) : List.of();
    }
}
