package town.machi.procedure.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import town.machi.procedure.AnswerShape;
import town.machi.procedure.Condition;
import town.machi.procedure.Question;
import town.machi.procedure.Words;
import town.machi.procedure.conditions.ConditionCompiler;
import town.machi.procedure.yaml.Faults;
import town.machi.procedure.yaml.Nearest;
import town.machi.procedure.yaml.Node;

/// Reads one question: `startsOn: {type: date, label: 使用開始日}`.
final class QuestionReader {

    private static final Set<String> COMMON =
            Set.of("use", "type", "label", "hint", "optional", "of", "ask", "when", "note");

    private final Map<String, AnswerShape> shapes;
    private final Vocabulary vocabulary;
    private final Translations translations;
    private final ConditionCompiler conditions;
    private final Places places;
    private final Faults faults;

    QuestionReader(
            Map<String, AnswerShape> shapes,
            Vocabulary vocabulary,
            Translations translations,
            ConditionCompiler conditions,
            Places places,
            Faults faults) {
        this.shapes = shapes;
        this.vocabulary = vocabulary;
        this.translations = translations;
        this.conditions = conditions;
        this.places = places;
        this.faults = faults;
    }

    Optional<Question> read(Node item) {
        return QuestionItem.of(item, faults).flatMap(found -> {
            Names.checkId(found.id(), "質問", faults);
            String id = found.id().value();
            places.add(Places.Kind.QUESTION, id, found.id().mark());
            return question(id, "questions." + id, found.body(), false);
        });
    }

    private Optional<Question> question(String id, String path, Node body, boolean child) {
        Fields fields = Fields.of(body, "質問「" + id + "」", faults);
        fields.know(COMMON);
        Optional<Vocabulary.Entry> entry = entry(fields);
        Optional<String> type = type(fields, entry);
        if (type.isEmpty()) {
            fields.close();
            return Optional.empty();
        }
        Optional<AnswerShape> shape = shape(fields, type.get());
        Words label = translations
                .find(path + ".label", fields, "label")
                .orElseGet(() -> translations.words(path + ".label", standardLabel(id, fields, entry)));
        Optional<Words> hint = hint(path, fields, entry);
        List<Question.Choice> choices = choices(path, fields, entry);
        List<Question> children = children(path, fields, entry);
        Map<String, String> options = options(fields, entry, shape);
        shape.ifPresent(known -> Matching.check(known, fields, entry, choices, children, options));
        fields.close();
        return Optional.of(new Question(
                id,
                type.get(),
                entry.filter(Vocabulary.Entry::fills)
                        .map(Vocabulary.Entry::name)
                        .orElse(id),
                label,
                hint,
                optional(fields, entry),
                options,
                choices,
                children,
                when(fields, child)));
    }

    private static boolean optional(Fields fields, Optional<Vocabulary.Entry> entry) {
        return fields.has("optional")
                ? fields.yes("optional")
                : entry.map(Vocabulary.Entry::optional).orElse(false);
    }

    private Optional<Condition> when(Fields fields, boolean child) {
        Optional<Node.Text> when = fields.text("when");
        if (child && when.isPresent()) {
            faults.add(when.get().mark(), "くり返しの中の質問には when を書けません。くり返し全体に書いてください。");
            return Optional.empty();
        }
        return when.flatMap(text -> conditions.compile(text, faults));
    }

    private Optional<Vocabulary.Entry> entry(Fields fields) {
        Optional<Node.Text> use = fields.text("use");
        if (use.isEmpty()) {
            return Optional.empty();
        }
        Optional<Vocabulary.Entry> entry = vocabulary.find(use.get().value().strip());
        if (entry.isEmpty()) {
            faults.add(
                    use.get().mark(),
                    "語彙に「" + use.get().value() + "」はありません。"
                            + Nearest.hint(use.get().value(), vocabulary.names()));
        }
        if (fields.has("type")) {
            faults.add(fields.markOf("type"), "use と type の両方は書けません。語彙を使うなら type の行を消してください。");
        }
        return entry;
    }

