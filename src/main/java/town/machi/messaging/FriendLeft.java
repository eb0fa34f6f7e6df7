package town.machi.messaging;

/// A friend has left the LINE account and is forgotten. Published in the transaction that forgets them, so that rooms
/// forget what they hold on the friend in the same act.
public record FriendLeft(FriendId friend) {}
