package town.machi.platform.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a letter says of itself and of its parts: one line of JSON, the same bytes for the same letter.
///
/// @param from `public`, `inner`
/// @param number counting from 1; 0 for the word about what was received
/// @param previous SHA-256 of the letter before; of the first one, nothing
/// @param content JSON
record Head(String from, long number, byte[] previous, String kind, Instant at, String content, List<Part> parts) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HexFormat HEX = HexFormat.of();

    Head {
        parts = List.copyOf(parts);
    }

    /// A file behind the head.
    ///
    /// @param sha256 in hexadecimal
    record Part(UUID id, String name, long bytes, String sha256) {}

    /// With the line's end.
    byte[] line() {
        ObjectNode node = JSON.createObjectNode();
        node.put("from", from);
        node.put("number", number);
        node.put("previous", HEX.formatHex(previous));
        node.put("kind", kind);
        node.put("at", at.toString());
        node.set("content", JSON.readTree(content));
        ArrayNode list = node.putArray("parts");
        for (Part part : parts) {
            list.addObject()
                    .put("id", part.id().toString())
                    .put("name", part.name())
                    .put("bytes", part.bytes())
                    .put("sha256", part.sha256());
        }
        return (JSON.writeValueAsString(node) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /// @throws IllegalArgumentException when it is no head
    static Head read(byte[] line) {
        try {
            JsonNode node = JSON.readTree(line);
            List<Part> parts = new ArrayList<>();
            for (JsonNode part : node.required("parts")) {
                parts.add(new Part(
                        UUID.fromString(part.required("id").asString()),
                        part.required("name").asString(),
                        part.required("bytes").asLong(),
                        part.required("sha256").asString()));
            }
            return new Head(
                    node.required("from").asString(),
                    node.required("number").asLong(),
                    HEX.parseHex(node.required("previous").asString()),
                    node.required("kind").asString(),
                    Instant.parse(node.required("at").asString()),
                    JSON.writeValueAsString(node.required("content")),
                    parts);
        } catch (JacksonException | java.time.DateTimeException e) {
            throw new IllegalArgumentException("not the head of a letter", e);
        }
    }
}
