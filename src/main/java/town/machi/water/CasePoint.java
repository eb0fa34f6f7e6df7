package town.machi.water;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.casework.CaseId;

/// Which supply point a case is about, and how we know.
///
/// @param point empty: nobody has chosen yet, or it is none of ours
/// @param wantedOn the day that the resident asked for; null where the form has none
public record CasePoint(
        CaseId caseId, UUID submission, Kind kind, Match match, Optional<SupplyPointId> point, Times times) {

    /// @param wantedOn null: no day
    public record Times(Instant openedAt, @Nullable LocalDate wantedOn) {}

    /// What is asked for at the point. Stored by name.
    public enum Kind {
        START("使用開始"),
        STOP("使用中止"),
        PAUSE("休止"),
        RESUME("再開"),
        RENAME("名義変更");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /// Whether somebody drives there. A change of name is paper alone.
        public boolean isWork() {
            return this != RENAME;
        }
    }

    /// How the point was found. Stored by name.
    public enum Match {
        SURE("番号と場所が一致"),
        ONE("場所から一つに決まった"),
        OTHER_USER("場所は合うが、使用者の名前が合わない"),
        SEVERAL("候補がいくつかある"),
        NONE("見つからない"),
        ELSEWHERE("番号と場所が合わない"),
        OUTSIDE("給水区域の外"),
        CHOSEN("職員が選んだ");

        private final String label;

        Match(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public boolean isSettled() {
            return this == SURE || this == ONE || this == CHOSEN;
        }
    }
}
