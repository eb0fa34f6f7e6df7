package town.machi.alert.web;

import java.util.List;
import org.springframework.stereotype.Component;
import town.machi.alert.AlertRules;
import town.machi.alert.desk.AlertLooking;
import town.machi.alert.talk.CallDesk;
import town.machi.kernel.Actor;
import town.machi.shell.MenuItem;
import town.machi.shell.OfficeMenu;

/// 災害情報, with the number that waits for a 決裁; 住民の声, with the number that is open.
@Component
class AlertMenu implements OfficeMenu {

    private final AlertLooking looking;
    private final CallDesk calls;

    AlertMenu(AlertLooking looking, CallDesk calls) {
        this.calls = calls;
        this.looking = looking;
    }

    @Override
    public List<MenuItem> items(Actor.Staff staff) {
        return AlertRules.maySee(staff)
                ? List.of(
                        new MenuItem("災害情報", "/office/alerts", 25, looking.countWaiting()),
                        new MenuItem("住民の声", "/office/response", 28, calls.countOpen()))
                : List.of();
    }
}
