package town.machi.shelter.web;

import java.util.List;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.shell.MenuItem;
import town.machi.shell.OfficeMenu;

/// 避難所の受付: for everybody who may stand at a desk.
@Component
class DeskMenu implements OfficeMenu {

    @Override
    public List<MenuItem> items(Actor.Staff staff) {
        return DeskOffice.mayStandAtADesk(staff)
                ? List.of(new MenuItem("避難所の受付", "/office/shelter-desks", 27))
                : List.of();
    }
}
