package town.machi.messaging.line;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import town.machi.kernel.Language;
import town.machi.messaging.MenuMode;
import town.machi.messaging.QuickReply;
import town.machi.messaging.Topic;
import town.machi.shell.Messages;

/// The menus as the topics want them: one for each mode and language.
@Component
class MenuPlans {

    private final Routing routing;
    private final Messages messages;

    MenuPlans(Routing routing, Messages messages) {
        this.routing = routing;
        this.messages = messages;
    }

    List<MenuPlan> all() {
        List<MenuPlan> plans = new ArrayList<>();
        for (MenuMode mode : MenuMode.values()) {
            for (Language language : Language.values()) {
                plans.add(plan(mode, language));
            }
        }
        return List.copyOf(plans);
    }

    private MenuPlan plan(MenuMode mode, Language language) {
        Language under = language == Language.EN ? Language.JA : Language.EN;
        List<MenuPlan.Cell> cells = new ArrayList<>();
        for (Topic topic : routing.topics()) {
            List<QuickReply> large = topic.menuItems(mode, language);
            List<QuickReply> small = topic.menuItems(mode, under);
            for (int i = 0; i < large.size() && cells.size() < MenuPlan.MOST_CELLS; i++) {
                cells.add(new MenuPlan.Cell(
                        large.get(i), i < small.size() ? small.get(i).label() : ""));
            }
        }
        String bar = messages.in(language).get("messaging.line.menu." + mode.code());
        return new MenuPlan(mode, language, bar, List.copyOf(cells));
    }
}
