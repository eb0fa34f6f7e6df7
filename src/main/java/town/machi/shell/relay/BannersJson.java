package town.machi.shell.relay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import town.machi.kernel.Language;
import town.machi.shell.Banner;

/// Banners in all languages as JSON. Where they lead is left out: those pages are not outside.
final class BannersJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private BannersJson() {}

    static String write(Map<Language, List<Banner.Item>> banners) {
        ObjectNode all = JSON.createObjectNode();
        banners.forEach((language, items) -> {
            ArrayNode list = all.putArray(language.code());
            items.forEach(item -> list.addObject()
                    .put("tone", item.tone().name())
                    .put("equivalent", item.equivalent())
                    .put("title", item.title())
                    .put("text", item.text())
                    .put("at", item.at().toString()));
        });
        return JSON.writeValueAsString(all);
    }

    static Map<Language, List<Banner.Item>> read(String content) {
        Map<Language, List<Banner.Item>> banners = new EnumMap<>(Language.class);
        JsonNode all = JSON.readTree(content);
        for (Language language : Language.values()) {
            List<Banner.Item> items = new ArrayList<>();
            all.path(language.code()).forEach(item -> items.add(item(item)));
            banners.put(language, List.copyOf(items));
        }
        return banners;
    }

    private static Banner.Item item(JsonNode item) {
        return new Banner.Item(
                Banner.Tone.valueOf(item.required("tone").asString()),
                item.required("equivalent").asBoolean(),
                item.required("title").asString(),
                item.required("text").asString(),
                null,
                Instant.parse(item.required("at").asString()));
    }
}
