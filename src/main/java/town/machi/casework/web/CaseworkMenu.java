package town.machi.casework.web;

import java.util.List;
import org.springframework.stereotype.Component;
import town.machi.casework.Cases;
import town.machi.casework.desk.Access;
import town.machi.kernel.Actor;
import town.machi.shell.MenuItem;
import town.machi.shell.OfficeMenu;

/// 案件, with the number that waits.
@Component
class CaseworkMenu implements OfficeMenu {

    private final Cases cases;

    CaseworkMenu(Cases cases) {
        this.cases = cases;
    }

    @Override
    public List<MenuItem> items(Actor.Staff staff) {
        return Access.sections(staff).isEmpty()
                ? List.of()
                : List.of(new MenuItem("案件", "/office/cases", 10, cases.countWaiting(staff)));
    }
}
