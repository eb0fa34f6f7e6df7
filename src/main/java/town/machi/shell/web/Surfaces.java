package town.machi.shell.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import town.machi.platform.MachiProperties;
import town.machi.platform.Zone;
import town.machi.shell.ShellProblem;

/// What this node serves (`MACHI_SURFACES`): a node for the public has no staff side at all, and a
/// node of the inner network no public pages. Where the town is cut in two (`MACHI_ZONE`), so is what it serves,
/// whatever the operator wishes.
@Component
class Surfaces {

    private static final List<String> EVERYWHERE =
            List.of("/assets/", "/webjars/", "/map/", "/health", "/metrics", "/vitals", "/error");

    private static final List<String> OFFICE = List.of("/office/", "/api/office/", "/api/v1/cases");

    private static final List<String> DESK = List.of("/desk", "/api/desk/", "/here/", "/shelters/paper/");

    /// The demo's mailbox and phones, which the office of a demo needs.
    private static final String DEMO = "/demo";

    /// Public pages about what only the inner zone knows, and the sentence that they answer outside (decision 0034).
    private static final Map<String, ShellProblem> INSIDE_ONLY = Map.of(
            "/alerts", ShellProblem.NO_ALERTS_OUTSIDE,
            "/shelters", ShellProblem.NO_SHELTERS_OUTSIDE,
            "/api/v1/shelters", ShellProblem.NO_SHELTERS_OUTSIDE,
            "/household", ShellProblem.NO_SHELTERS_OUTSIDE,
            "/here", ShellProblem.NO_SHELTERS_OUTSIDE,
            "/notices", ShellProblem.NO_NEWS_OUTSIDE,
            "/api/v1/jalert", ShellProblem.NO_ALERTS_OUTSIDE);

    private final Set<String> served;
    private final Zone zone;

    Surfaces(MachiProperties properties, Zone zone) {
        this.served = properties.surfaces();
        this.zone = zone;
    }

    /// @return why not; empty: it is served
    Optional<ShellProblem> refuse(String path) {
        if (!serves(path)) {
            return Optional.of(ShellProblem.NO_SUCH_PAGE);
        }
        return zone != Zone.PUBLIC
                ? Optional.empty()
                : INSIDE_ONLY.entrySet().stream()
                        .filter(page -> path.equals(page.getKey()) || path.startsWith(page.getKey() + "/"))
                        .map(Map.Entry::getValue)
                        .findFirst();
    }

    private boolean serves(String path) {
        if (path.equals("/office") || OFFICE.stream().anyMatch(path::startsWith)) {
            return serves("office", zone != Zone.PUBLIC);
        }
        if (DESK.stream().anyMatch(path::startsWith) && serves("desk", zone != Zone.PUBLIC)) {
            return true;
        }
        return serves("public", zone != Zone.INNER)
                || EVERYWHERE.stream().anyMatch(path::startsWith)
                || (zone == Zone.INNER && path.startsWith(DEMO));
    }

    private boolean serves(String surface, boolean here) {
        return here && served.contains(surface);
    }
}
