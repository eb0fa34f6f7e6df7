package town.machi.messaging.line;

import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import town.machi.kernel.Language;
import town.machi.messaging.Friend;
import town.machi.messaging.FriendLeft;
import town.machi.messaging.jdbc.FriendRows;
import town.machi.messaging.jdbc.PushRows;
import town.machi.messaging.jdbc.TalkRows;
import town.machi.platform.Ids;

/// Who becomes a friend and who leaves. Events come in any order: what somebody said before they left does not make
/// them a friend again, and what is older than their coming does not make them leave.
@Component
class FriendBook {

    private final FriendRows friends;
    private final TalkRows talks;
    private final PushRows pushes;
    private final Ids ids;
    private final ApplicationEventPublisher events;

    FriendBook(FriendRows friends, TalkRows talks, PushRows pushes, Ids ids, ApplicationEventPublisher events) {
        this.friends = friends;
        this.talks = talks;
        this.pushes = pushes;
        this.ids = ids;
        this.events = events;
    }

    /// The friend, a new one where the account does not know them yet.
    ///
    /// @return empty when they have left since
    Optional<Friend> meet(String user, Instant at) {
        Optional<Friend> known = friends.findByLineUser(user);
        if (known.isPresent()) {
            return known;
        }
        boolean leftSince = talks.findLeft(UserHash.of(user))
                .filter(left -> !at.isAfter(left))
                .isPresent();
        if (leftSince) {
            return Optional.empty();
        }
        friends.insert(ids.next(), user, Language.JA, at);
        return friends.findByLineUser(user);
    }

    /// Forgets a friend: their row, the talk, and what still waits for them.
    ///
    /// @return false when they became a friend again after that
    boolean forget(Incoming.Left left) {
        Optional<Friend> known = friends.findByLineUser(left.user());
        if (known.isPresent() && known.get().since().isAfter(left.at())) {
            return false;
        }
        talks.rememberLeft(UserHash.of(left.user()), left.at());
        known.ifPresent(friend -> {
            events.publishEvent(new FriendLeft(friend.id()));
            pushes.eraseByFriend(friend.id());
            friends.delete(friend.id());
        });
        return true;
    }
}