    private Optional<String> type(Fields fields, Optional<Vocabulary.Entry> entry) {
        if (entry.isPresent()) {
            return Optional.of(entry.get().type());
        }
        if (fields.has("use")) {
            return Optional.empty();
        }
        return fields.requiredText("type", "質問の型。語彙を使うなら use")
                .map(text -> text.value().strip());
    }

    private Optional<AnswerShape> shape(Fields fields, String type) {
        AnswerShape shape = shapes.get(type);
        if (shape == null && !fields.has("use")) {
            faults.add(
                    fields.node("type").map(Node::mark).orElse(fields.mark()),
                    "質問の型「" + type + "」はありません。" + Nearest.hint(type, new TreeSet<>(shapes.keySet())));
        }
        return Optional.ofNullable(shape);
    }

    private Words standardLabel(String id, Fields fields, Optional<Vocabulary.Entry> entry) {
        if (entry.isEmpty()) {
            fields.require("label", "画面に出す言葉");
        }
        return entry.map(Vocabulary.Entry::label).orElseGet(() -> Words.ofJapanese(id));
    }

    private Optional<Words> hint(String path, Fields fields, Optional<Vocabulary.Entry> entry) {
        return translations
                .find(path + ".hint", fields, "hint")
                .or(() -> entry.flatMap(Vocabulary.Entry::hint).map(hint -> translations.words(path + ".hint", hint)));
    }

    private List<Question.Choice> choices(String path, Fields fields, Optional<Vocabulary.Entry> entry) {
        Optional<Node> of = fields.node("of");
        if (of.isEmpty()) {
            return entry.map(Vocabulary.Entry::choices).orElseGet(List::of);
        }
        return Shapes.table(of.get(), "選択肢（of）", faults).stream()
                .flatMap(table -> table.entries().stream())
                .flatMap(choice -> choice(path, choice).stream())
                .toList();
    }

    private Optional<Question.Choice> choice(String path, Node.Entry choice) {
        String code = choice.key().value();
        Names.checkCode(choice.key(), faults);
        return translations
                .find(path + ".of." + code, code, choice.value())
                .map(words -> new Question.Choice(code, words));
    }

    private List<Question> children(String path, Fields fields, Optional<Vocabulary.Entry> entry) {
        List<Node> items = new ArrayList<>(fields.items("ask"));
        if (items.isEmpty()) {
            entry.map(Vocabulary.Entry::children).ifPresent(items::addAll);
        }
        Map<String, Integer> seen = new HashMap<>();
        List<Question> children = new ArrayList<>();
        for (Node item : items) {
            QuestionItem.of(item, faults).ifPresent(found -> {
                String id = found.id().value();
                Names.checkId(found.id(), "質問", faults);
                if (seen.merge(id, 1, Integer::sum) > 1) {
                    faults.add(found.id().mark(), "くり返しの中に質問「" + id + "」が二つあります。どちらかの名前を変えてください。");
                }
                question(id, path + ".ask." + id, found.body(), true).ifPresent(children::add);
            });
        }
        return children;
    }

    /// Options of the vocabulary entry, then those of the question itself.
    private Map<String, String> options(Fields fields, Optional<Vocabulary.Entry> entry, Optional<AnswerShape> shape) {
        Map<String, String> options = new LinkedHashMap<>();
        entry.ifPresent(used ->
                used.options().forEach((name, node) -> value(node, name).ifPresent(value -> options.put(name, value))));
        for (String name : shape.map(AnswerShape::options).orElseGet(Set::of)) {
            fields.node(name).flatMap(node -> value(node, name)).ifPresent(value -> options.put(name, value));
        }
        return options;
    }

    private Optional<String> value(Node node, String name) {
        if (node instanceof Node.Listing listing) {
            return Optional.of(String.join(
                    ",",
                    listing.items().stream()
                            .flatMap(item -> Shapes.text(item, name, faults).stream())
                            .map(text -> text.value().strip())
                            .toList()));
        }
        return Shapes.text(node, name, faults).map(text -> text.value().strip());
    }
}
