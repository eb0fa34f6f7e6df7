package town.machi.procedure;

import org.jspecify.annotations.Nullable;
import town.machi.kernel.Language;

/// A text of a definition: Japanese always, the other languages where they have been written.
public record Words(
        String ja, @Nullable String easy, @Nullable String en) {

    public static Words ofJapanese(String ja) {
        return new Words(ja, null, null);
    }

    /// The text in this language; Japanese where no translation was written.
    public String in(Language language) {
        String translated = switch (language) {
            case JA -> ja;
            case EASY -> easy;
            case EN -> en;
        };
        return translated == null ? ja : translated;
    }

    public boolean missingIn(Language language) {
        return switch (language) {
            case JA -> false;
            case EASY -> easy == null;
            case EN -> en == null;
        };
    }
}
