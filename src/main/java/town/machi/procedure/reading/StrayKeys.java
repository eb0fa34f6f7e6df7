package town.machi.procedure.reading;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import town.machi.procedure.yaml.Nearest;
import town.machi.procedure.yaml.Node;

/// Keys that are none: a slip of the pen, a wide colon, a comma in the middle of a sentence.
final class StrayKeys {

    private static final Pattern WIDE_COLON = Pattern.compile("(?s)^\\s*([A-Za-z]\\w*)\\s*：.*");

    private StrayKeys() {}

    static String sentence(Node.Entry entry, String what, Collection<String> known) {
        String key = entry.key().value();
        if (WIDE_COLON.matcher(key).matches()) {
            return "全角のコロン「：」が使われています。半角の「:」と半角の空白に直してください。";
        }
        if (isRestOfSentence(entry)) {
            return "「" + key + "」の前の半角の「,」で文が切れています。文全体を \"…\" で囲んでください。";
        }
        return "「" + key + "」という項目は" + what + "にはありません。" + Nearest.hint(key, known);
    }

    /// A key without a value that is no word: what stood behind a comma.
    static boolean isRestOfSentence(Node.Entry entry) {
        boolean empty = entry.value() instanceof Node.Text text && text.isBlank();
        return empty && !entry.key().value().matches("[A-Za-z][\\w-]*");
    }

    /// The key that was probably meant.
    static Optional<String> meant(Node.Entry entry, Collection<String> known) {
        Matcher matcher = WIDE_COLON.matcher(entry.key().value());
        return Nearest.find(matcher.matches() ? matcher.group(1) : entry.key().value(), known);
    }
}
