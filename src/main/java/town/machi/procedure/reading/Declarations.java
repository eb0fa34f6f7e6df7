package town.machi.procedure.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import town.machi.procedure.AnswerShape;
import town.machi.procedure.Surroundings;
import town.machi.procedure.conditions.Scope;
import town.machi.procedure.yaml.Node;

/// A first look at the form: which questions there are, and of which kind their answers are, so that conditions can be
/// typed wherever they stand. Faults are told by the second look.
final class Declarations {

    private final Vocabulary vocabulary;
    private final Surroundings surroundings;
    private final Map<String, Scope.Value> questions = new LinkedHashMap<>();

    private Declarations(Vocabulary vocabulary, Surroundings surroundings) {
        this.vocabulary = vocabulary;
        this.surroundings = surroundings;
    }

    static Scope read(Node.Table table, Vocabulary vocabulary, Surroundings surroundings) {
        Declarations declarations = new Declarations(vocabulary, surroundings);
        for (Node page : items(table, "form")) {
            if (page instanceof Node.Table fields) {
                items(fields, "ask").forEach(declarations::question);
            }
        }
        return new Scope(declarations.questions, surroundings.facts());
    }

    private static List<Node> items(Node.Table table, String key) {
        return table.find(key).map(Node.Entry::value).orElse(table) instanceof Node.Listing listing
                ? listing.items()
                : List.of();
    }

    private void question(Node item) {
        if (!(item instanceof Node.Table table) || table.entries().size() != 1) {
            return;
        }
        Node.Entry entry = table.entries().getFirst();
        if (entry.value() instanceof Node.Table fields) {
            questions.putIfAbsent(entry.key().value(), value(fields));
        }
    }

    private Scope.Value value(Node.Table fields) {
        Optional<Vocabulary.Entry> entry = text(fields, "use").flatMap(vocabulary::find);
        Optional<String> type = entry.map(Vocabulary.Entry::type).or(() -> text(fields, "type"));
        AnswerShape shape = surroundings.shapes().get(type.orElse(""));
        if (shape == null) {
            return Scope.Value.UNKNOWN;
        }
        Set<String> choices = new TreeSet<>();
        if (fields.find("of").map(Node.Entry::value).orElse(fields) instanceof Node.Table of && of != fields) {
            of.entries().forEach(choice -> choices.add(choice.key().value()));
        } else {
            entry.ifPresent(used -> used.choices().forEach(choice -> choices.add(choice.code())));
        }
        return new Scope.Value(Optional.of(shape.kind()), shape.parts(), choices);
    }

    private static Optional<String> text(Node.Table fields, String key) {
        return fields.find(key)
                .map(Node.Entry::value)
                .filter(Node.Text.class::isInstance)
                .map(node -> ((Node.Text) node).value().strip());
    }
}
