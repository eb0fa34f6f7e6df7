package town.machi.identity;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import town.machi.identity.jdbc.StaffRows;
import town.machi.platform.Town;

/// A town that began as a demo and is one no longer still has the demo's staff in its tables. They are suspended
/// before the first request is answered, and awake again in the demo.
@Component
class DemoAtRest implements SmartInitializingSingleton {

    private final StaffRows staff;
    private final Town town;

    DemoAtRest(StaffRows staff, Town town) {
        this.staff = staff;
        this.town = town;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (town.demo()) {
            staff.changeDemoState(StaffState.SUSPENDED, StaffState.ACTIVE);
        } else {
            staff.changeDemoState(StaffState.ACTIVE, StaffState.SUSPENDED);
        }
    }
}
