package town.machi.demo.line;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Does what a call asks, as LINE would: token, limit, retry key, body, quota, in this order.
final class LineDesk {

    private static final JsonMapper JSON = new JsonMapper();

    private final String token;
    private final LinePhones phones;
    private final LineLimits limits = new LineLimits();
    private final LineRetryKeys keys;
    private final LineMenus menus = new LineMenus();
    private final LineQuota quota = new LineQuota();

    LineDesk(String token, LinePhones phones, Clock clock) {
        this.token = token;
        this.phones = phones;
        this.keys = new LineRetryKeys(clock);
    }

    LineMenus menus() {
        return menus;
    }

    LineQuota quota() {
        return quota;
    }

    void resetLimits() {
        limits.forget();
    }

    LineReply tooMany() {
        return LineReply.fault(429, "The API rate limit has been exceeded. Try again later.");
    }

    LineReply handle(LineCall call) {
        String requestId = UUID.randomUUID().toString();
        return answer(call, requestId).with("x-line-request-id", requestId);
    }

    private LineReply answer(LineCall call, String requestId) {
        if (!call.header("authorization").equals(Optional.of("Bearer " + token))) {
            return LineReply.fault(
                    401, "Authentication failed. Confirm that the access token in the authorization header is valid.");
        }
        Endpoint endpoint = call.endpoint();
        if (!limits.take(endpoint)) {
            return tooMany();
        }
        Optional<String> key = call.header("x-line-retry-key");
        if (key.isPresent() && (!endpoint.takesRetryKey() || !isUuid(key.get()))) {
            return LineReply.fault(400, "Invalid retry key");
        }
        return endpoint.sends() ? send(endpoint, call, key, requestId) : look(endpoint, call);
    }

    private LineReply send(Endpoint endpoint, LineCall call, Optional<String> key, String requestId) {
        Optional<JsonNode> body = parse(call);
        if (body.isEmpty()) {
            return LineReply.fault(400, "The request body could not be parsed as JSON.");
        }
        Optional<LineReply> fault = LineBodyCheck.check(endpoint, body.get());
        if (fault.isPresent()) {
            return fault.get();
        }
        List<String> users = users(endpoint, body.get());
        if (users.isEmpty()) {
            return LineReply.fault(400, "Invalid reply token");
        }
        if (endpoint == Endpoint.PUSH && phones.find(users.getFirst()).isEmpty()) {
            return LineReply.fault(400, "Failed to send messages");
        }
        if (endpoint != Endpoint.REPLY && !quota.hasRoom(users.size())) {
            return LineReply.fault(429, "You have reached your monthly limit.");
        }
        Optional<String> before = key.flatMap(given -> keys.accept(given, requestId));
        if (before.isPresent()) {
            return LineReply.fault(409, "The retry key is already accepted")
                    .with("x-line-accepted-request-id", before.get());
        }
        boolean silent = body.get().path("notificationDisabled").asBoolean(false);
        int got = phones.receive(users, body.get().path("messages"), silent);
        if (endpoint != Endpoint.REPLY) {
            quota.use(got);
        }
        return LineReply.json(200, sent(endpoint, body.get()));
    }

    private static String sent(Endpoint endpoint, JsonNode body) {
        if (endpoint != Endpoint.PUSH && endpoint != Endpoint.REPLY) {
            return "{}";
        }
        List<String> ids = new ArrayList<>();
        body.path("messages")
                .forEach(_ -> ids.add("{\"id\":\"" + Math.abs(UUID.randomUUID().getMostSignificantBits())
                        + "\",\"quoteToken\":\"q\"}"));
        return "{\"sentMessages\":[" + String.join(",", ids) + "]}";
    }

    private List<String> users(Endpoint endpoint, JsonNode body) {
        return switch (endpoint) {
            case PUSH -> List.of(body.path("to").asString());
            case MULTICAST -> {
                List<String> users = new ArrayList<>();
                body.path("to").forEach(user -> users.add(user.asString()));
                yield users;
            }
            case REPLY ->
                phones.spendToken(body.path("replyToken").asString()).stream().toList();
            default -> phones.listFriends();
        };
    }

    private LineReply look(Endpoint endpoint, LineCall call) {
        return switch (endpoint) {
            case PROFILE -> profile(call.part(3));
            case CONTENT ->
                phones.picture(call.part(3))
                        .map(picture -> new LineReply(200, java.util.Map.of(), "image/jpeg", picture))
                        .orElseGet(() -> LineReply.fault(404, "Not found"));
            case QUOTA -> quota.limitReply();
            case CONSUMPTION -> quota.usedReply();
            case FOLLOWERS ->
                LineReply.json(200, JSON.writeValueAsString(java.util.Map.of("userIds", phones.listFriends())));
            case RICH_MENU_CREATE -> parse(call).map(menus::create).orElseGet(() -> LineReply.fault(400, "No JSON"));
            case RICH_MENU_IMAGE ->
                menus.putPicture(
                        call.part(3), call.body(), call.header("content-type").orElse(""));
            case RICH_MENU_LIST -> menus.all();
            case RICH_MENU_DELETE -> menus.delete(call.part(3));
            case RICH_MENU_DEFAULT -> defaultMenu(call);
            case RICH_MENU_LINK, RICH_MENU_UNLINK -> linkMenu(endpoint, call);
            case PUSH, REPLY, MULTICAST, BROADCAST, NONE -> LineReply.fault(404, "Not found");
        };
    }

    private LineReply defaultMenu(LineCall call) {
        return switch (call.method()) {
            case "POST" -> menus.show(call.part(5));
            case "DELETE" -> menus.hide();
            default -> menus.shownId();
        };
    }

    private LineReply linkMenu(Endpoint endpoint, LineCall call) {
        Optional<JsonNode> body = parse(call);
        if (body.isEmpty()) {
            return LineReply.fault(400, "The request body could not be parsed as JSON.");
        }
        Optional<LineReply> fault = LineMenuCheck.checkUsers(body.get().path("userIds"));
        if (fault.isPresent()) {
            return fault.get();
        }
        List<String> users = new ArrayList<>();
        body.get().path("userIds").forEach(user -> users.add(user.asString()));
        return endpoint == Endpoint.RICH_MENU_UNLINK
                ? menus.unlink(users)
                : menus.link(body.get().path("richMenuId").asString(""), users);
    }

    private LineReply profile(String user) {
        return phones.find(user)
                .filter(LinePhone::isFriend)
                .map(phone -> LineReply.json(
                        200,
                        JSON.writeValueAsString(java.util.Map.of(
                                "userId", phone.user(), "displayName", phone.name(), "language", "ja"))))
                .orElseGet(() -> LineReply.fault(404, "Not found"));
    }

    private static Optional<JsonNode> parse(LineCall call) {
        try {
            JsonNode body = JSON.readTree(call.body());
            return body != null && body.isObject() ? Optional.of(body) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static boolean isUuid(String key) {
        return key.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }
}
