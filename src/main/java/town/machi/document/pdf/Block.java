package town.machi.document.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The parts a paper is made of, from top to bottom.
public sealed interface Block {

    /// Lines at the right edge: document number, date.
    record Dateline(List<String> lines) implements Block {}

    /// Lines at the left edge: to whom. A long name is set smaller, and when that is not enough it wraps.
    record Addressee(List<String> lines) implements Block {}

    /// In whose name, at the right: 芦北町長 and the name, or a line to write it on when it is not known.
    ///
    /// @param below further lines: （公印省略）, the section and its telephone
    /// @param seal what stands where 公印 is
    record Sender(String office, @Nullable String name, List<String> below, Seal seal) implements Block {

        public Sender(String office, @Nullable String name, List<String> below) {
            this(office, name, below, new Seal.None());
        }
    }

    /// What stands where 公印 is, 24 mm wide, over the end of the sender's name.
    sealed interface Seal {
        record None() implements Seal {}

        /// Room for a seal that somebody will press.
        record Room() implements Seal {}

        /// 印影, printed.
        record Print(byte[] image) implements Seal {}
    }

    record Title(String text) implements Block {}

    /// A page of its own, whose address shows through the window of a 長形3号 envelope.
    record Window(List<String> address) implements Block {}

    /// Pages of twelve labels.
    record Labels(List<List<String>> addresses) implements Block {}

    record Heading(String text) implements Block {}

    /// Running text; a line end begins a new paragraph.
    record Paragraph(String text) implements Block {}

    /// In the middle of the line: 記.
    record Centred(String text) implements Block {}

    /// Label and value, ruled.
    ///
    /// @param heading above the table, empty for none; it stays with the first row and returns on the next page
    record Rows(String heading, List<Row> rows) implements Block {}

    /// Several columns under a header that returns on every page.
    record Grid(String heading, List<Column> columns, List<List<String>> rows) implements Block {}

    /// Two beside each other, each with its caption.
    record Pictures(String heading, List<Picture> pictures) implements Block {}

    /// Small print, each with a ※.
    record Remarks(List<String> texts) implements Block {}

    /// How anyone can see that the paper is genuine: a square code, its address and the code in letters.
    record Proof(String code, String address, String words) implements Block {}

    /// @param values each begins on a line of its own; none is shown as （記入なし）
    /// @param forPen nothing is printed here: somebody will write by hand
    record Row(String label, List<String> values, boolean forPen) {
        public Row {
            values = List.copyOf(values);
        }

        public Row(String label, List<String> values) {
            this(label, values, false);
        }

        public static Row forPen(String label) {
            return new Row(label, List.of(), true);
        }

        public static Row of(String label, String value) {
            return new Row(label, List.of(value));
        }
    }

    /// @param weight share of the width
    record Column(String label, int weight) {}

    record Picture(String caption, Source source) {}

    /// Where a picture's bytes come from; read once, while the page is set.
    interface Source {
        InputStream open() throws IOException;
    }
}
