package town.machi.water.web;

import java.util.List;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.shell.MenuItem;
import town.machi.shell.OfficeMenu;
import town.machi.water.intake.Callbacks;

/// 作業予定, 今日の作業, 精算, 折り返しの電話, 水道の数字: for the water section.
@Component
class WaterMenu implements OfficeMenu {

    private final Callbacks callbacks;

    WaterMenu(Callbacks callbacks) {
        this.callbacks = callbacks;
    }

    @Override
    public List<MenuItem> items(Actor.Staff staff) {
        return WaterStaff.belongs(staff)
                ? List.of(
                        new MenuItem("作業予定", "/office/water/board", 21),
                        new MenuItem("今日の作業", "/office/water/today", 22),
                        new MenuItem("精算", "/office/water/settlements", 23),
                        new MenuItem("折り返しの電話", "/office/water/callbacks", 23, callbacks.countOpen()),
                        new MenuItem("水道の数字", "/office/water/figures", 24))
                : List.of();
    }
}
