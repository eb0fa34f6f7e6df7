package town.machi.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// What stands in the boxes of a page, exactly as typed: by the name of the box, `startsOn.year`, `user.family`,
/// `members[0].name.family`. A box may hold several values (ticked choices). Immutable.
///
/// Names that begin with `_` belong to the page itself, not to a question.
public record Typed(SortedMap<String, List<String>> boxes) {

    public static final Typed NOTHING = new Typed(new TreeMap<>());

    public Typed {
        SortedMap<String, List<String>> copy = new TreeMap<>();
        boxes.forEach((box, values) -> copy.put(box, List.copyOf(values)));
        boxes = Collections.unmodifiableSortedMap(copy);
    }

    public static Typed of(Map<String, String> single) {
        SortedMap<String, List<String>> boxes = new TreeMap<>();
        single.forEach((box, value) -> boxes.put(box, List.of(value)));
        return new Typed(boxes);
    }

    /// The first value of a box; empty where there is none.
    public String text(String box) {
        List<String> values = boxes.get(box);
        return values == null || values.isEmpty() ? "" : values.getFirst();
    }

    public List<String> all(String box) {
        return boxes.getOrDefault(box, List.of());
    }

    public boolean has(String box) {
        return boxes.containsKey(box);
    }

    public Typed only(Predicate<String> wanted) {
        SortedMap<String, List<String>> some = new TreeMap<>(boxes);
        some.keySet().removeIf(wanted.negate());
        return new Typed(some);
    }

    public Typed with(String box, List<String> values) {
        SortedMap<String, List<String>> next = new TreeMap<>(boxes);
        next.put(box, values);
        return new Typed(next);
    }

    public Typed with(String box, String value) {
        return with(box, List.of(value));
    }

    /// With everything of the other; where both have a box, the other's.
    public Typed and(Typed other) {
        SortedMap<String, List<String>> next = new TreeMap<>(boxes);
        next.putAll(other.boxes);
        return new Typed(next);
    }

    /// Without the numbered box that holds this value; those after it move up.
    public Typed without(String value) {
        Optional<String> found = boxes.entrySet().stream()
                .filter(box -> box.getKey().endsWith("]") && box.getValue().contains(value))
                .map(Map.Entry::getKey)
                .findFirst();
        if (found.isEmpty()) {
            return this;
        }
        String prefix = found.get().substring(0, found.get().lastIndexOf('['));
        List<String> left = new ArrayList<>(listed(prefix));
        left.remove(value);
        Typed next = only(
                box -> !(box.startsWith(prefix + "[") && box.endsWith("]") && box.lastIndexOf('[') == prefix.length()));
        for (int i = 0; i < left.size(); i++) {
            next = next.with(prefix + "[" + i + "]", left.get(i));
        }
        return next;
    }

    /// How many entries the boxes `prefix[0]…`, `prefix[1]…` have; the largest index and one.
    public int entries(String prefix) {
        int count = 0;
        for (String box : boxes.tailMap(prefix + "[").keySet()) {
            if (!box.startsWith(prefix + "[")) {
                break;
            }
            count = Math.max(count, indexAfter(prefix, box) + 1);
        }
        return count;
    }

    /// The values of `prefix[0]`, `prefix[1]` … in their order.
    public List<String> listed(String prefix) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < entries(prefix); i++) {
            values.addAll(all(prefix + "[" + i + "]"));
        }
        return values;
    }

    /// The index in `prefix[12].name`; -1 where there is none, or one beyond 999.
    public static int indexAfter(String prefix, String path) {
        int close = path.indexOf(']', prefix.length());
        String digits = close < 0 ? "" : path.substring(prefix.length() + 1, close);
        boolean number =
                !digits.isEmpty() && digits.length() <= 3 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(digits) : -1;
    }
}
