package town.machi.demo.line;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// One request to the Messaging API.
///
/// @param headers lower-case names
public record LineCall(String method, String path, Map<String, String> headers, byte[] body) {

    /// The endpoint without the ids in its path: `push`, `multicast`, `profile`.
    public Endpoint endpoint() {
        return Endpoint.of(method, path);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /// The part of the path with that number, from 0: `/v2/bot/profile/U1` has `v2`, `bot`, `profile`, `U1`.
    String part(int number) {
        String[] parts = path.substring(1).split("/");
        return number < parts.length ? parts[number] : "";
    }
}
