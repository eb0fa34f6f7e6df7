package town.machi.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import town.machi.kernel.Refusal;
import town.machi.procedure.Words;
import town.machi.shell.Texts;

/// What is wrong in one box, and what to do about it.
///
/// @param path the box that takes the focus: `startsOn.year`
public record FieldFault(String path, Sentence sentence) {

    /// Where the words come from.
    public sealed interface Sentence {

        /// From the message files; words and days among the arguments are put into
        /// the reader's language.
        record Keyed(Refusal refusal) implements Sentence {}

        /// From the definition's rule.
        ///
        /// @param values what `{startsOn}` and `{section.tel}` stand for
        record Said(Words words, Map<String, Object> values) implements Sentence {}
    }

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9.]*)}");

    public static FieldFault of(String path, String key, Object... args) {
        return new FieldFault(path, new Sentence.Keyed(new Refusal(key, List.of(args))));
    }

    public static FieldFault of(String path, Refusal refusal) {
        return new FieldFault(path, new Sentence.Keyed(refusal));
    }

    /// The sentence in the reader's language.
    public String in(Texts texts) {
        return switch (sentence) {
            case Sentence.Keyed(Refusal refusal) -> keyed(refusal, texts);
            case Sentence.Said(Words words, Map<String, Object> values) ->
                filled(words.in(texts.language()), values, texts);
        };
    }

    private static String keyed(Refusal refusal, Texts texts) {
        Object[] args = refusal.args().stream().map(arg -> readable(arg, texts)).toArray();
        return texts.get(refusal.key(), args);
    }

    private static Object readable(Object arg, Texts texts) {
        return switch (arg) {
            case Words words -> words.in(texts.language());
            case LocalDate day -> texts.days().day(day);
            case List<?> several ->
                several.stream()
                        .map(each -> readable(each, texts).toString())
                        .collect(Collectors.joining(texts.get("form.between")));
            default -> arg;
        };
    }

    /// Fills `{name}`; a name without a value says 未設定.
    static String filled(String sentence, Map<String, Object> values, Texts texts) {
        Matcher matcher = PLACEHOLDER.matcher(sentence);
        return matcher.replaceAll(match -> Matcher.quoteReplacement(said(values.get(match.group(1)), texts)));
    }

    private static String said(@org.jspecify.annotations.Nullable Object value, Texts texts) {
        return switch (value) {
            case null -> texts.get("form.not-set");
            case Words words -> words.in(texts.language());
            case LocalDate day -> texts.days().day(day);
            case Object other -> texts.get("form.value", other);
        };
    }
}
