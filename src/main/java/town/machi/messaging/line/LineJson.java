package town.machi.messaging.line;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import town.machi.messaging.LineMessage;
import town.machi.messaging.QuickReply;

/// Our messages as the Messaging API takes them. They are stored so, the very words that leave.
@Component
public class LineJson {

    private final JsonMapper json;

    LineJson(JsonMapper json) {
        this.json = json;
    }

    /// A JSON array of message objects.
    public String write(List<LineMessage> messages) {
        return json.writeValueAsString(messages.stream().map(LineJson::message).toList());
    }

    private static Map<String, Object> message(LineMessage message) {
        Map<String, Object> object = switch (message) {
            case LineMessage.Text text -> fields("type", "text", "text", text.text());
            case LineMessage.Buttons buttons -> buttons(buttons);
            case LineMessage.Spot spot -> spot(spot);
            case LineMessage.Image image ->
                fields(
                        "type",
                        "image",
                        "originalContentUrl",
                        image.original().toString(),
                        "previewImageUrl",
                        image.preview().toString());
        };
        if (!message.quickReplies().isEmpty()) {
            List<Map<String, Object>> items = message.quickReplies().stream()
                    .map(reply -> fields("type", "action", "action", action(reply)))
                    .toList();
            object.put("quickReply", fields("items", items));
        }
        return object;
    }

    private static Map<String, Object> buttons(LineMessage.Buttons buttons) {
        Map<String, Object> template = fields("type", "buttons", "text", buttons.text());
        template.put("actions", buttons.buttons().stream().map(LineJson::action).toList());
        return fields("type", "template", "altText", buttons.summary(), "template", template);
    }

    private static Map<String, Object> spot(LineMessage.Spot spot) {
        Map<String, Object> object = fields("type", "location", "title", spot.title(), "address", spot.address());
        object.put("latitude", spot.place().latitude());
        object.put("longitude", spot.place().longitude());
        return object;
    }

    static Map<String, Object> action(QuickReply reply) {
        Map<String, Object> object = switch (reply) {
            case QuickReply.Tap tap ->
                fields("type", "postback", "data", tap.postback().data(), "displayText", tap.said());
            case QuickReply.Say say -> fields("type", "message", "text", say.text());
            case QuickReply.Photo photo -> fields("type", photo.camera() ? "camera" : "cameraRoll");
            case QuickReply.WherePlace _ -> fields("type", "location");
            case QuickReply.Open open ->
                fields("type", "uri", "uri", open.page().toString());
        };
        object.put("label", reply.label());
        return object;
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
