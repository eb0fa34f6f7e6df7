package town.machi.procedure.yaml;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads the text of one file.
public final class YamlText {

    public static final int LARGEST_BYTES = 200 * 1024;

    private YamlText() {}

    /// The table that a file holds. What cannot be read is left out of it, as [Node.Broken], and has its fault.
    public static Node.Table read(String file, String text, Faults faults) {
        Mark start = new Mark(file, 1, 1);
        if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST_BYTES) {
            faults.add(start, "ファイルが 200 KB を超えています。手続を分けるか、長い文を短くしてください。");
            return unreadable(start);
        }
        String clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
        Node root = node(file, clean, faults);
        return switch (root) {
            case Node.Table table -> table;
            case Node.Broken broken -> unreadable(broken.mark());
            case Node.Text words -> notATable(words.mark(), words.value().isEmpty(), faults);
            case Node.Listing listing -> notATable(listing.mark(), false, faults);
        };
    }

    private static Node node(String file, String text, Faults faults) {
        Faults whole = new Faults();
        Optional<Node> root;
        try {
            root = new NodeBuilder(file, text, 0, whole).build();
        } catch (YamlEngineException broken) {
            return new Recovery(file, text, broken, faults).read();
        }
        whole.list().forEach(faults::add);
        return root.orElseGet(() -> new Node.Text(new Mark(file, 1, 1), "", Node.Style.PLAIN));
    }

    private static Node.Table notATable(Mark mark, boolean empty, Faults faults) {
        faults.add(mark, empty ? "ファイルに何も書かれていません。" : "「項目: 値」の形で書いてください。");
        return unreadable(mark);
    }

    private static Node.Table unreadable(Mark mark) {
        return new Node.Table(
                mark,
                List.of(new Node.Entry(new Node.Text(mark, Node.UNREADABLE, Node.Style.PLAIN), new Node.Broken(mark))));
    }
}
