package town.machi.submission.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import town.machi.form.Typed;

/// Reads the boxes of a posted page.
final class Posted {

    private static final Set<String> OF_THE_FRAME = Set.of("_csrf", "lang", "remove");

    private Posted() {}

    static Typed read(HttpServletRequest request) {
        SortedMap<String, List<String>> boxes = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!OF_THE_FRAME.contains(name)) {
                boxes.put(name, List.of(values));
            }
        });
        return new Typed(boxes);
    }
}
