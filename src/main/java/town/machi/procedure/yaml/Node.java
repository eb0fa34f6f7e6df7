package town.machi.procedure.yaml;

import java.util.List;
import java.util.Optional;

/// What stands at one place of a YAML file.
public sealed interface Node {

    Mark mark();

    /// Any scalar. It is always text here: `no`, `1:30` and `0120` mean what they say.
    ///
    /// @param style how it was written, which decides where its first character stands
    record Text(Mark mark, String value, Style style) implements Node {

        public boolean isBlank() {
            return value.isBlank();
        }

        /// The place of a character of the value.
        ///
        /// @param line counted from 1 within the value
        /// @param column counted from 0
        public Mark at(int line, int column) {
            return switch (style) {
                case PLAIN -> line == 1 ? mark.right(column) : mark;
                case QUOTED -> line == 1 ? mark.right(column + 1) : mark;
                case BLOCK -> new Mark(mark.file(), mark.line() + line, 1);
            };
        }
    }

    enum Style {
        PLAIN,
        QUOTED,
        BLOCK
    }

    record Listing(Mark mark, List<Node> items) implements Node {}

    record Table(Mark mark, List<Entry> entries) implements Node {

        public Optional<Entry> find(String key) {
            return entries.stream()
                    .filter(entry -> entry.key().value().equals(key))
                    .findFirst();
        }
    }

    /// Key of an entry that stands for lines that could not be read: what seems missing may be in there.
    String UNREADABLE = "?";

    record Entry(Text key, Node value) {}

    /// Something that has its fault already: readers pass over it in silence.
    record Broken(Mark mark) implements Node {}
}
