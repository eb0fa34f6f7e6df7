package town.machi.casework.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;
import town.machi.shell.component.BarChart;
import town.machi.shell.component.Choice;
import town.machi.shell.component.Column;
import town.machi.shell.component.ColumnChart;

/// The figures of the sections that one sees.
///
/// @param of of what they are, in a sentence
/// @param empty whether there is nothing to count, whatever one asks
/// @param fault a sentence about what was asked; null: nothing is wrong
record PicturePage(
        Filters filters, String of, boolean empty, @Nullable String fault, List<Figure> figures, List<Part> parts)
        implements Template {

    /// @param sections empty where there is only one
    record Filters(String query, List<Choice> sections, List<Choice> procedures, List<Choice> from, List<Choice> to) {}

    /// @param href where to act on it; null: nowhere
    record Figure(String label, String value, @Nullable String href) {}

    /// @param point what the charts say, in a sentence
    /// @param after a quiet word behind the table; empty: none
    record Part(String id, String point, List<BarChart> bars, List<ColumnChart> columns, Sheet sheet, String after) {
        /// Whether the table is seen at once: the first, and where there is nothing else to see.
        boolean open() {
            return id.equals("waiting") || (bars.isEmpty() && columns.isEmpty());
        }
    }

    /// A table, on the screen and in a spreadsheet alike.
    ///
    /// @param name in the address and of the file
    record Sheet(String name, String title, List<String> head, List<List<Cell>> rows) {

        List<Column> columnHeads() {
            return head.stream()
                    .map(label -> head.getFirst().equals(label) ? Column.of(label) : Column.figures(label))
                    .toList();
        }

        List<List<String>> texts() {
            return rows.stream()
                    .map(row -> row.stream().map(Cell::text).toList())
                    .toList();
        }
    }

    /// @param text for a spreadsheet; empty where there is nothing to say
    /// @param shown the same on the screen
    /// @param href the cases behind the number; null: they are not listed
    record Cell(String text, String shown, @Nullable String href) {
        static Cell of(String text) {
            return new Cell(text, text, null);
        }
    }
}
