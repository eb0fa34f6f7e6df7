package town.machi.shell.web;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import town.machi.kernel.KernelProblem;
import town.machi.kernel.ProblemException;
import town.machi.shell.Assets;

/// Our stylesheets, scripts and pictures.
@Controller
class AssetsController {

    private final Assets assets;

    AssetsController(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/assets/{hash}/{*path}")
    ResponseEntity<byte[]> show(@PathVariable String hash, @PathVariable String path) {
        var name = path.substring(1);
        var content = assets.find(name).orElseThrow(() -> new ProblemException(KernelProblem.NOT_FOUND));
        return ResponseEntity.ok()
                .cacheControl(cacheControl(hash.equals(assets.hash())))
                .contentType(typeOf(name))
                .body(content);
    }

    /// An address of another version, as another node gives it during an update, is answered but not kept.
    private static CacheControl cacheControl(boolean current) {
        return current ? CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable() : CacheControl.noCache();
    }

    private static MediaType typeOf(String name) {
        if (name.endsWith(".js")) {
            return MediaType.parseMediaType("text/javascript;charset=UTF-8");
        }
        if (name.endsWith(".css")) {
            return MediaType.parseMediaType("text/css;charset=UTF-8");
        }
        return MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM);
    }
}
