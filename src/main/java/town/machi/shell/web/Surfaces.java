package town.machi.shell.web;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import town.machi.platform.MachiProperties;

/// What this node serves (`MACHI_SURFACES`): a node for the public has no staff side at all, and a
/// node of the inner network no public pages.
@Component
class Surfaces {

    private static final List<String> EVERYWHERE =
            List.of("/assets/", "/webjars/", "/map/", "/health", "/metrics", "/vitals", "/error");

    private static final List<String> OFFICE = List.of("/office/", "/api/office/", "/api/v1/cases");

    private static final List<String> DESK = List.of("/desk", "/api/desk/", "/here/", "/shelters/paper/");

    private final Set<String> served;

    Surfaces(MachiProperties properties) {
        this.served = properties.surfaces();
    }

    boolean serve(String path) {
        if (path.equals("/office") || OFFICE.stream().anyMatch(path::startsWith)) {
            return served.contains("office");
        }
        if (served.contains("desk") && DESK.stream().anyMatch(path::startsWith)) {
            return true;
        }
        return served.contains("public") || EVERYWHERE.stream().anyMatch(path::startsWith);
    }
}
