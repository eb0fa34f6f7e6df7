package town.machi.casework.web;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import town.machi.casework.Cases;
import town.machi.casework.desk.Access;
import town.machi.casework.desk.Decisions;
import town.machi.kernel.Actor;
import town.machi.shell.MenuItem;
import town.machi.shell.OfficeMenu;

/// 案件, with the number that waits.
@Component
class CaseworkMenu implements OfficeMenu {

    private final Cases cases;
    private final Decisions decisions;

    CaseworkMenu(Cases cases, Decisions decisions) {
        this.cases = cases;
        this.decisions = decisions;
    }

    @Override
    public List<MenuItem> items(Actor.Staff staff) {
        List<MenuItem> items = new ArrayList<>();
        if (!Access.sections(staff).isEmpty()) {
            items.add(new MenuItem("案件", "/office/cases", 10, cases.countWaiting(staff)));
        }
        OptionalInt waiting = decisions.countFor(staff);
        if (waiting.isPresent() || !items.isEmpty()) {
            items.add(new MenuItem("私の決裁", "/office/decisions", 11, waiting.orElse(0)));
        }
        return items;
    }
}
