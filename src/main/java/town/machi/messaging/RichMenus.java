package town.machi.messaging;

import org.springframework.stereotype.Component;
import town.machi.messaging.jdbc.MenuRows;
import town.machi.messaging.line.LineBell;

/// The rich menu under everybody's LINE talk. Its cells are the topics' ([Topic#menuItems]); here it is only said which
/// of the two is wanted, and the LINE side makes it so.
@Component
public class RichMenus {

    private final MenuRows rows;
    private final LineBell bell;

    RichMenus(MenuRows rows, LineBell bell) {
        this.rows = rows;
        this.bell = bell;
    }

    public MenuMode mode() {
        return rows.mode();
    }

    /// In the caller's transaction; shown within seconds after it.
    public void switchTo(MenuMode mode) {
        rows.changeMode(mode);
        bell.ringAfterCommit();
    }
}
