package town.machi.casework.web;

import java.util.List;
import org.springframework.stereotype.Component;
import town.machi.casework.Cases;
import town.machi.casework.desk.Access;
import town.machi.kernel.Actor;
import town.machi.shell.MenuItem;
import town.machi.shell.OfficeMenu;

/// 案件, with the number that waits; 補助金 for whoever pays them.
@Component
class CaseworkMenu implements OfficeMenu {

    private final Cases cases;
    private final GrantViews grants;

    CaseworkMenu(Cases cases, GrantViews grants) {
        this.cases = cases;
        this.grants = grants;
    }

    @Override
    public List<MenuItem> items(Actor.Staff staff) {
        if (Access.sections(staff).isEmpty()) {
            return List.of();
        }
        MenuItem inbox = new MenuItem("案件", "/office/cases", 10, cases.countWaiting(staff));
        return grants.subsidies(staff).findAny().isPresent()
                ? List.of(inbox, new MenuItem("補助金", "/office/grants", 30))
                : List.of(inbox);
    }
}
