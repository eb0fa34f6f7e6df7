package town.machi.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What came of a [Bulk], channel by channel.
///
/// @param id the bulk's
/// @param at when it was asked for
public record BulkResult(UUID id, String about, Instant at, List<PerChannel> channels) {

    public enum Channel {
        LINE("LINE"),
        MAIL("メール");

        private final String label;

        Channel(String label) {
            this.label = label;
        }

        /// The word on the screen.
        public String label() {
            return label;
        }
    }

    /// Heads, not calls. That LINE has accepted is the last that it tells: who has blocked the account gets nothing,
    /// and LINE does not say so.
    ///
    /// @param accepted taken by the other side
    /// @param blocked gone before their turn came: they have left the account
    /// @param failed refused for good, or given up; [Broadcasts#retry] tries them again
    /// @param waiting not yet answered
    /// @param calls how many calls (LINE) or letters (mail) it takes
    /// @param lastAnswer the last answer of the other side to what did not go through: `429`, `no-connection`
    /// @param firstAt when the first was accepted
    /// @param lastAt when the last was accepted
    public record PerChannel(
            Channel channel,
            int accepted,
            int blocked,
            int failed,
            int waiting,
            int calls,
            Optional<String> lastAnswer,
            Optional<Instant> firstAt,
            Optional<Instant> lastAt) {

        public boolean isDone() {
            return waiting == 0 && failed == 0;
        }
    }

    public boolean isDone() {
        return channels.stream().allMatch(PerChannel::isDone);
    }
}
