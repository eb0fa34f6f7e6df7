package town.machi.demo;

import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.waste.Collections;
import town.machi.waste.WasteKind;

/// Made-up collection days for a few districts; the others stay 未設定.
@Component
@ConditionalOnBooleanProperty("machi.demo")
class DemoWaste {

    private static final Map<WasteKind, String> EXAMPLE = Map.of(
            WasteKind.BURNABLE, "毎週月・木",
            WasteKind.PLASTIC, "毎週水",
            WasteKind.UNBURNABLE, "第2・4火",
            WasteKind.PAPER, "第1金",
            WasteKind.GLASS, "第3金");

    private static final List<String> DISTRICTS = List.of("大字湯浦", "大字田浦", "大字佐敷");

    private final Collections collections;

    DemoWaste(Collections collections) {
        this.collections = collections;
    }

    @EventListener(ApplicationReadyEvent.class)
    void fill() {
        boolean empty = DISTRICTS.stream()
                .allMatch(district -> collections.find(district).isEmpty());
        if (empty) {
            collections.put(DISTRICTS, EXAMPLE, new Actor.SystemJob("demo"));
        }
    }
}
