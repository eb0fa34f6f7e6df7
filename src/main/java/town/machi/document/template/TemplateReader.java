package town.machi.document.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import town.machi.procedure.Words;

/// Reads one 様式. Every scalar is text as it stands; every fault is collected with its line.
final class TemplateReader {

    private static final Set<String> KEYS = Set.of(
            "document",
            "english",
            "easy",
            "title",
            "fields",
            "procedures",
            "number",
            "to",
            "from",
            "seal",
            "body",
            "verify");

    private final String file;
    private final List<TemplateFault> faults = new ArrayList<>();
    private final Set<String> known = new HashSet<>(DocumentTemplate.STANDARD);

    private TemplateReader(String file) {
        this.file = file;
    }

    /// @param template empty when there are faults
    record Result(Optional<DocumentTemplate> template, List<TemplateFault> faults) {}

    /// @param file `acceptance.yaml`, for the name and the messages
    static Result read(String file, String yaml) {
        TemplateReader reader = new TemplateReader(file);
        DocumentTemplate template = reader.template(yaml);
        return new Result(
                Optional.ofNullable(template).filter(_ -> reader.faults.isEmpty()), List.copyOf(reader.faults));
    }

    private @Nullable DocumentTemplate template(String yaml) {
        try {
            Node root = new Compose(LoadSettings.builder().setLabel(file).build())
                    .composeString(yaml)
                    .orElse(null);
            if (root instanceof MappingNode mapping) {
                return template(mapping, entries(mapping, KEYS));
            }
            fault(root, "「document: 受理通知書」のような行から書き始めてください。");
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            faults.add(new TemplateFault(file, line, "YAMLとして読めません（字下げ、タブ、引用符を確かめてください）: " + broken.getProblem()));
        } catch (YamlEngineException broken) {
            faults.add(new TemplateFault(file, 1, "YAMLとして読めません: " + broken.getMessage()));
        }
        return null;
    }

    private DocumentTemplate template(MappingNode root, Map<String, Node> entries) {
        Map<String, String> fields = texts(entries.get("fields"));
        known.addAll(fields.keySet());
        String kind = required(root, entries, "document");
        DocumentTemplate template = new DocumentTemplate(
                file.replaceFirst("\\.yaml$", ""),
                new Words(kind, emptyToNull(text(entries.get("easy"))), emptyToNull(text(entries.get("english")))),
                filled(entries, "title", kind),
                fields,
                entries.containsKey("procedures") ? list(entries.get("procedures")) : List.of(),
                yes(entries.get("number")),
                filled(entries, "to", ""),
                filled(entries, "from", ""),
                seal(root, entries),
                parts(entries.get("body"), root),
                yes(entries.get("verify")));
        checkInstruction(template, entries.getOrDefault("fields", root));
        return template;
    }

    /// Whoever speaks in the town's name says how it is sealed.
    private DocumentTemplate.Seal seal(MappingNode root, Map<String, Node> entries) {
        Node node = entries.get("seal");
        if (node == null) {
            if (entries.containsKey("from")) {
                fault(root, "公印をどうするか（seal）がありません。「seal: 押印」「seal: 印影」「seal: 省略」のどれかを書いてください。");
            }
            return DocumentTemplate.Seal.NONE;
        }
        String typed = text(node);
        return Arrays.stream(DocumentTemplate.Seal.values())
                .filter(seal -> !typed.isEmpty() && seal.label().equals(typed))
                .findFirst()
                .orElseGet(() -> {
                    fault(node, "公印（seal）に「" + typed + "」とは書けません。押印、印影、省略 のどれかです。");
                    return DocumentTemplate.Seal.NONE;
                });
    }

    /// Who is refused is told what to do (行政不服審査法 82条, 行政事件訴訟法 46条).
    private void checkInstruction(DocumentTemplate template, Node fields) {
        if (!template.instructs()) {
            template.fields().keySet().stream()
                    .filter(DocumentTemplate.RULINGS::contains)
                    .findFirst()
                    .ifPresent(field -> fault(
                            line(fields, field),
                            "認めないこと（" + field + "）を知らせる様式には、教示が要ります。body: に「- remedy:」を書き足してください。"));
        }
    }

