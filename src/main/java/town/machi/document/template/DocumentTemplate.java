package town.machi.document.template;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import town.machi.procedure.Words;

/// A 様式, read and checked. Texts hold `{names}` that are filled when a letter is written.
///
/// @param name file name without its ending: `acceptance`
/// @param kind what kind of document it is, without a word about anybody: 受理通知書
/// @param fields what the writer must give: name → what it is, in Japanese
/// @param procedures for these only; empty: for every procedure that has no 様式 of its own for the same end
/// @param numbered takes a document number
/// @param to addressee; empty for none
/// @param from in whose name: 芦北町長; empty for none
/// @param seal 公印; none where it is in nobody's name
/// @param verifiable carries a code by which anyone can see that it is genuine
public record DocumentTemplate(
        String name,
        Words kind,
        String title,
        Map<String, String> fields,
        List<String> procedures,
        boolean numbered,
        String to,
        String from,
        Seal seal,
        List<Part> parts,
        boolean verifiable) {

    /// What stands where 公印 is, by the words of the file.
    public enum Seal {
        /// In nobody's name.
        NONE(""),
        /// Somebody will press it: there is room.
        PRESSED("押印"),
        /// Printed, from the town's picture of it.
        PRINTED("印影"),
        /// Left out, and the paper says so.
        OMITTED("省略");

        private final String label;

        Seal(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /// Filled by the house itself, in every template.
    public static final Set<String> STANDARD =
            Set.of("town", "mayor", "section", "section.tel", "number", "date", "today");

    /// The fields that only a refusing decision fills: a letter that names one tells what can be done against it.
    public static final Set<String> RULINGS = Set.of("partlyOn", "refusedOn", "cancelledOn");

    /// The value that holds the 教示.
    public static final String REMEDY = "remedy";

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

    /// The body, from top to bottom.
    public sealed interface Part {
        record Text(String text) implements Part {}

        record Centre(String text) implements Part {}

        record Rows(Map<String, String> rows) implements Part {}

        /// Where the groups of labels and values that the writer brings are set.
        record Details() implements Part {}

        /// 教示, in the words of the procedure.
        record Remedy() implements Part {}

        record Remarks(List<String> texts) implements Part {}
    }

    /// Whether it tells what can be done against a decision.
    public boolean instructs() {
        return parts.stream().anyMatch(Part.Remedy.class::isInstance);
    }

    /// Puts the values in. A value is text: braces inside it stay what they are.
    public static String fill(String text, Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(found ->
                        java.util.regex.Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }

    static List<String> placesIn(String text) {
        return PLACE.matcher(text).results().map(found -> found.group(1)).toList();
    }
}
