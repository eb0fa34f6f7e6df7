package town.machi.demo.line;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/// The telephones of the residents, and what they do.
public final class LinePhones {

    private final Map<String, LinePhone> phones = new ConcurrentHashMap<>();
    private final Map<String, String> replyTokens = new ConcurrentHashMap<>();
    private final Map<String, byte[]> pictures = new ConcurrentHashMap<>();
    private final List<String> order = java.util.Collections.synchronizedList(new ArrayList<>());
    private final LineHooks hooks;
    private final Clock clock;

    LinePhones(LineHooks hooks, Clock clock) {
        this.hooks = hooks;
        this.clock = clock;
    }

    /// A telephone that does not have the account yet.
    public LinePhone add(String user, String name) {
        LinePhone phone = new LinePhone(user, name);
        phones.put(user, phone);
        order.add(user);
        return phone;
    }

    /// One that has had it for long: the town is told nothing.
    public LinePhone addFriend(String user, String name) {
        LinePhone phone = add(user, name);
        phone.befriend(true);
        return phone;
    }

    /// The same for a telephone that is there: it has had the account for long.
    public void knowsAlready(String user) {
        get(user).befriend(true);
    }

    public Optional<LinePhone> find(String user) {
        return Optional.ofNullable(phones.get(user));
    }

    public LinePhone get(String user) {
        return Objects.requireNonNull(phones.get(user), "no such telephone");
    }

    /// In the order in which they were added.
    public List<LinePhone> list() {
        return List.copyOf(order).stream().map(this::get).toList();
    }

    public int follow(String user) {
        get(user).befriend(true);
        return tell(hooks.event("follow", user, newToken(user)), Map.of("follow", Map.of("isUnblocked", false)));
    }

    public int block(String user) {
        get(user).befriend(false);
        return tell(hooks.event("unfollow", user, ""), Map.of());
    }

    public int type(String user, String text) {
        get(user).say(text, clock.instant());
        return message(user, Map.of("type", "text", "text", text, "quoteToken", "q"));
    }

    /// Taps a button that sends a postback.
    ///
    /// @param shown what the talk shows as said; empty: nothing
    public int tap(String user, String data, String shown) {
        if (!shown.isEmpty()) {
            get(user).say(shown, clock.instant());
        }
        return tell(hooks.event("postback", user, newToken(user)), Map.of("postback", Map.of("data", data)));
    }

    public int sendPicture(String user, byte[] picture) {
        String id = hooks.newMessageId();
        pictures.put(id, picture);
        get(user).say("写真", clock.instant());
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("id", id);
        content.put("type", "image");
        content.put("contentProvider", Map.of("type", "line"));
        content.put("quoteToken", "q");
        return tell(hooks.event("message", user, newToken(user)), Map.of("message", content));
    }

    public int sendPlace(String user, String title, double latitude, double longitude) {
        get(user).say("場所: " + title, clock.instant());
        return message(
                user,
                Map.of(
                        "type",
                        "location",
                        "title",
                        title,
                        "address",
                        title,
                        "latitude",
                        latitude,
                        "longitude",
                        longitude));
    }

    public int sendSticker(String user) {
        get(user).say("🐻", clock.instant());
        return message(
                user,
                Map.of(
                        "type",
                        "sticker",
                        "packageId",
                        "1",
                        "stickerId",
                        "2",
                        "stickerResourceType",
                        "STATIC",
                        "quoteToken",
                        "q"));
    }

    private int message(String user, Map<String, Object> content) {
        Map<String, Object> whole = new LinkedHashMap<>(content);
        whole.put("id", hooks.newMessageId());
        return tell(hooks.event("message", user, newToken(user)), Map.of("message", whole));
    }

    private int tell(Map<String, Object> event, Map<String, Object> more) {
        event.putAll(more);
        return hooks.deliver(List.of(event));
    }

    private String newToken(String user) {
        String token = UUID.randomUUID().toString().replace("-", "");
        replyTokens.put(token, user);
        return token;
    }

    /// A token works once.
    Optional<String> spendToken(String token) {
        return Optional.ofNullable(replyTokens.remove(token));
    }

    Optional<byte[]> picture(String messageId) {
        return Optional.ofNullable(pictures.get(messageId));
    }

    /// @return how many have got it
    int receive(List<String> users, JsonNode messages, boolean silent) {
        int got = 0;
        for (String user : users) {
            LinePhone phone = phones.get(user);
            if (phone != null && phone.receive(messages, silent, clock.instant())) {
                got++;
            }
        }
        return got;
    }

    List<String> listFriends() {
        return list().stream().filter(LinePhone::isFriend).map(LinePhone::user).toList();
    }
}
