package town.machi.demo.line;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The account's rich menus: made, given a picture, shown to all or linked to single friends, deleted.
public final class LineMenus {

    private static final JsonMapper JSON = new JsonMapper();

    /// @param picture empty until it was put
    public record Menu(String id, JsonNode definition, Optional<byte[]> picture) {}

    private final Map<String, Menu> menus = new LinkedHashMap<>();
    private final Map<String, String> links = new HashMap<>();
    private String shown = "";

    /// What this friend sees under the talk: their own, else that of all.
    public synchronized Optional<Menu> shownTo(String user) {
        return Optional.ofNullable(menus.get(links.getOrDefault(user, ""))).or(this::shown);
    }

    /// What everybody sees under the talk who has no menu of their own.
    public synchronized Optional<Menu> shown() {
        return Optional.ofNullable(menus.get(shown));
    }

    public synchronized List<Menu> list() {
        return List.copyOf(menus.values());
    }

    synchronized LineReply create(JsonNode menu) {
        Optional<LineReply> fault = LineMenuCheck.check(menu);
        if (fault.isPresent()) {
            return fault.get();
        }
        String id = "richmenu-" + UUID.randomUUID().toString().replace("-", "");
        menus.put(id, new Menu(id, menu, Optional.empty()));
        return LineReply.json(200, "{\"richMenuId\":\"" + id + "\"}");
    }

    synchronized LineReply putPicture(String id, byte[] picture, String contentType) {
        Menu menu = menus.get(id);
        if (menu == null) {
            return LineReply.fault(404, "Not found");
        }
        if (menu.picture().isPresent()) {
            return LineReply.fault(400, "An image has already been uploaded to the richmenu");
        }
        Optional<LineReply> fault = LineMenuCheck.checkPicture(menu.definition(), picture, contentType);
        if (fault.isPresent()) {
            return fault.get();
        }
        menus.put(id, new Menu(id, menu.definition(), Optional.of(picture)));
        return LineReply.json(200, "{}");
    }

    synchronized LineReply show(String id) {
        Menu menu = menus.get(id);
        if (menu == null) {
            return LineReply.fault(404, "Not found");
        }
        if (menu.picture().isEmpty()) {
            return LineReply.fault(400, "must upload richmenu image before applying it to user");
        }
        shown = id;
        return LineReply.json(200, "{}");
    }

    synchronized LineReply link(String id, List<String> users) {
        Menu menu = menus.get(id);
        if (menu == null) {
            return LineReply.fault(404, "Not found");
        }
        if (menu.picture().isEmpty()) {
            return LineReply.fault(400, "must upload richmenu image before applying it to user");
        }
        users.forEach(user -> links.put(user, id));
        return LineReply.json(202, "{}");
    }

    synchronized LineReply unlink(List<String> users) {
        users.forEach(links::remove);
        return LineReply.json(202, "{}");
    }

    synchronized LineReply hide() {
        shown = "";
        return LineReply.json(200, "{}");
    }

    synchronized LineReply shownId() {
        return menus.containsKey(shown)
                ? LineReply.json(200, "{\"richMenuId\":\"" + shown + "\"}")
                : LineReply.fault(404, "no default richmenu");
    }

    synchronized LineReply delete(String id) {
        return menus.remove(id) == null ? LineReply.fault(404, "Not found") : LineReply.json(200, "{}");
    }

    synchronized LineReply all() {
        List<JsonNode> all = menus.values().stream()
                .<JsonNode>map(menu -> {
                    var object = JSON.createObjectNode();
                    object.put("richMenuId", menu.id());
                    object.setAll((tools.jackson.databind.node.ObjectNode) menu.definition());
                    return object;
                })
                .toList();
        return LineReply.json(200, JSON.writeValueAsString(Map.of("richmenus", all)));
    }
}
