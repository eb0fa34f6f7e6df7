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
    private static final Pattern INDENT = Pattern.compile("^( *)(.*)$");

    private final String file;
    private final List<String> lines;
    private final Faults faults;

    Recovery(String file, String text, Faults faults) {
        this.file = file;
        this.lines = text.lines().toList();
        this.faults = faults;
    }

    Node read() {
        return block(new Part(lines, 0, lines.size()), 0);
    }

    /// Lines of the file, some with a list's dash taken away.
    private record Part(List<String> lines, int from, int to) {

        String text() {
            return String.join("\n", lines.subList(from, to)) + "\n";
        }

        boolean blank(int line) {
            String content = lines.get(line).strip();
            return content.isEmpty() || content.startsWith("#");
        }

        int indent(int line) {
            Matcher matcher = INDENT.matcher(lines.get(line));
            return matcher.matches() ? matcher.group(1).length() : 0;
        }

        int first() {
            int line = from;
            while (line < to && blank(line)) {
                line++;
            }
            return line;
        }
    }

    private Node block(Part part, int depth) {
        Faults found = new Faults();
        try {
            Optional<Node> node = new NodeBuilder(file, part.text(), part.from(), found).build();
            found.list().forEach(faults::add);
            return node.orElseGet(() -> new Node.Text(start(part), "", Node.Style.PLAIN));
        } catch (YamlEngineException broken) {
            List<Part> items = items(part);
            boolean divisible = depth < DEEPEST && !items.isEmpty() && (items.size() > 1 || children(items.getFirst()));
            return divisible ? divided(part, items, depth) : leaf(part, broken);
        }
    }

    /// Parts that begin at the indentation of the first line.
    private static List<Part> items(Part part) {
        List<Part> items = new ArrayList<>();
        int first = part.first();
        if (first >= part.to()) {
            return items;
        }
        int indent = part.indent(first);
        int begin = first;
        for (int line = first + 1; line < part.to(); line++) {
            if (!part.blank(line) && part.indent(line) <= indent) {
                items.add(new Part(part.lines(), begin, line));
                begin = line;
            }
        }
        items.add(new Part(part.lines(), begin, part.to()));
        return items;
    }

    private static boolean children(Part item) {
        String head = item.lines().get(item.from()).strip();
        return head.startsWith("- ") || (item.to() - item.from() > 1 && head.matches("[A-Za-z][\\w-]*:"));
    }

    private Node divided(Part part, List<Part> items, int depth) {
        boolean list = part.lines().get(items.getFirst().from()).strip().startsWith("- ");
        List<Node> nodes = new ArrayList<>();
        List<Node.Entry> entries = new ArrayList<>();
        for (Part item : items) {
            String head = item.lines().get(item.from()).strip();
            if (head.startsWith("- ")) {
                nodes.add(block(undashed(item), depth + 1));
            } else {
                entries.add(entry(item, head, depth));
            }
        }
        return list ? new Node.Listing(start(part), nodes) : new Node.Table(start(part), entries);
    }

    private Node.Entry entry(Part item, String head, int depth) {
        Matcher matcher = KEY.matcher(head);
        Mark mark = start(item);
        String name = matcher.matches() ? matcher.group(1) : Node.UNREADABLE;
        Node.Text key = new Node.Text(mark, name, Node.Style.PLAIN);
        if (children(item)) {
            return new Node.Entry(key, block(new Part(item.lines(), item.from() + 1, item.to()), depth + 1));
        }
        return switch (block(item, DEEPEST)) {
            case Node.Table table
            when table.entries().size() == 1 -> table.entries().getFirst();
            case Node.Text text -> {
                faults.add(text.mark(), "「項目: 値」の形になっていません。半角のコロンと半角の空白を入れてください。");
                yield new Node.Entry(key, new Node.Broken(mark));
            }
            case Node.Table table -> new Node.Entry(key, new Node.Broken(table.mark()));
            case Node.Listing listing -> new Node.Entry(key, new Node.Broken(listing.mark()));
            case Node.Broken broken -> new Node.Entry(key, broken);
        };
    }

    private static Part undashed(Part item) {
        List<String> lines = new ArrayList<>(item.lines());
        lines.set(item.from(), lines.get(item.from()).replaceFirst("- ", "  "));
        return new Part(lines, item.from(), item.to());
    }

    private Node leaf(Part part, YamlEngineException broken) {
        List<Slips.Found> slips = Slips.find(lines, part.from(), part.to());
        slips.forEach(slip -> faults.add(new Mark(file, slip.line(), slip.column()), slip.sentence()));
        if (slips.isEmpty()) {
            ParserWords.Found found = ParserWords.of(broken);
            Mark mark = found.line() == 0 ? start(part) : new Mark(file, found.line() + part.from(), found.column());
            faults.add(mark, found.sentence());
        }
        return new Node.Broken(start(part));
    }

    private Mark start(Part part) {
        int first = Math.min(part.first(), Math.max(part.to() - 1, 0));
        int column = first < part.lines().size() ? part.indent(first) + 1 : 1;
        return new Mark(file, first + 1, column);
    }
}
