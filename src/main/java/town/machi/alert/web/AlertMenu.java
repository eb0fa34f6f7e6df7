package town.machi.alert.web;

import java.util.List;
import org.springframework.stereotype.Component;
import town.machi.alert.AlertRules;
import town.machi.alert.desk.AlertLooking;
import town.machi.kernel.Actor;
import town.machi.shell.MenuItem;
import town.machi.shell.OfficeMenu;

/// 災害情報, with the number that waits for a 決裁.
@Component
class AlertMenu implements OfficeMenu {

    private final AlertLooking looking;

    AlertMenu(AlertLooking looking) {
        this.looking = looking;
    }

    @Override
    public List<MenuItem> items(Actor.Staff staff) {
        return AlertRules.maySee(staff)
                ? List.of(new MenuItem("災害情報", "/office/alerts", 40, looking.countWaiting()))
                : List.of();
    }
}
