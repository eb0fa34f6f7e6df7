package town.machi.procedure.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import town.machi.procedure.Example;
import town.machi.procedure.yaml.Faults;
import town.machi.procedure.yaml.Mark;
import town.machi.procedure.yaml.Node;

/// The entries of one file, made flat: `user: {family: 山田}` and `user.family: 山田` are the same.
final class Entries {

    private final Node.Table table;
    private final Faults faults;

    Entries(Node.Table table, Faults faults) {
        this.table = table;
        this.faults = faults;
    }

    /// An entry that is a word or a list of words.
    Optional<Example.Line> one(String key) {
        List<Example.Line> lines = lines(key);
        return lines.stream().filter(line -> line.path().isEmpty()).findFirst();
    }

    /// An entry that is a word; empty where it is a table.
    Optional<Example.Line> word(String key) {
        return table.find(key)
                .filter(entry -> entry.value() instanceof Node.Text)
                .flatMap(_ -> one(key));
    }

    List<Example.Line> lines(String key) {
        List<Example.Line> lines = new ArrayList<>();
        table.find(key).ifPresent(entry -> flatten("", entry.key().mark(), entry.value(), lines));
        return List.copyOf(lines);
    }

    private void flatten(String path, Mark mark, Node node, List<Example.Line> into) {
        switch (node) {
            case Node.Text text ->
                into.add(line(mark, path, List.of(text.value().strip())));
            case Node.Table inner ->
                inner.entries()
                        .forEach(entry -> flatten(
                                path.isEmpty()
                                        ? entry.key().value()
                                        : path + "." + entry.key().value(),
                                entry.key().mark(),
                                entry.value(),
                                into));
            case Node.Listing listing -> flatten(path, mark, listing, into);
            case Node.Broken broken -> {} // has its fault already
        }
    }

    /// Words are several answers to one question; tables are the entries of a repeated one.
    private void flatten(String path, Mark mark, Node.Listing listing, List<Example.Line> into) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < listing.items().size(); i++) {
            switch (listing.items().get(i)) {
                case Node.Text text -> words.add(text.value().strip());
                case Node.Table inner -> flatten(path + "[" + i + "]", inner.mark(), inner, into);
                case Node.Listing nested -> faults.add(nested.mark(), "並びの中に並びは書けません。「- 」の字下げを確かめてください。");
                case Node.Broken broken -> {} // has its fault already
            }
        }
        if (!words.isEmpty()) {
            into.add(line(mark, path, List.copyOf(words)));
        }
    }

    private static Example.Line line(Mark mark, String path, List<String> values) {
        return new Example.Line(mark.file(), mark.line(), mark.column(), path, values);
    }
}
