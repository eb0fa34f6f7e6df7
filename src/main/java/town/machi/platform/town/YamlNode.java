package town.machi.platform.town;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/// A YAML mapping in which every scalar is text: `no`, `8:30` and `0966` mean what they say. Collects what is wrong
/// instead of stopping at the first fault.
record YamlNode(String path, Map<String, Object> content, List<String> faults) {

    static YamlNode read(Path file) {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setSchema(new FailsafeSchema())
                    .setTagConstructors(Map.of(Tag.NULL, nothing -> ""))
                    .setLabel(String.valueOf(file.getFileName()))
                    .build();
            Object root = new Load(settings).loadFromString(Files.readString(file));
            return new YamlNode("", mapping(root), new ArrayList<>());
        } catch (YamlEngineException e) {
            throw new TownFolderFault(file, List.of("YAML として読めません: " + e.getMessage()));
        } catch (IOException e) {
            throw new TownFolderFault(file, List.of("ファイルを読めません: " + e));
        }
    }

    /// The same with another laid over it: what the other says wins, mapping by mapping.
    YamlNode overlaid(YamlNode other) {
        return new YamlNode(path, overlay(content, other.content), faults);
    }

    private static Map<String, Object> overlay(Map<String, Object> below, Map<String, Object> above) {
        Map<String, Object> all = new LinkedHashMap<>(below);
        above.forEach((key, value) -> {
            Object under = below.get(key);
            all.put(
                    key,
                    under instanceof Map && value instanceof Map ? overlay(mapping(under), mapping(value)) : value);
        });
        return all;
    }

    String text(String key) {
        Object value = content.get(key);
        if (value != null && !(value instanceof String)) {
            faults.add(path + key + " は文字で書いてください。");
            return "";
        }
        return value == null ? "" : ((String) value).strip();
    }

    String required(String key) {
        String text = text(key);
        if (text.isEmpty()) {
            faults.add(path + key + " がありません。");
        }
        return text;
    }

    YamlNode node(String key) {
        Object value = content.get(key);
        if (value != null && !(value instanceof Map) && !"".equals(value)) {
            faults.add(path + key + " の下には「名前: 値」を並べてください。");
        }
        return new YamlNode(path + key + ".", mapping(value), faults);
    }

    List<String> texts(String key) {
        Object value = content.get(key);
        if (value == null || "".equals(value)) {
            return List.of();
        }
        if (!(value instanceof List<?> items)) {
            faults.add(path + key + " は [ ] の中に並べてください。");
            return List.of();
        }
        return items.stream().map(String::valueOf).toList();
    }

    Set<String> keys() {
        return content.keySet();
    }

    /// Every key that is not known is a fault: a misspelt key would otherwise be overlooked.
    void allow(String... known) {
        Set<String> allowed = Set.of(known);
        keys().stream().filter(key -> !allowed.contains(key)).forEach(key -> faults.add(path + key + " という項目はありません。"));
    }

    private static Map<String, Object> mapping(@Nullable Object value) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> found) {
            found.forEach((key, entry) -> mapping.put(String.valueOf(key), entry == null ? "" : entry));
        }
        return mapping;
    }
}
