package town.machi.procedure.reading;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import town.machi.procedure.yaml.Faults;
import town.machi.procedure.yaml.Mark;
import town.machi.procedure.yaml.Node;

/// The entries of one table, asked for by name. What nobody asked for is unknown, and is told so by [#close].
final class Fields {

    private final Node.Table table;
    private final String what;
    private final Faults faults;
    private final Set<String> known = new LinkedHashSet<>();
    private final Map<String, String> missing = new LinkedHashMap<>();

    private Fields(Node.Table table, String what, Faults faults) {
        this.table = table;
        this.what = what;
        this.faults = faults;
    }

    /// @param what what the table describes, in the clerk's words: 質問「startsOn」
    static Fields of(Node.Table table, String what, Faults faults) {
        return new Fields(table, what, faults);
    }

    /// The same from any node; a fault and no fields where it is no table.
    static Fields of(Node node, String what, Faults faults) {
        return new Fields(Shapes.table(node, what, faults).orElseGet(() -> unreadable(node.mark())), what, faults);
    }

    private static Node.Table unreadable(Mark mark) {
        Node.Text key = new Node.Text(mark, Node.UNREADABLE, Node.Style.PLAIN);
        return new Node.Table(mark, List.of(new Node.Entry(key, new Node.Broken(mark))));
    }

    Mark mark() {
        return table.mark();
    }

    Faults faults() {
        return faults;
    }

    String what() {
        return what;
    }

    /// Place of the key, for faults about the whole entry.
    Mark markOf(String key) {
        return table.find(key).map(entry -> entry.key().mark()).orElse(table.mark());
    }

    boolean has(String key) {
        known.add(key);
        return table.find(key).isPresent();
    }

    Optional<Node> node(String key) {
        known.add(key);
        return table.find(key).map(Node.Entry::value);
    }

    /// The text of an entry; empty where there is no such entry, or where it has its fault.
    Optional<Node.Text> text(String key) {
        return node(key).flatMap(node -> Shapes.text(node, key, faults));
    }

    /// As [#text], with a fault where the entry is missing.
    Optional<Node.Text> requiredText(String key, String meaning) {
        require(key, meaning);
        return text(key);
    }

    void require(String key, String meaning) {
        known.add(key);
        boolean hidden = table.find(Node.UNREADABLE).isPresent();
        if (table.find(key).isEmpty() && !hidden) {
            missing.putIfAbsent(key, meaning);
        }
    }

    /// The items of a list. A single value counts as a list of one.
    List<Node> items(String key) {
        return node(key).map(node -> Shapes.items(node, key, faults)).orElseGet(List::of);
    }

    /// The texts of a list.
    List<Node.Text> texts(String key) {
        return items(key).stream()
                .flatMap(item -> Shapes.text(item, key, faults).stream())
                .toList();
    }

    boolean yes(String key) {
        return text(key).flatMap(text -> Shapes.yes(text, faults)).orElse(false);
    }

    /// Keys that nobody has asked for yet, with their values.
    List<Node.Entry> rest() {
        return table.entries().stream()
                .filter(entry -> !known.contains(entry.key().value()))
                .filter(entry -> !entry.key().value().equals(Node.UNREADABLE))
                .toList();
    }

    /// Takes a key as known.
    void know(Set<String> keys) {
        known.addAll(keys);
    }

    /// Tells of every key that nobody asked for, and of what is missing, unless one looks like the other.
    void close() {
        Set<String> meant = new HashSet<>();
        for (Node.Entry entry : rest()) {
            faults.add(entry.key().mark(), StrayKeys.sentence(entry, what, known));
            StrayKeys.meant(entry, known).ifPresent(meant::add);
        }
        missing.forEach((key, meaning) -> {
            if (!meant.contains(key)) {
                faults.add(table.mark(), what + "に「" + key + "」（" + meaning + "）がありません。書き足してください。");
            }
        });
    }
}
