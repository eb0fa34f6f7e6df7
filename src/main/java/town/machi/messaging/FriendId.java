package town.machi.messaging;

import java.util.UUID;

/// A friend of the town's LINE account. Ours, not LINE's: it says nothing about the person.
public record FriendId(UUID value) {

    public static FriendId of(String text) {
        return new FriendId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
