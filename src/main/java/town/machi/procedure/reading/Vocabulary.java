package town.machi.procedure.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import town.machi.procedure.AnswerShape;
import town.machi.procedure.ProcedureSource;
import town.machi.procedure.Question;
import town.machi.procedure.Words;
import town.machi.procedure.yaml.Faults;
import town.machi.procedure.yaml.Nearest;
import town.machi.procedure.yaml.Node;
import town.machi.procedure.yaml.YamlText;

/// The town's vocabulary: questions that many procedures ask, each described once.
final class Vocabulary {

    static final String FILE = ProcedureSource.VOCABULARY;

    /// @param fills whether an answer given once fills the next form
    /// @param optional whether it may be left empty, where the question says nothing
    record Entry(
            String name,
            String type,
            Words label,
            Optional<Words> hint,
            boolean fills,
            boolean optional,
            Map<String, Node> options,
            List<Question.Choice> choices,
            List<Node> children) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, AnswerShape> shapes;
    private final Faults faults;

    Vocabulary(String text, Map<String, AnswerShape> shapes, Faults faults) {
        this.shapes = shapes;
        this.faults = faults;
        YamlText.read(FILE, text, faults).entries().forEach(this::read);
    }

    private Vocabulary() {
        this.shapes = Map.of();
        this.faults = new Faults();
    }

    static Vocabulary none() {
        return new Vocabulary();
    }

    Optional<Entry> find(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    Set<String> names() {
        return entries.keySet();
    }

    private void read(Node.Entry entry) {
        String name = entry.key().value();
        if (name.equals(Node.UNREADABLE)) {
            return;
        }
        Names.checkId(entry.key(), "語彙", faults);
        Fields fields = Fields.of(entry.value(), "語彙「" + name + "」", faults);
        Optional<Node.Text> type = fields.requiredText("type", "質問の型");
        fields.require("label", "画面に出す言葉");
        Words label = words(fields, "label").orElseGet(() -> Words.ofJapanese(name));
        fields.know(Set.of("gif", "note"));
        boolean fills = fields.yes("fills");
        boolean optional = fields.yes("optional");
        List<Question.Choice> choices = fields.node("of").map(this::choices).orElseGet(List::of);
        Optional<Words> hint = words(fields, "hint");
        List<Node> children = fields.items("ask");
        Map<String, Node> options = options(fields, type);
        fields.close();
        type.ifPresent(word -> entries.put(
                name, new Entry(name, word.value().strip(), label, hint, fills, optional, options, choices, children)));
    }

    private Map<String, Node> options(Fields fields, Optional<Node.Text> type) {
        String word = type.map(text -> text.value().strip()).orElse("");
        AnswerShape shape = shapes.get(word);
        if (shape == null) {
            type.ifPresent(text -> {
                faults.add(
                        text.mark(), "質問の型「" + word + "」はありません。" + Nearest.hint(word, new TreeSet<>(shapes.keySet())));
                fields.rest().forEach(rest -> fields.know(Set.of(rest.key().value())));
            });
            return Map.of();
        }
        Map<String, Node> options = new LinkedHashMap<>();
        shape.options().forEach(option -> fields.node(option).ifPresent(node -> options.put(option, node)));
        return options;
    }

    private List<Question.Choice> choices(Node node) {
        return Shapes.table(node, "選択肢", faults).stream()
                .flatMap(table -> table.entries().stream())
                .peek(entry -> Names.checkCode(entry.key(), faults))
                .flatMap(entry -> words(entry.key().value(), entry.value())
                        .map(words -> new Question.Choice(entry.key().value(), words))
                        .stream())
                .toList();
    }

    private Optional<Words> words(Fields fields, String key) {
        return fields.node(key).flatMap(node -> words(key, node));
    }

    private Optional<Words> words(String key, Node node) {
        return InlineWords.read(node, key, faults).map(InlineWords::words);
    }
}
