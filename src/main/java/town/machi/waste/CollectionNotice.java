package town.machi.waste;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import town.machi.platform.BoardNotice;
import town.machi.platform.Exchange;
import town.machi.platform.Zone;
import town.machi.waste.jdbc.CollectionRows;

/// What is set, on whichever side of the cut: the office types it inside, and residents read it outside.
@Component
class CollectionNotice implements BoardNotice {

    private static final String KIND = "waste.days";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CollectionRows rows;
    private final Exchange exchange;

    CollectionNotice(CollectionRows rows, Exchange exchange) {
        this.rows = rows;
        this.exchange = exchange;
    }

    /// By district, then by kind.
    Map<String, Map<WasteKind, CollectionDays>> list() {
        return exchange.zone() == Zone.PUBLIC
                ? exchange.findPosted(KIND).map(CollectionNotice::read).orElse(Map.of())
                : rows.list();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String content() {
        ObjectNode all = JSON.createObjectNode();
        new TreeMap<>(rows.list()).forEach((district, kinds) -> {
            ObjectNode set = all.putObject(district);
            kinds.forEach((kind, days) -> set.put(kind.name(), days.words()));
        });
        return JSON.writeValueAsString(all);
    }

    private static Map<String, Map<WasteKind, CollectionDays>> read(String content) {
        Map<String, Map<WasteKind, CollectionDays>> all = new HashMap<>();
        JSON.readTree(content).properties().forEach(district -> {
            Map<WasteKind, CollectionDays> kinds = new EnumMap<>(WasteKind.class);
            district.getValue()
                    .properties()
                    .forEach(set -> CollectionDays.parse(set.getValue().asString())
                            .ifPresent(days -> kinds.put(WasteKind.valueOf(set.getKey()), days)));
            all.put(district.getKey(), kinds);
        });
        return all;
    }
}
