package town.machi.demo.line;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One resident's telephone: what it shows, and whether it has the account among its friends.
public final class LinePhone {

    private static final int MOST_KEPT = 200;

    /// What stands in the talk.
    ///
    /// @param message as the account sent it; null where the resident speaks
    /// @param said what the resident said; null where the account speaks
    /// @param silent whether the telephone stayed still
    public record Bubble(
            Instant at,
            @Nullable JsonNode message,
            @Nullable String said,
            boolean silent) {}

    private final String user;
    private final String name;
    private final List<Bubble> bubbles = new ArrayList<>();
    private boolean friend;
    private int received;

    LinePhone(String user, String name) {
        this.user = user;
        this.name = name;
    }

    /// LINE's id: `U` and 32 hexadecimal digits.
    public String user() {
        return user;
    }

    public String name() {
        return name;
    }

    public synchronized boolean isFriend() {
        return friend;
    }

    synchronized void befriend(boolean yes) {
        friend = yes;
    }

    /// How many calls have reached it.
    public synchronized int received() {
        return received;
    }

    public synchronized List<Bubble> bubbles() {
        return List.copyOf(bubbles);
    }

    /// @return false when the account is blocked: it gets nothing, and LINE does not say so
    synchronized boolean receive(JsonNode messages, boolean silent, Instant at) {
        if (!friend) {
            return false;
        }
        received++;
        messages.forEach(message -> add(new Bubble(at, message, null, silent)));
        return true;
    }

    synchronized void say(String words, Instant at) {
        add(new Bubble(at, null, words, false));
    }

    /// The text of the account's last message; empty where there is none.
    public synchronized String lastText() {
        return bubbles.reversed().stream()
                .flatMap(bubble -> Optional.ofNullable(bubble.message()).stream())
                .findFirst()
                .map(message -> message.path("text").asString(""))
                .orElse("");
    }

    /// The quick replies under the last message, if it is the account's.
    public synchronized Optional<JsonNode> quickReplies() {
        if (bubbles.isEmpty()) {
            return Optional.empty();
        }
        JsonNode last = bubbles.getLast().message();
        return Optional.ofNullable(last)
                .map(message -> message.path("quickReply").path("items"))
                .filter(items -> items.isArray() && !items.isEmpty());
    }

    private void add(Bubble bubble) {
        bubbles.add(bubble);
        if (bubbles.size() > MOST_KEPT) {
            bubbles.removeFirst();
        }
    }
}
