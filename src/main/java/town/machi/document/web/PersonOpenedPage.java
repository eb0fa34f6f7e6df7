package town.machi.document.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import town.machi.document.person.Held;
import town.machi.kernel.PersonalData.Extract;
import town.machi.shell.Template;

/// What stands in the records that were chosen.
///
/// @param chosen subjects of the records
record PersonOpenedPage(Map<String, String> typed, UUID onceId, List<String> chosen, Held.Opened opened)
        implements Template {

    /// One value with the name of its tick.
    record Line(String id, String label, List<String> values) {}

    static List<Line> lines(Extract extract) {
        List<Line> lines = new java.util.ArrayList<>();
        extract.values()
                .forEach((label, value) -> lines.add(
                        new Line(Held.Opened.line(extract, lines.size()), label, List.of(value.split("\n")))));
        return lines;
    }
}
