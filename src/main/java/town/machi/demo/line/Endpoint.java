package town.machi.demo.line;

import java.time.Duration;
import java.util.Optional;

/// The endpoints that the stand-in has, with LINE's limits for each.
public enum Endpoint {
    PUSH(2_000, Duration.ofSeconds(1)),
    REPLY(2_000, Duration.ofSeconds(1)),
    MULTICAST(200, Duration.ofSeconds(1)),
    BROADCAST(60, Duration.ofHours(1)),
    PROFILE(2_000, Duration.ofSeconds(1)),
    CONTENT(2_000, Duration.ofSeconds(1)),
    QUOTA(2_000, Duration.ofSeconds(1)),
    CONSUMPTION(2_000, Duration.ofSeconds(1)),
    FOLLOWERS(2_000, Duration.ofSeconds(1)),
    RICH_MENU_CREATE(100, Duration.ofHours(1)),
    RICH_MENU_DELETE(100, Duration.ofHours(1)),
    RICH_MENU_IMAGE(100, Duration.ofHours(1)),
    RICH_MENU_LIST(2_000, Duration.ofSeconds(1)),
    RICH_MENU_DEFAULT(2_000, Duration.ofSeconds(1)),
    RICH_MENU_LINK(2_000, Duration.ofSeconds(1)),
    RICH_MENU_UNLINK(2_000, Duration.ofSeconds(1)),
    NONE(2_000, Duration.ofSeconds(1));

    private final int calls;
    private final Duration per;

    Endpoint(int calls, Duration per) {
        this.calls = calls;
        this.per = per;
    }

    int calls() {
        return calls;
    }

    Duration per() {
        return per;
    }

    /// Whether a retry key may come with it; with any other it is refused.
    boolean takesRetryKey() {
        return this == PUSH || this == MULTICAST || this == BROADCAST;
    }

    boolean sends() {
        return takesRetryKey() || this == REPLY;
    }

    static Endpoint of(String method, String path) {
        String key = method + " " + path.replaceAll("/+$", "");
        return switch (key) {
            case "POST /v2/bot/message/push" -> PUSH;
            case "POST /v2/bot/message/reply" -> REPLY;
            case "POST /v2/bot/message/multicast" -> MULTICAST;
            case "POST /v2/bot/message/broadcast" -> BROADCAST;
            case "GET /v2/bot/message/quota" -> QUOTA;
            case "GET /v2/bot/message/quota/consumption" -> CONSUMPTION;
            case "GET /v2/bot/followers/ids" -> FOLLOWERS;
            case "POST /v2/bot/richmenu" -> RICH_MENU_CREATE;
            case "GET /v2/bot/richmenu/list" -> RICH_MENU_LIST;
            case "POST /v2/bot/richmenu/bulk/link" -> RICH_MENU_LINK;
            case "POST /v2/bot/richmenu/bulk/unlink" -> RICH_MENU_UNLINK;
            default -> byPattern(key).orElse(NONE);
        };
    }

    private static Optional<Endpoint> byPattern(String key) {
        if (key.matches("GET /v2/bot/profile/[^/]+")) {
            return Optional.of(PROFILE);
        }
        if (key.matches("GET /v2/bot/message/[^/]+/content")) {
            return Optional.of(CONTENT);
        }
        if (key.matches("POST /v2/bot/richmenu/[^/]+/content")) {
            return Optional.of(RICH_MENU_IMAGE);
        }
        if (key.matches("DELETE /v2/bot/richmenu/[^/]+")) {
            return Optional.of(RICH_MENU_DELETE);
        }
        return key.matches("(POST /v2/bot/user/all/richmenu/[^/]+|(GET|DELETE) /v2/bot/user/all/richmenu)")
                ? Optional.of(RICH_MENU_DEFAULT)
                : Optional.empty();
    }
}
