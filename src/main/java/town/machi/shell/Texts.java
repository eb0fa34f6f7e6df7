package town.machi.shell;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.Language;
import town.machi.kernel.Refusal;

/// All words of the program in one language, from `messages/<room>.<ja|easy|en>.properties`.
/// Keys begin with the room's name; `{0}`, `{1}` … are filled in. Where a translation is missing,
/// the Japanese stands.
public final class Texts {

    private final Language language;
    private final Map<String, String> words;
    private final DayWords days;

    Texts(Language language, Map<String, String> words) {
        this.language = language;
        this.words = words;
        this.days = new DayWords(language);
    }

    /// The sentence for a key. Days, times and numbers among the arguments are written as the
    /// language writes them.
    public String get(String key, @Nullable Object... args) {
        var pattern = words.get(key);
        return pattern == null ? key : fill(pattern, args);
    }

    public boolean has(String key) {
        return words.containsKey(key);
    }

    /// The sentence of a refusal.
    public String get(Refusal refusal) {
        return get(refusal.key(), refusal.args().toArray());
    }

    public Language language() {
        return language;
    }

    /// 令和8年11月24日(火) / 24 November 2026 (Tue), and times of day.
    public DayWords days() {
        return days;
    }

    private String fill(String pattern, @Nullable Object... args) {
        var text = new StringBuilder(pattern.length() + 16);
        int from = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', open + 1)) {
            int close = pattern.indexOf('}', open);
            int index = close < 0 ? -1 : argument(pattern.substring(open + 1, close));
            if (index >= 0 && index < args.length) {
                text.append(pattern, from, open).append(days.say(args[index]));
                from = close + 1;
            }
        }
        return text.append(pattern, from, pattern.length()).toString();
    }

    private static int argument(String inside) {
        return inside.length() == 1 && Character.isDigit(inside.charAt(0)) ? inside.charAt(0) - '0' : -1;
    }
}
