package town.machi.shell.web;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import town.machi.platform.Town;
import town.machi.shell.component.MapModel;

/// The town's outline for the map, so that there is one where no tiles are.
@Controller
class OutlineController {

    private final String outline;

    OutlineController(Town town) {
        this.outline = town.outlineGeoJson();
    }

    @GetMapping(MapModel.OUTLINE)
    ResponseEntity<String> show() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .contentType(MediaType.parseMediaType("application/geo+json;charset=UTF-8"))
                .body(outline);
    }
}
