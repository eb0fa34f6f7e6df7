package town.machi.alert.desk;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import town.machi.alert.Alert;
import town.machi.alert.AlertSent;
import town.machi.alert.Chains;
import town.machi.alert.World;
import town.machi.alert.jdbc.AlertRows;
import town.machi.messaging.MenuMode;
import town.machi.messaging.RichMenus;
import town.machi.platform.Jobs;

/// The rich menu follows what is on: disaster while people are in danger, and back again when nothing is left.
@Component
public class MenuSwitch {

    private static final int SERIOUS = 3;

    private final RichMenus menus;
    private final AlertRows rows;
    private final Clock clock;

    MenuSwitch(RichMenus menus, AlertRows rows, Clock clock, Jobs jobs, TransactionOperations transaction) {
        this.menus = menus;
        this.rows = rows;
        this.clock = clock;
        jobs.every("alert.menu", Duration.ofMinutes(1), () -> transaction.executeWithoutResult(_ -> follow()));
    }

    /// In the transaction of sending.
    @EventListener
    @Transactional
    void sent(AlertSent event) {
        if (event.world().reachesResidents()) {
            follow();
        }
    }

    private void follow() {
        boolean danger = List.of(World.REAL, World.PUBLIC_DRILL).stream()
                .flatMap(world -> Chains.of(rows.listSent(world)).listOn(clock.instant()).stream())
                .anyMatch(chain -> isDanger(chain.current()));
        MenuMode wanted = danger ? MenuMode.DISASTER : MenuMode.NORMAL;
        if (menus.mode() != wanted) {
            menus.switchTo(wanted);
        }
    }

    private static boolean isDanger(Alert alert) {
        return switch (alert.content().kind()) {
            case EVACUATION, SHELTER, NATIONAL -> true;
            case WEATHER -> alert.content().level() == 0 || alert.content().level() >= SERIOUS;
            case WORKS, FIRE, MISSING, NOTICE -> false;
        };
    }
}
