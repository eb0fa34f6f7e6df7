package town.machi.demo.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import town.machi.demo.line.LinePhone;
import town.machi.demo.web.PhonesPage.Choice;
import town.machi.demo.web.PhonesPage.Line;

/// Draws LINE's messages as a telephone would.
final class PhoneLines {

    private PhoneLines() {}

    static Line line(LinePhone.Bubble bubble) {
        JsonNode message = bubble.message();
        if (message == null) {
            return new Line(true, Objects.requireNonNullElse(bubble.said(), ""), List.of(), bubble.at(), false);
        }
        return new Line(false, text(message), buttons(message), bubble.at(), bubble.silent());
    }

    private static String text(JsonNode message) {
        return switch (message.path("type").asString("")) {
            case "text" -> message.path("text").asString("");
            case "template" -> message.path("template").path("text").asString("");
            case "location" ->
                "場所: " + message.path("title").asString("") + "\n"
                        + message.path("address").asString("");
            case "image" -> "写真: " + message.path("originalContentUrl").asString("");
            default -> message.path("type").asString("");
        };
    }

    private static List<Choice> buttons(JsonNode message) {
        List<Choice> buttons = new ArrayList<>();
        message.path("template")
                .path("actions")
                .forEach(action -> choice(action).ifPresent(buttons::add));
        return buttons;
    }

    static List<Choice> quickReplies(LinePhone phone) {
        List<Choice> choices = new ArrayList<>();
        phone.quickReplies()
                .ifPresent(items ->
                        items.forEach(item -> choice(item.path("action")).ifPresent(choices::add)));
        return choices;
    }

    static Optional<Choice> choice(JsonNode action) {
        String label = action.path("label").asString("");
        return switch (action.path("type").asString("")) {
            case "postback" ->
                Optional.of(new Choice.Tap(
                        label,
                        action.path("data").asString(""),
                        action.path("displayText").asString("")));
            case "message" ->
                Optional.of(new Choice.Say(label, action.path("text").asString("")));
            case "uri" ->
                Optional.of(new Choice.Open(label, URI.create(action.path("uri").asString(""))));
            case "camera", "cameraRoll" -> Optional.of(new Choice.Device(label, "photo"));
            case "location" -> Optional.of(new Choice.Device(label, "place"));
            default -> Optional.empty();
        };
    }
}
