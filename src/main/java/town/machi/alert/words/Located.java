package town.machi.alert.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/// A piece of a file under `alerts/` with the line where it stands. Every value is text.
///
/// @param text of a scalar; empty for the others
/// @param table of a mapping, in its order; empty for the others
/// @param list of a sequence; empty for the others
public record Located(int line, String text, Map<String, Located> table, List<Located> list) {

    private static final Located NOTHING = new Located(1, "", Map.of(), List.of());

    /// @param faults gets what cannot be read
    static Located read(String file, String source, List<Fault> faults) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setSchema(new FailsafeSchema())
                .setMaxAliasesForCollections(0)
                .build();
        try {
            Optional<Node> root = new Compose(settings).composeString(source);
            if (root.isEmpty() || !(root.get() instanceof MappingNode)) {
                faults.add(new Fault(file, 1, "「項目: 値」の形で書いてください。"));
                return NOTHING;
            }
            return of(root.get());
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            faults.add(new Fault(file, line, "この行の書き方が読み取れません。字下げ、: の後の空白、引用符を確かめてください。"));
            return NOTHING;
        } catch (YamlEngineException broken) {
            faults.add(new Fault(file, 1, "このファイルは読み取れません。"));
            return NOTHING;
        }
    }

    private static Located of(Node node) {
        int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        return switch (node) {
            case ScalarNode scalar -> new Located(line, scalar.getValue(), Map.of(), List.of());
            case SequenceNode sequence ->
                new Located(
                        line,
                        "",
                        Map.of(),
                        sequence.getValue().stream().map(Located::of).toList());
            case MappingNode mapping -> new Located(line, "", entries(mapping), List.of());
            default -> new Located(line, "", Map.of(), List.of());
        };
    }

    private static Map<String, Located> entries(MappingNode mapping) {
        Map<String, Located> entries = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode key) {
                entries.put(key.getValue(), of(entry.getValueNode()));
            }
        }
        return java.util.Collections.unmodifiableMap(entries);
    }

    Located get(String key) {
        Located found = table.get(key);
        return found == null ? new Located(line, "", Map.of(), List.of()) : found;
    }

    boolean has(String key) {
        return table.containsKey(key);
    }

    /// Names every key that is none of these.
    List<Fault> unknownKeys(String file, List<String> known) {
        List<Fault> faults = new ArrayList<>();
        table.forEach((key, value) -> {
            if (!known.contains(key)) {
                faults.add(new Fault(file, value.line(), "「" + key + "」という項目はありません。"));
            }
        });
        return faults;
    }
}
