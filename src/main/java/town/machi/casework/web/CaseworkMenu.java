package town.machi.casework.web;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import town.machi.casework.Cases;
import town.machi.casework.desk.Access;
import town.machi.casework.desk.Decisions;
import town.machi.casework.keeping.Disposing;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.shell.MenuItem;
import town.machi.shell.OfficeMenu;

/// 案件, with the number that waits; 補助金 for whoever pays them; 保存と廃棄, with the 伺い that one may decide.
@Component
class CaseworkMenu implements OfficeMenu {

    private final Cases cases;
    private final GrantViews grants;
    private final Decisions decisions;
    private final Disposing disposing;

    CaseworkMenu(Cases cases, GrantViews grants, Decisions decisions, Disposing disposing) {
        this.cases = cases;
        this.grants = grants;
        this.decisions = decisions;
        this.disposing = disposing;
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
        if (!items.isEmpty() || staff.has(Role.ADMINISTRATOR)) {
            items.add(new MenuItem("数字で見る", "/office/picture", 45));
        }
        if (grants.subsidies(staff).findAny().isPresent()) {
            items.add(new MenuItem("補助金", "/office/grants", 30));
        }
        disposing.countFor(staff).ifPresent(count -> items.add(new MenuItem("保存と廃棄", "/office/keeping", 48, count)));
        return items;
    }
}
