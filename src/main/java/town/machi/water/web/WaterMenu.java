package town.machi.water.web;

import java.util.List;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.shell.MenuItem;
import town.machi.shell.OfficeMenu;

/// 作業予定 and 今日の作業: for the water section.
@Component
class WaterMenu implements OfficeMenu {

    @Override
    public List<MenuItem> items(Actor.Staff staff) {
        return WaterStaff.belongs(staff)
                ? List.of(
                        new MenuItem("作業予定", "/office/water/board", 21),
                        new MenuItem("今日の作業", "/office/water/today", 22))
                : List.of();
    }
}
