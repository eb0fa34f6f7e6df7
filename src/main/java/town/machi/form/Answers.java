package town.machi.form;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// All answers of one form, flat: by the path of the field, which begins with the id of its question: `startsOn`,
/// `user.family`, `photos[0]`, `members[1].name.familyKana`. Immutable.
public record Answers(SortedMap<String, Answer> byPath) {

    public static final Answers NONE = new Answers(new TreeMap<>());

    public Answers {
        byPath = Collections.unmodifiableSortedMap(new TreeMap<>(byPath));
    }

    public Optional<Answer> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    public String text(String path) {
        Answer answer = byPath.get(path);
        return answer == null ? "" : answer.value();
    }

    /// With these fields set, and those of the same question that are absent removed.
    ///
    /// @param prefix the path of the question
    public Answers with(String prefix, Map<String, Answer> fields) {
        SortedMap<String, Answer> next = new TreeMap<>(byPath);
        next.keySet().removeIf(path -> belongsTo(prefix, path));
        next.putAll(fields);
        return new Answers(next);
    }

    /// Whether a path (or the name of a box) is the question's own, or one of its parts, entries or boxes.
    public static boolean belongsTo(String prefix, String path) {
        return path.startsWith(prefix)
                && (path.length() == prefix.length() || ".[-".indexOf(path.charAt(prefix.length())) >= 0);
    }

    /// The id of the question to which a path or a box belongs.
    static String questionOf(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (".[-".indexOf(path.charAt(i)) >= 0) {
                return path.substring(0, i);
            }
        }
        return path;
    }
}
