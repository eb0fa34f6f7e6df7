package town.machi.alert;

import java.time.Instant;

/// How it stands with one channel of a message.
public sealed interface ChannelMark {

    /// まだ: nobody has said anything.
    record Pending() implements ChannelMark {}

    /// 実施
    ///
    /// @param by `staff:<uuid>` or `system:<job>`
    record Done(Instant at, String by) implements ChannelMark {}

    /// 未実施: it could not be done, and will not be.
    record NotDone(Instant at, String by, String reason) implements ChannelMark {}

    /// 不要
    record NotNeeded(Instant at, String by, String reason) implements ChannelMark {}

    default boolean isSettled() {
        return !(this instanceof Pending);
    }

    default String label() {
        return switch (this) {
            case Pending _ -> "まだ";
            case Done _ -> "実施";
            case NotDone _ -> "未実施";
            case NotNeeded _ -> "不要";
        };
    }

    default String code() {
        return switch (this) {
            case Pending _ -> "PENDING";
            case Done _ -> "DONE";
            case NotDone _ -> "NOT_DONE";
            case NotNeeded _ -> "NOT_NEEDED";
        };
    }
}
