package town.machi.demo.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What LINE requires of a body that sends messages. It finds all faults at once, each with its place, as LINE does.
final class LineBodyCheck {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_MESSAGES = 5;
    private static final int MOST_USERS = 500;
    private static final String EMPTY = "May not be empty";

    private final List<Map<String, String>> faults = new ArrayList<>();

    /// LINE's 400 for it; empty where all is well.
    static java.util.Optional<LineReply> check(Endpoint endpoint, JsonNode body) {
        LineBodyCheck check = new LineBodyCheck();
        check.addressees(endpoint, body);
        check.messages(body.path("messages"));
        JsonNode silent = body.path("notificationDisabled");
        if (!silent.isMissingNode() && !silent.isNull() && !silent.isBoolean()) {
            check.fault("notificationDisabled", "must be a boolean");
        }
        return check.faults.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(check.reply());
    }

    static LineReply reply(List<Map<String, String>> details) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("message", "The request body has " + details.size() + " error(s)");
        body.put("details", details);
        return LineReply.json(400, JSON.writeValueAsString(body));
    }

    private LineReply reply() {
        return reply(faults);
    }

    private void addressees(Endpoint endpoint, JsonNode body) {
        JsonNode to = body.path("to");
        switch (endpoint) {
            case PUSH -> user(to, "to");
            case MULTICAST -> {
                if (!to.isArray() || to.isEmpty() || to.size() > MOST_USERS) {
                    fault("to", "Size must be between 1 and 500");
                }
                for (int i = 0; to.isArray() && i < to.size(); i++) {
                    user(to.get(i), "to[" + i + "]");
                }
            }
            case REPLY -> text(body.path("replyToken"), "replyToken", Integer.MAX_VALUE);
            default -> {
                // A broadcast names nobody.
            }
        }
    }

    private void user(JsonNode user, String place) {
        if (!user.isString() || !user.asString().matches("U[0-9a-f]{32}")) {
            fault(place, "The property, 'to', in the request body is invalid");
        }
    }

    private void messages(JsonNode messages) {
        if (!messages.isArray() || messages.isEmpty() || messages.size() > MOST_MESSAGES) {
            fault("messages", "Size must be between 1 and 5");
            return;
        }
        for (int i = 0; i < messages.size(); i++) {
            message(messages.get(i), "messages[" + i + "]");
        }
    }

    private void message(JsonNode message, String place) {
        switch (message.path("type").asString("")) {
            case "text" -> units(message.path("text"), place + ".text", 5_000);
            case "image" -> {
                https(message.path("originalContentUrl"), place + ".originalContentUrl");
                https(message.path("previewImageUrl"), place + ".previewImageUrl");
            }
            case "location" -> {
                text(message.path("title"), place + ".title", 100);
                text(message.path("address"), place + ".address", 100);
                degrees(message.path("latitude"), place + ".latitude", 90);
                degrees(message.path("longitude"), place + ".longitude", 180);
            }
            case "template" -> template(message, place);
            default -> fault(place + ".type", "must be one of the message types that this account sends");
        }
        quickReply(message.path("quickReply"), place + ".quickReply");
    }

    private void template(JsonNode message, String place) {
        text(message.path("altText"), place + ".altText", 1_500);
        JsonNode template = message.path("template");
        if (!template.path("type").asString("").equals("buttons")) {
            fault(place + ".template.type", "must be one of the template types that this account sends");
            return;
        }
        text(template.path("text"), place + ".template.text", 160);
        JsonNode actions = template.path("actions");
        if (!actions.isArray() || actions.isEmpty() || actions.size() > 4) {
            fault(place + ".template.actions", "Size must be between 1 and 4");
        }
        for (int i = 0; actions.isArray() && i < actions.size(); i++) {
            action(actions.get(i), place + ".template.actions[" + i + "]", Set.of("postback", "message", "uri"));
        }
    }

    private void quickReply(JsonNode quickReply, String place) {
        if (quickReply.isMissingNode() || quickReply.isNull()) {
            return;
        }
        JsonNode items = quickReply.path("items");
        if (!items.isArray() || items.isEmpty() || items.size() > 13) {
            fault(place + ".items", "Size must be between 1 and 13");
        }
        for (int i = 0; items.isArray() && i < items.size(); i++) {
            action(
                    items.get(i).path("action"),
                    place + ".items[" + i + "].action",
                    Set.of("postback", "message", "uri", "camera", "cameraRoll", "location"));
        }
    }

    private void action(JsonNode action, String place, Set<String> allowed) {
        String type = action.path("type").asString("");
        if (!allowed.contains(type)) {
            fault(
                    place + ".type",
                    "must be one of "
                            + String.join(", ", allowed.stream().sorted().toList()));
            return;
        }
        text(action.path("label"), place + ".label", 20);
        switch (type) {
            case "postback" -> {
                units(action.path("data"), place + ".data", 300);
                if (!action.path("displayText").isMissingNode()) {
                    text(action.path("displayText"), place + ".displayText", 300);
                }
            }
            case "message" -> text(action.path("text"), place + ".text", 300);
            case "uri" -> {
                if (!action.path("uri").asString("").matches("(https?|line|tel):.{1,990}")) {
                    fault(place + ".uri", "invalid uri scheme");
                }
            }
            default -> {
                // camera, cameraRoll, location: a label is all.
            }
        }
    }

    private void https(JsonNode uri, String place) {
        if (!uri.asString("").matches("https://.{1,1990}")) {
            fault(place, "must be an https URL of at most 2000 characters");
        }
    }

    private void degrees(JsonNode number, String place, int most) {
        if (!number.isNumber() || Math.abs(number.asDouble()) > most) {
            fault(place, "must be a number between -" + most + " and " + most);
        }
    }

    /// Counted in UTF-16 code units.
    private void units(JsonNode text, String place, int most) {
        bounded(text, place, most, text.asString("").length());
    }

    /// Counted in grapheme clusters.
    private void text(JsonNode text, String place, int most) {
        bounded(text, place, most, town.machi.kernel.Graphemes.count(text.asString("")));
    }

    private void bounded(JsonNode text, String place, int most, int length) {
        if (!text.isString() || text.asString().isEmpty()) {
            fault(place, EMPTY);
        } else if (length > most) {
            fault(place, "Length must be between 0 and " + most);
        }
    }

    private void fault(String place, String message) {
        Map<String, String> fault = new LinkedHashMap<>();
        fault.put("message", message);
        fault.put("property", place);
        faults.add(fault);
    }
}
