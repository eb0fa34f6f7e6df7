package town.machi.platform.exchange;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What becomes of a genuine letter, by its number and by what came before it.
///
/// @param last number of the last letter that was taken in; 0: none
/// @param digest of that letter; empty: none
record Chain(long last, byte[] digest) {

    enum Verdict {
        /// it is the next one
        TAKE,
        /// it was taken in before
        REPEAT,
        /// one before it is missing
        WAIT,
        /// another letter has its number, or came before it
        FORKED
    }

    /// @param known digest of the letter with this number that was taken in; null: none was
    Verdict judge(Head head, byte[] found, byte @Nullable [] known) {
        if (head.number() <= 0) {
            return Verdict.FORKED;
        }
        if (head.number() <= last) {
            return Optional.ofNullable(known)
                            .filter(first -> Arrays.equals(first, found))
                            .isPresent()
                    ? Verdict.REPEAT
                    : Verdict.FORKED;
        }
        if (head.number() > last + 1) {
            return Verdict.WAIT;
        }
        return Arrays.equals(head.previous(), digest) ? Verdict.TAKE : Verdict.FORKED;
    }
}
