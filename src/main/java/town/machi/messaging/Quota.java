package town.machi.messaging;

/// How many messages the account may still send this month. Pushes and multicasts take one for each head and call,
/// however many texts are in it; replies are free. 地方公共団体プラン has no limit.
public sealed interface Quota {

    /// Whether so many more would be too many. What is not known hinders nobody: LINE says it when it is too late.
    default boolean isTooSmallFor(int heads) {
        return this instanceof Limited limited && limited.left() < heads;
    }

    /// LINE has said it.
    sealed interface Known extends Quota {

        long used();
    }

    record Unlimited(long used) implements Known {}

    record Limited(long used, long most) implements Known {

        public long left() {
            return Math.max(0, most - used);
        }
    }

    /// There is no account, or LINE does not answer.
    record Unknown() implements Quota {}
}
