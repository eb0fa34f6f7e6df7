package town.machi.casework.web;

import java.util.List;
import town.machi.shell.Template;

/// The figures of one's own sections.
///
/// @param from since when, in words
/// @param months with the share of the highest month, for the bars
record PicturePage(
        String from,
        List<Figure> figures,
        List<List<String>> procedures,
        List<Month> months,
        List<List<String>> questions)
        implements Template {

    /// @param href where to act on it
    record Figure(String label, String value, String href) {}

    /// @param of the highest month, at least 1
    record Month(List<String> cells, long received, long of) {}
}
