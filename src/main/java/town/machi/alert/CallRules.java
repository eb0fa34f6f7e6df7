package town.machi.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import town.machi.messaging.FriendId;

/// Which matter something belongs to. Two matters never mix: what is heard goes to the one that the talk is about,
/// if it is this friend's, still open and not long past; else a new one begins.
public final class CallRules {

    /// After that, what somebody writes is a new matter.
    static final Duration GOES_ON = Duration.ofHours(24);

    private CallRules() {}

    /// @param open the friend's own matters that are open
    /// @param named the one that the talk is about
    public static Optional<Call> find(List<Call> open, FriendId friend, UUID named, Instant now) {
        return open.stream()
                .filter(call -> call.id().equals(named))
                .filter(call -> belongs(call, friend))
                .filter(call -> now.isBefore(call.movedAt().plus(GOES_ON)))
                .findFirst();
    }

    /// A second 助けが必要 under the same message is the same matter.
    public static Optional<Call> findHelp(List<Call> open, FriendId friend, Optional<AlertId> alert) {
        return open.stream()
                .filter(call -> call.kind() == CallKind.HELP)
                .filter(call -> belongs(call, friend) && call.alert().equals(alert))
                .findFirst();
    }

    private static boolean belongs(Call call, FriendId friend) {
        return call.state() != Call.State.CLOSED
                && call.friend().filter(friend::equals).isPresent();
    }
}
