package town.machi.demo.line;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import town.machi.kernel.Graphemes;

/// What LINE requires of a rich menu and of its picture.
final class LineMenuCheck {

    private static final int MOST_USERS = 500;
    private static final int LARGEST_PICTURE = 1024 * 1024;

    private LineMenuCheck() {}

    static Optional<LineReply> check(JsonNode menu) {
        List<Map<String, String>> faults = new ArrayList<>();
        int width = menu.path("size").path("width").asInt(0);
        int height = menu.path("size").path("height").asInt(0);
        if (width < 800 || width > 2_500 || height < 250 || (double) width / Math.max(height, 1) < 1.45) {
            faults.add(fault("size", "width must be 800 to 2500, height at least 250, width / height at least 1.45"));
        }
        if (!menu.path("selected").isBoolean()) {
            faults.add(fault("selected", "May not be empty"));
        }
        text(menu.path("name"), "name", 300, faults);
        text(menu.path("chatBarText"), "chatBarText", 14, faults);
        JsonNode areas = menu.path("areas");
        if (!areas.isArray() || areas.size() > 20) {
            faults.add(fault("areas", "Size must be between 0 and 20"));
        }
        for (int i = 0; areas.isArray() && i < areas.size(); i++) {
            area(areas.get(i), i, width, height, faults);
        }
        return faults.isEmpty() ? Optional.empty() : Optional.of(LineBodyCheck.reply(faults));
    }

    private static void area(JsonNode area, int number, int width, int height, List<Map<String, String>> faults) {
        JsonNode bounds = area.path("bounds");
        int x = bounds.path("x").asInt(-1);
        int y = bounds.path("y").asInt(-1);
        int right = x + bounds.path("width").asInt(0);
        int bottom = y + bounds.path("height").asInt(0);
        if (x < 0 || y < 0 || right <= x || bottom <= y || right > width || bottom > height) {
            faults.add(fault("areas[" + number + "].bounds", "must lie inside the menu"));
        }
        if (!List.of("postback", "message", "uri")
                .contains(area.path("action").path("type").asString(""))) {
            faults.add(fault("areas[" + number + "].action.type", "must be specified"));
        }
    }

    private static void text(JsonNode text, String place, int most, List<Map<String, String>> faults) {
        int length = Graphemes.count(text.asString(""));
        if (length == 0 || length > most) {
            faults.add(fault(place, "Length must be between 1 and " + most));
        }
    }

    static Optional<LineReply> checkUsers(JsonNode users) {
        if (!users.isArray() || users.isEmpty() || users.size() > MOST_USERS) {
            return Optional.of(LineBodyCheck.reply(List.of(fault("userIds", "Size must be between 1 and 500"))));
        }
        List<Map<String, String>> faults = new ArrayList<>();
        for (int i = 0; i < users.size(); i++) {
            if (!users.get(i).asString("").matches("U[0-9a-f]{32}")) {
                faults.add(fault("userIds[" + i + "]", "invalid user ID"));
            }
        }
        return faults.isEmpty() ? Optional.empty() : Optional.of(LineBodyCheck.reply(faults));
    }

    static Optional<LineReply> checkPicture(JsonNode menu, byte[] picture, String contentType) {
        if (!contentType.startsWith("image/png") && !contentType.startsWith("image/jpeg")) {
            return Optional.of(LineReply.fault(415, "Content-Type must be image/jpeg or image/png"));
        }
        if (picture.length > LARGEST_PICTURE) {
            return Optional.of(LineReply.fault(413, "The image is larger than 1 MB"));
        }
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
            boolean fits = image != null
                    && image.getWidth() == menu.path("size").path("width").asInt()
                    && image.getHeight() == menu.path("size").path("height").asInt();
            return fits
                    ? Optional.empty()
                    : Optional.of(LineReply.fault(400, "The image size is not valid for the richmenu"));
        } catch (IOException e) {
            return Optional.of(LineReply.fault(400, "The image cannot be read"));
        }
    }

    private static Map<String, String> fault(String place, String message) {
        return Map.of("message", message, "property", place);
    }
}
