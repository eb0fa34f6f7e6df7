package town.machi.alert.jalert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseBody;
import town.machi.alert.AlertProblem;
import town.machi.kernel.ProblemException;

/// `POST /api/v1/jalert`: `{"id": …, "status": "通常", "words": …}` with the header `X-Machi-Key`. Answers 200 with
/// what came of it, 400 with what is wrong, 401 for a wrong key or while the port is shut.
@Controller
class JalertController {

    private final JalertProperties properties;
    private final JalertDesk desk;

    JalertController(JalertProperties properties, JalertDesk desk) {
        this.properties = properties;
        this.desk = desk;
    }

    @PostMapping("/api/v1/jalert")
    @ResponseBody
    ResponseEntity<Map<String, String>> take(
            @RequestHeader(name = "X-Machi-Key", defaultValue = "") String key, @RequestBody Map<String, Object> body) {
        if (properties.key().isEmpty() || !same(key, properties.key())) {
            throw new ProblemException(AlertProblem.WRONG_PORT_KEY);
        }
        var message = new JalertMessage(text(body, "id"), text(body, "status"), text(body, "words"));
        Optional<String> fault = message.findFault();
        if (fault.isPresent()) {
            return ResponseEntity.badRequest().body(Map.of("fault", fault.get()));
        }
        return ResponseEntity.ok(Map.of("outcome", desk.take(message).outcome()));
    }

    private static String text(Map<String, Object> body, String name) {
        return body.get(name) instanceof String text ? text : "";
    }

    /// Takes the same time whatever is wrong.
    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
