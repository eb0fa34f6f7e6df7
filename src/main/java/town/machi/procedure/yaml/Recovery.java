package town.machi.procedure.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// A YAML parser stops at the first thing that it cannot read. This cuts the file at its indentation into parts, reads
/// those that can be read, and says of each of the others what is wrong with it.
final class Recovery {

    private static final int DEEPEST = 12;
    private static final Pattern KEY = Pattern.compile("^([A-Za-z][\\w-]*)\\s*[:：]\\s*(.*)$");

    private final String file;
    private final List<String> lines;
    private final YamlEngineException broken;
    private final Faults faults;

    /// @param broken what the parser said of the whole
    Recovery(String file, String text, YamlEngineException broken, Faults faults) {
        this.file = file;
        this.lines = text.lines().toList();
        this.broken = broken;
        this.faults = faults;
    }

    Node read() {
        int before = faults.size();
        Part whole = new Part(lines, 0, lines.size());
        Node node = block(whole, 0);
        if (faults.size() == before) {
            ParserWords.Found found = ParserWords.of(broken);
            faults.add(new Mark(file, Math.max(found.line(), 1), Math.max(found.column(), 1)), found.sentence());
        }
        return node;
    }

    private Node block(Part part, int depth) {
        Faults found = new Faults();
        try {
            Optional<Node> node = new NodeBuilder(file, part.text(), part.from(), found).build();
            found.list().forEach(faults::add);
            return node.orElseGet(() -> new Node.Text(start(part), "", Node.Style.PLAIN));
        } catch (YamlEngineException cause) {
            List<Part> items = part.items();
            boolean divisible =
                    depth < DEEPEST && !items.isEmpty() && (items.size() > 1 || hasChildren(items.getFirst()));
            return divisible ? divided(part, items, depth) : leaf(part, cause);
        }
    }

    private static boolean hasChildren(Part item) {
        String head = item.head();
        return head.startsWith("- ") || (item.to() - item.from() > 1 && head.matches("[A-Za-z][\\w-]*:"));
    }

    private Node divided(Part part, List<Part> items, int depth) {
        List<Node> nodes = new ArrayList<>();
        List<Node.Entry> entries = new ArrayList<>();
        for (Part item : items) {
            if (item.indent() != items.getFirst().indent()) {
                faults.add(start(item), "字下げが前の行とそろっていません。同じ並びの項目は同じ桁から書いてください。");
            }
            if (item.head().startsWith("- ")) {
                nodes.add(block(item.undashed(), depth + 1));
            } else {
                entries.add(entry(item, depth));
            }
        }
        if (items.getFirst().head().startsWith("- ")) {
            return new Node.Listing(start(part), nodes);
        }
        return new Node.Table(start(part), admitting(entries, start(part)));
    }

    /// With a word that something could not be read, so that nobody calls it missing.
    private static List<Node.Entry> admitting(List<Node.Entry> entries, Mark mark) {
        if (entries.stream().anyMatch(entry -> entry.value() instanceof Node.Broken)) {
            Node.Text unreadable = new Node.Text(mark, Node.UNREADABLE, Node.Style.PLAIN);
            entries.add(new Node.Entry(unreadable, new Node.Broken(mark)));
        }
        return entries;
    }

    private Node.Entry entry(Part item, int depth) {
        Matcher matcher = KEY.matcher(item.head());
        Mark mark = start(item);
        String name = matcher.matches() ? matcher.group(1) : Node.UNREADABLE;
        Node.Text key = new Node.Text(mark, name, Node.Style.PLAIN);
        if (hasChildren(item)) {
            return new Node.Entry(key, block(new Part(item.lines(), item.from() + 1, item.to()), depth + 1));
        }
        Node read = block(item, DEEPEST);
        if (read instanceof Node.Table table && table.entries().size() == 1) {
            return table.entries().getFirst();
        }
        if (read instanceof Node.Text text) {
            tell(item, text.mark(), "「項目: 値」の形になっていません。半角のコロンと半角の空白を入れてください。");
        }
        return new Node.Entry(key, new Node.Broken(read.mark()));
    }

    private Node leaf(Part part, YamlEngineException cause) {
        ParserWords.Found found = ParserWords.of(cause);
        Mark mark = found.line() == 0 ? start(part) : new Mark(file, found.line() + part.from(), found.column());
        tell(part, mark, found.sentence());
        return new Node.Broken(start(part));
    }

    /// The slips that one sees in these lines; the sentence where one sees none.
    private void tell(Part part, Mark mark, String sentence) {
        List<Slips.Found> slips = Slips.find(lines, part.from(), part.to());
        slips.forEach(slip -> faults.add(new Mark(file, slip.line(), slip.column()), slip.sentence()));
        if (slips.isEmpty()) {
            faults.add(mark, sentence);
        }
    }

    private Mark start(Part part) {
        int indent = part.indent();
        return new Mark(file, Math.max(part.firstLine(), 0) + 1, indent == Part.ODD ? 1 : indent + 1);
    }
}
