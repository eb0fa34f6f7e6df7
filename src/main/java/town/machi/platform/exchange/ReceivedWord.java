package town.machi.platform.exchange;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a zone tells beside its letters: up to where it has those of the other one. It has no number; the newest
/// counts.
///
/// @param at by the clock of whoever tells
/// @param reached number of the last letter that was taken in; 0: none
/// @param digest of that letter
/// @param last number of the last letter of one's own
record ReceivedWord(Instant at, long reached, byte[] digest, long last) {

    static final String KIND = "received";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    Head head(String from) {
        String content = JSON.writeValueAsString(JSON.createObjectNode()
                .put("reached", reached)
                .put("digest", HexFormat.of().formatHex(digest))
                .put("last", last));
        return new Head(from, 0, new byte[0], KIND, at, content, List.of());
    }

    /// @throws IllegalArgumentException when it is a letter
    static ReceivedWord of(Head head) {
        if (!head.kind().equals(KIND) || head.number() != 0) {
            throw new IllegalArgumentException("not a word about what was received");
        }
        JsonNode content = JSON.readTree(head.content());
        return new ReceivedWord(
                head.at(),
                content.required("reached").asLong(),
                HexFormat.of().parseHex(content.required("digest").asString()),
                content.required("last").asLong());
    }

    /// Whether it says the same, at whatever time.
    boolean saysAs(ReceivedWord other) {
        return reached == other.reached && last == other.last && java.util.Arrays.equals(digest, other.digest);
    }
}
