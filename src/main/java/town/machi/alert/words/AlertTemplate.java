package town.machi.alert.words;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import town.machi.alert.AlertAct;
import town.machi.alert.AlertKind;
import town.machi.kernel.Language;

/// A prepared message with blanks, from `towns/<town>/alerts/<name>.yaml`.
///
/// @param title on the list of templates
/// @param level that its texts carry: 1–5; 0: none
/// @param warnings the warnings for which a telegram takes it: `RAIN.5`, `QUAKE`
public record AlertTemplate(
        String name,
        String title,
        AlertKind kind,
        AlertAct act,
        int level,
        Set<String> warnings,
        List<Blank> blanks,
        Map<Language, Text> texts) {

    /// @param body lines parted by `\n`; blanks stand in braces, `{districts}` among them
    /// @param line where it stands in the file
    public record Text(String title, String body, int line) {}

    /// What is filled in before it is sent.
    ///
    /// @param label what the office calls it
    /// @param choices none: it is written freely, in each language or in Japanese for all
    public record Blank(String name, String label, boolean optional, String hint, List<Choice> choices) {

        public boolean isFree() {
            return choices.isEmpty();
        }

        public Optional<Choice> find(String value) {
            return choices.stream()
                    .filter(choice -> choice.value().equals(value))
                    .findFirst();
        }
    }

    public record Choice(String value, Map<Language, String> words) {

        public String in(Language language) {
            return Objects.requireNonNull(words.get(language));
        }
    }

    public Text in(Language language) {
        return Objects.requireNonNull(texts.get(language));
    }

    /// Whether nothing is written freely, so that one person may send it alone.
    public boolean isFixed() {
        return blanks.stream().noneMatch(Blank::isFree);
    }
}
