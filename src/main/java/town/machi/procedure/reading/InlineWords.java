package town.machi.procedure.reading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import town.machi.procedure.Words;
import town.machi.procedure.yaml.Faults;
import town.machi.procedure.yaml.Node;

/// Words as they stand in one file: a Japanese text, or a table of `ja`, `easy`, `en`.
///
/// @param texts what was written, with its places
record InlineWords(Words words, List<Node.Text> texts) {

    static Optional<InlineWords> read(Node node, String key, Faults faults) {
        if (!(node instanceof Node.Table table) || table.find("ja").isEmpty()) {
            return Shapes.text(node, key, faults)
                    .map(text -> new InlineWords(Words.ofJapanese(text.value().strip()), List.of(text)));
        }
        Fields fields = Fields.of(table, "「" + key + "」", faults);
        Optional<Node.Text> japanese = fields.text("ja");
        Optional<Node.Text> easy = fields.text("easy");
        Optional<Node.Text> english = fields.text("en");
        fields.close();
        List<Node.Text> texts =
                Stream.of(japanese, easy, english).flatMap(Optional::stream).toList();
        return japanese.map(
                ja -> new InlineWords(new Words(ja.value().strip(), stripped(easy), stripped(english)), texts));
    }

    private static @Nullable String stripped(Optional<Node.Text> text) {
        return text.isPresent() ? text.get().value().strip() : null;
    }
}
