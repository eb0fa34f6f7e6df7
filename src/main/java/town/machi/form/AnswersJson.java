package town.machi.form;

import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/// Answers as they lie in a `jsonb` column: values by path, and beside them who gave them, each giver once.
///
/// ```json
/// {"values": {"startsOn": "2026-12-24"}, "givers": [["TYPED", "resident:…", "2026-11-24T01:00:00Z"]], "by": {}}
/// ```
/// `by` has the index of the giver of each value that does not come from the first. The text is the same for the same
/// answers, so that it can be signed.
public final class AnswersJson {

    private static final JsonFactory JSON = new JsonFactory();

    private record Giver(Answer.Source source, String by, Instant at) {}

    private AnswersJson() {}

    public static String write(Answers answers) {
        Map<Giver, Integer> givers = new LinkedHashMap<>();
        Map<String, Integer> others = new LinkedHashMap<>();
        StringWriter out = new StringWriter(64 + 48 * answers.byPath().size());
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeObjectPropertyStart("values");
            answers.byPath().forEach((path, answer) -> {
                json.writeStringProperty(path, answer.value());
                Giver giver = new Giver(answer.source(), answer.by(), answer.at());
                int index = givers.computeIfAbsent(giver, _ -> givers.size());
                if (index > 0) {
                    others.put(path, index);
                }
            });
            json.writeEndObject();
            json.writeArrayPropertyStart("givers");
            givers.keySet().forEach(giver -> write(giver, json));
            json.writeEndArray();
            json.writeObjectPropertyStart("by");
            others.forEach(json::writeNumberProperty);
            json.writeEndObject();
            json.writeEndObject();
        }
        return out.toString();
    }

    private static void write(Giver giver, JsonGenerator json) {
        json.writeStartArray();
        json.writeString(giver.source().name());
        json.writeString(giver.by());
        json.writeString(giver.at().toString());
        json.writeEndArray();
    }

    public static Answers read(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        List<Giver> givers = new ArrayList<>();
        Map<String, Integer> by = new HashMap<>();
        try (JsonParser json = JSON.createParser(tools.jackson.core.ObjectReadContext.empty(), text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "values" -> readValues(json, values);
                    case "givers" -> readGivers(json, givers);
                    case "by" -> readBy(json, by);
                    default -> json.skipChildren();
                }
            }
        }
        TreeMap<String, Answer> answers = new TreeMap<>();
        values.forEach((path, value) -> {
            Giver giver = givers.get(by.getOrDefault(path, 0));
            answers.put(path, new Answer(value, giver.source(), giver.by(), giver.at()));
        });
        return new Answers(answers);
    }

    private static void readValues(JsonParser json, Map<String, String> values) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String path = json.currentName();
            json.nextToken();
            values.put(path, json.getString());
        }
    }

    private static void readGivers(JsonParser json, List<Giver> givers) {
        while (json.nextToken() == JsonToken.START_ARRAY) {
            json.nextToken();
            Answer.Source source = Answer.Source.valueOf(json.getString());
            json.nextToken();
            String by = json.getString();
            json.nextToken();
            givers.add(new Giver(source, by, Instant.parse(json.getString())));
            json.nextToken();
        }
    }

    private static void readBy(JsonParser json, Map<String, Integer> by) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String path = json.currentName();
            json.nextToken();
            by.put(path, json.getIntValue());
        }
    }
}
