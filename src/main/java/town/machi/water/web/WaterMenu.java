package town.machi.water.web;

import java.util.List;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.shell.MenuItem;
import town.machi.shell.OfficeMenu;

/// 作業予定, 今日の作業, 精算, 水道の数字: for the water section.
@Component
class WaterMenu implements OfficeMenu {

    @Override
    public List<MenuItem> items(Actor.Staff staff) {
        return WaterStaff.belongs(staff)
                ? List.of(
                        new MenuItem("作業予定", "/office/water/board", 21),
                        new MenuItem("今日の作業", "/office/water/today", 22),
                        new MenuItem("精算", "/office/water/settlements", 23),
                        new MenuItem("水道の数字", "/office/water/figures", 24))
                : List.of();
    }
}
