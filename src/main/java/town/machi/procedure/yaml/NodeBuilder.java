package town.machi.procedure.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/// Builds nodes from the events of the YAML parser. Aliases and tags are refused, and nesting is limited, so that
/// nothing in a file can grow beyond the file.
final class NodeBuilder {

    private static final int DEEPEST = 24;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setUseMarks(true)
            .setCodePointLimit(YamlText.LARGEST_BYTES)
            .build();

    private final String file;
    private final int lineOffset;
    private final Iterator<Event> events;
    private final Faults faults;

    NodeBuilder(String file, String text, int lineOffset, Faults faults) {
        this.file = file;
        this.lineOffset = lineOffset;
        this.events = new Parse(SETTINGS).parseString(text).iterator();
        this.faults = faults;
    }

    /// The one document of the text; empty where there is none.
    ///
    /// @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException where it is no YAML
    Optional<Node> build() {
        Optional<Node> root = Optional.empty();
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof NodeEvent start) {
                if (root.isPresent()) {
                    faults.add(mark(event), "「---」の後にもう一つの文書があります。一つのファイルには一つだけ書いてください。");
                    return root;
                }
                root = Optional.of(node(start, 0));
            }
        }
        return root;
    }

    private Node node(NodeEvent event, int depth) {
        Mark mark = mark(event);
        boolean named = event.getAnchor().isPresent();
        if (named) {
            faults.add(mark, "「&」「*」で始まる値は YAML の特別な書き方で、ここでは使えません。文ならば全体を \"…\" で囲んでください。");
        }
        Node built = switch (event.getEventId()) {
            case Alias -> new Node.Broken(mark);
            case Scalar -> text((ScalarEvent) event, mark);
            case MappingStart, SequenceStart -> collection((CollectionStartEvent) event, mark, depth);
            case Comment, DocumentEnd, DocumentStart, MappingEnd, SequenceEnd, StreamEnd, StreamStart ->
                throw new IllegalStateException("not a node: " + event);
        };
        return named || event instanceof AliasEvent ? new Node.Broken(mark) : built;
    }

    private Node text(ScalarEvent event, Mark mark) {
        if (event.getTag().isPresent()) {
            return tagged(mark);
        }
        ScalarStyle style = event.getScalarStyle();
        return new Node.Text(
                mark,
                event.getValue(),
                switch (style) {
                    case PLAIN, JSON_SCALAR_STYLE -> Node.Style.PLAIN;
                    case SINGLE_QUOTED, DOUBLE_QUOTED -> Node.Style.QUOTED;
                    case LITERAL, FOLDED -> Node.Style.BLOCK;
                });
    }

    private Node tagged(Mark mark) {
        faults.add(mark, "「!」で始まる値は YAML の「タグ」と読まれます。check: \"!x\" のように全体を \"…\" で囲んでください。");
        return new Node.Broken(mark);
    }

    private Node collection(CollectionStartEvent event, Mark mark, int depth) {
        if (depth >= DEEPEST) {
            faults.add(mark, "入れ子が深すぎます。字下げと括弧を確かめてください。");
            skip();
            return new Node.Broken(mark);
        }
        Node built = event.getEventId() == Event.ID.MappingStart
                ? new Node.Table(mark, entries(depth))
                : new Node.Listing(mark, items(depth));
        return event.getTag().isPresent() ? tagged(mark) : built;
    }

    private List<Node> items(int depth) {
        List<Node> items = new ArrayList<>();
        for (Event event = events.next(); event instanceof NodeEvent item; event = events.next()) {
            items.add(node(item, depth + 1));
        }
        return items;
    }

    private List<Node.Entry> entries(int depth) {
        List<Node.Entry> entries = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (Event event = events.next(); event instanceof NodeEvent start; event = events.next()) {
            Node key = node(start, depth + 1);
            Node value = node((NodeEvent) events.next(), depth + 1);
            entry(key, value, lines).ifPresent(entries::add);
        }
        return entries;
    }

    private Optional<Node.Entry> entry(Node key, Node value, Map<String, Integer> lines) {
        if (!(key instanceof Node.Text name)) {
            if (!(key instanceof Node.Broken)) {
                faults.add(key.mark(), "項目の名前が「{」か「[」で始まっています。文ならば全体を \"…\" で囲んでください。");
            }
            return Optional.empty();
        }
        Integer before = lines.putIfAbsent(name.value(), name.mark().line());
        if (before != null) {
            faults.add(name.mark(), "「" + name.value() + "」が二度書かれています（先のものは " + before + " 行目）。どちらか一つにしてください。");
            return Optional.empty();
        }
        return Optional.of(new Node.Entry(name, value));
    }

    private void skip() {
        for (int open = 1; open > 0; ) {
            switch (events.next().getEventId()) {
                case MappingStart, SequenceStart -> open++;
                case MappingEnd, SequenceEnd -> open--;
                case Alias, Comment, DocumentEnd, DocumentStart, Scalar, StreamEnd, StreamStart -> {}
            }
        }
    }

    private Mark mark(Event event) {
        return event.getStartMark()
                .map(at -> new Mark(file, at.getLine() + 1 + lineOffset, at.getColumn() + 1))
                .orElseGet(() -> new Mark(file, 1 + lineOffset, 1));
    }
}
