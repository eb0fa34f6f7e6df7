package town.machi.submission.jdbc;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import town.machi.form.Typed;

/// What stands in the boxes of pages, as it lies in a `jsonb` column: by page, by box.
public final class TypedJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, TreeMap<String, List<String>>>> PAGES = new TypeReference<>() {};

    private TypedJson() {}

    public static String write(Map<String, Typed> pages) {
        Map<String, Map<String, List<String>>> plain = new TreeMap<>();
        pages.forEach((page, typed) -> plain.put(page, typed.boxes()));
        return MAPPER.writeValueAsString(plain);
    }

    public static String writeOne(Typed typed) {
        return MAPPER.writeValueAsString(typed.boxes());
    }

    public static Map<String, Typed> read(String text) {
        Map<String, Typed> pages = new TreeMap<>();
        MAPPER.readValue(text, PAGES).forEach((page, boxes) -> pages.put(page, new Typed(boxes)));
        return pages;
    }
}
