package town.machi.shelter.missing;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody said about a person on the list, in one disaster.
///
/// @param place where they are, when they are safe
/// @param toldBy who said so
/// @param by who wrote it down: the id of a member of staff
public record FollowUp(
        UUID id, UUID supported, Kind kind, @Nullable Place place, String toldBy, String words, Instant at, String by) {

    static final Comparator<FollowUp> IN_ORDER =
            Comparator.comparing(FollowUp::at).thenComparing(each -> each.id().toString());

    /// Somebody called, and this is all that came of it.
    boolean isCall() {
        return kind == Kind.TOLD || kind == Kind.NO_ANSWER;
    }

    public enum Kind {
        SAFE("無事を確認"),
        HELP("助けが要る"),
        /// Reached by telephone about a message; nothing more is known.
        TOLD("電話で伝えた"),
        NO_ANSWER("電話に出ない"),
        /// What was said before does not hold.
        UNKNOWN("まだ分からない");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public enum Place {
        HOME("自宅"),
        KIN("親族・知人の家"),
        HOSPITAL("病院・施設"),
        OTHER("そのほか"),
        /// They must not be found: nobody writes where.
        UNSAID("場所は書かない");

        private final String label;

        Place(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
