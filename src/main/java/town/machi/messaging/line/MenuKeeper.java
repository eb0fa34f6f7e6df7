package town.machi.messaging.line;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import town.machi.kernel.Language;
import town.machi.messaging.MenuMode;
import town.machi.messaging.QuickReply;
import town.machi.messaging.Topic;
import town.machi.messaging.jdbc.MenuRows;
import town.machi.shell.Messages;

/// Makes LINE show the menu that is wanted: made, given its picture, shown to all, and then the old ones deleted.
@Component
class MenuKeeper {

    private static final Logger log = LoggerFactory.getLogger(MenuKeeper.class);

    private final MenuRows rows;
    private final LineGateway gateway;
    private final LineConnection connection;
    private final Routing routing;
    private final Messages messages;
    private final Clock clock;

    MenuKeeper(
            MenuRows rows,
            LineGateway gateway,
            LineConnection connection,
            Routing routing,
            Messages messages,
            Clock clock) {
        this.rows = rows;
        this.gateway = gateway;
        this.connection = connection;
        this.routing = routing;
        this.messages = messages;
        this.clock = clock;
    }

    void showWanted() {
        if (!gateway.hasAccount()) {
            return;
        }
        MenuPlan plan = plan(rows.mode());
        String fingerprint = plan.fingerprint();
        Instant now = clock.instant();
        int tries = rows.claim(fingerprint, now, now.plus(connection.patience().multipliedBy(4)));
        if (tries == 0) {
            return;
        }
        try {
            gateway.showMenu(plan.request(), MenuPicture.draw(plan));
            rows.shown(fingerprint);
        } catch (IOException e) {
            log.warn("The rich menu could not be changed and is tried again: {}", e.getMessage());
            log.debug("The rich menu could not be changed", e);
            rows.postpone(LineBackOff.nextTry(clock.instant(), tries, Optional.empty()));
        }
    }

    private MenuPlan plan(MenuMode mode) {
        List<MenuPlan.Cell> cells = new ArrayList<>();
        for (Topic topic : routing.topics()) {
            List<QuickReply> large = topic.menuItems(mode, Language.JA);
            List<QuickReply> small = topic.menuItems(mode, Language.EN);
            for (int i = 0; i < large.size() && cells.size() < MenuPlan.MOST_CELLS; i++) {
                cells.add(new MenuPlan.Cell(
                        large.get(i), i < small.size() ? small.get(i).label() : ""));
            }
        }
        String bar = messages.in(Language.JA).get("messaging.line.menu." + mode.code());
        return new MenuPlan(mode, bar, List.copyOf(cells));
    }
}
