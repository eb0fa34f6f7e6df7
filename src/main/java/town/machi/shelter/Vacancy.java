package town.machi.shelter;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How full a shelter is, as the public may know it: a word, never a number of people.
///
/// @param state PREPARING (まだ入れません), OPEN or UNUSABLE
/// @param level null while it is not open
/// @param asOf when somebody on site was last heard from
/// @param stale whether that is longer ago than it may be: 「更新が止まっています」
/// @param alternative where to go instead, by name; null: none
/// @param drill 訓練
public record Vacancy(
        Shelter shelter,
        OpeningState state,
        @Nullable Level level,
        Instant asOf,
        boolean stale,
        @Nullable String alternative,
        boolean drill) {

    /// In four steps, and two that are not on the scale.
    public enum Level {
        EMPTY,
        SOME,
        CROWDED,
        FULL,
        /// 定員未登録: nobody can say how full it is.
        NO_CAPACITY;

        public String key() {
            return "shelter.level." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /// From how many percent of the capacity a level begins, and after how long a number is old.
    ///
    /// Source of the standing values: 上三川町 publishes 0–30, 30–60, 60–80 and above; there is no national rule.
    public record Scale(int some, int crowded, int full, Duration staleAfter) {

        /// @param occupied who is inside, expected or out for a while; those who stay outside are not counted
        public Level level(int occupied, @Nullable Integer capacity, boolean forcedFull) {
            if (forcedFull) {
                return Level.FULL;
            }
            if (capacity == null) {
                return Level.NO_CAPACITY;
            }
            long percent = 100L * occupied / capacity;
            if (percent >= full) {
                return Level.FULL;
            }
            if (percent >= crowded) {
                return Level.CROWDED;
            }
            return percent >= some ? Level.SOME : Level.EMPTY;
        }

        public boolean isStale(Instant asOf, Instant now) {
            return asOf.plus(staleAfter).isBefore(now);
        }
    }

    /// Whether one can be sent there now.
    ///
    /// @param threatening the hazards of what is happening
    public boolean isOpenFor(Set<Hazard> threatening) {
        return state == OpeningState.OPEN
                && level != Level.FULL
                && shelter.kind() != ShelterKind.WELFARE
                && shelter.isForFleeing(threatening);
    }
}
