package town.machi.demo.line;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// One answer of the Messaging API.
record LineReply(int status, Map<String, String> headers, String contentType, byte[] body) {

    static LineReply json(int status, String json) {
        return new LineReply(status, Map.of(), "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    /// @param message without quotation marks
    static LineReply fault(int status, String message) {
        return json(status, "{\"message\":\"" + message + "\"}");
    }

    LineReply with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new LineReply(status, Map.copyOf(more), contentType, body);
    }
}
