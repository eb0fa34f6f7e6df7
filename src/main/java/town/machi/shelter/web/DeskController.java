package town.machi.shelter.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import town.machi.platform.Town;
import town.machi.shell.Assets;
import town.machi.shell.Reply;

/// The desk's own pages: one page that is a program, what makes it installable, and the worker that keeps it
/// on the
/// device. None of them holds anything about anybody.
@Controller
class DeskController {

    /// What the desk needs from us to run without a line, beside the program's own modules.
    private static final List<String> FURNITURE =
            List.of("css/public.css", "css/desk.css", "css/print.css", "mark.svg", "desk-192.png", "desk-512.png");

    private static final String MODULES = "js/desk/";

    private final Assets assets;
    private final Town town;

    DeskController(Assets assets, Town town) {
        this.assets = assets;
        this.town = town;
    }

    @GetMapping({"/desk", "/desk/"})
    Reply desk() {
        return new DeskPage();
    }

    @GetMapping(path = "/desk/manifest.webmanifest", produces = "application/manifest+json")
    ResponseEntity<Map<String, Object>> manifest() {
        Map<String, Object> manifest = Map.of(
                "name", town.name() + " 避難所の受付",
                "short_name", "避難所受付",
                "lang", "ja",
                "start_url", "/desk",
                "scope", "/desk",
                "display", "standalone",
                "background_color", "#ffffff",
                "theme_color", "#0055ad",
                "icons", List.of(icon(192), icon(512)));
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(manifest);
    }

    private Map<String, String> icon(int size) {
        return Map.of("src", assets.url("desk-" + size + ".png"), "sizes", size + "x" + size, "type", "image/png");
    }

    /// The worker: its first line names this version and all that it keeps, so that a new version is another
    /// worker.
    @GetMapping("/desk/worker.js")
    ResponseEntity<byte[]> worker() {
        String kept = String.join(
                ",", keep().stream().map(address -> "'" + address + "'").toList());
        String head = "const VERSION = '" + assets.hash() + "';\nconst KEPT = ['/desk'," + kept + "];\n";
        String body = new String(assets.find(MODULES + "worker.js").orElseThrow(), StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .header("Service-Worker-Allowed", "/desk")
                .contentType(MediaType.parseMediaType("text/javascript;charset=UTF-8"))
                .body((head + body).getBytes(StandardCharsets.UTF_8));
    }

    private List<String> keep() {
        List<String> modules = assets.list(MODULES).stream()
                .filter(path -> !path.endsWith("/worker.js"))
                .map(assets::url)
                .toList();
        List<String> furniture = FURNITURE.stream().map(assets::url).toList();
        List<String> library = List.of(assets.webjar("html5-qrcode", "html5-qrcode.min.js"));
        return Stream.of(modules, furniture, library).flatMap(List::stream).toList();
    }
}
