package town.machi.shelter.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.shelter.OpeningId;

/// What somebody counted in a shelter, and what they asked for, at one time.
///
/// @param id made before it was sent
/// @param at when it was so
public record StockCount(UUID id, OpeningId opening, Instant at, List<Word> words) {

    /// What is there, or what is asked for.
    public enum Kind {
        HAND("ある数"),
        ASKED("求める数");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /// @param amount null: not known any more
    public record Word(
            String item, Kind kind, String unit, @Nullable Integer amount) {}

    /// A word, and of when it is.
    public record Told(Instant at, Word word) {}
}