    private static Node line(Node fields, String key) {
        return fields instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .map(NodeTuple::getKeyNode)
                        .filter(node -> node instanceof ScalarNode scalar
                                && scalar.getValue().equals(key))
                        .findFirst()
                        .orElse(fields)
                : fields;
    }

    private List<DocumentTemplate.Part> parts(@Nullable Node body, MappingNode root) {
        if (!(body instanceof SequenceNode sequence)) {
            fault(body == null ? root : body, "body: の下に「- text: …」のように並べてください。");
            return List.of();
        }
        List<DocumentTemplate.Part> parts = new ArrayList<>();
        for (Node node : sequence.getValue()) {
            if (node instanceof MappingNode mapping && mapping.getValue().size() == 1) {
                NodeTuple only = mapping.getValue().getFirst();
                part(text(only.getKeyNode()), only.getValueNode()).ifPresent(parts::add);
            } else {
                fault(node, "body: の行は「- text: …」のように、一つの「名前: 中身」です。");
            }
        }
        return List.copyOf(parts);
    }

    private Optional<DocumentTemplate.Part> part(String key, Node value) {
        return switch (key) {
            case "text" -> Optional.of(new DocumentTemplate.Part.Text(checked(value, text(value))));
            case "centre" -> Optional.of(new DocumentTemplate.Part.Centre(checked(value, text(value))));
            case "rows" -> Optional.of(new DocumentTemplate.Part.Rows(texts(value)));
            case "details" -> Optional.of(new DocumentTemplate.Part.Details());
            case "remedy" -> Optional.of(new DocumentTemplate.Part.Remedy());
            case "remarks" -> Optional.of(new DocumentTemplate.Part.Remarks(list(value)));
            default -> {
                fault(value, "「" + key + "」という部品はありません。text, centre, rows, details, remedy, remarks のどれかです。");
                yield Optional.empty();
            }
        };
    }

    private Map<String, Node> entries(MappingNode mapping, Set<String> allowed) {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = text(tuple.getKeyNode());
            if (!allowed.contains(key)) {
                fault(tuple.getKeyNode(), "「" + key + "」という項目はありません。");
            } else if (entries.put(key, tuple.getValueNode()) != null) {
                fault(tuple.getKeyNode(), "「" + key + "」が二つあります。");
            }
        }
        return entries;
    }

    private String required(MappingNode root, Map<String, Node> entries, String key) {
        String text = text(entries.get(key));
        if (text.isEmpty()) {
            fault(root, key + ": がありません。");
        }
        return text;
    }

    private String filled(Map<String, Node> entries, String key, String standard) {
        Node node = entries.get(key);
        return node == null ? standard : checked(node, text(node));
    }

    private String text(@Nullable Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().strip();
        }
        if (node != null) {
            fault(node, "ここには文字を書いてください。「{」で始まる文は引用符 \"…\" で囲みます。");
        }
        return "";
    }

    private Map<String, String> texts(@Nullable Node node) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                Node value = tuple.getValueNode();
                texts.put(text(tuple.getKeyNode()), checked(value, text(value)));
            }
        } else if (node != null && !text(node).isEmpty()) {
            fault(node, "ここには「名前: 中身」を並べてください。");
        }
        return texts;
    }

    private List<String> list(Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(item -> checked(item, text(item)))
                    .toList();
        }
        return List.of(checked(node, text(node)));
    }

    private boolean yes(@Nullable Node node) {
        String text = text(node);
        if (!Set.of("", "yes", "no").contains(text) && node != null) {
            fault(node, "yes か no を書いてください。");
        }
        return text.equals("yes");
    }

    private String checked(Node node, String text) {
        for (String place : DocumentTemplate.placesIn(text)) {
            if (!known.contains(place)) {
                fault(node, "{" + place + "} に入る値がありません。fields: に書き足すか、名前を確かめてください。");
            }
        }
        return text;
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private void fault(@Nullable Node node, String sentence) {
        int line = node == null ? 1 : node.getStartMark().map(Mark::getLine).orElse(0) + 1;
        faults.add(new TemplateFault(file, line, sentence));
    }
}
