package town.machi.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.identity.jdbc.LinkRows;
import town.machi.identity.jdbc.StaffRows;

/// The link that makes an administrator without asking another one. The database keeps its hash only; it works
/// once, for a day, and a new one takes its place. Nodes that start together make one link between them.
@Component
class FirstAdministrator {

    /// A link younger than this was made by a node that starts at this very moment.
    private static final Duration TOGETHER = Duration.ofSeconds(30);

    private final StaffRows staff;
    private final LinkRows rows;
    private final Links links;
    private final Clock clock;

    FirstAdministrator(StaffRows staff, LinkRows rows, Links links, Clock clock) {
        this.staff = staff;
        this.rows = rows;
        this.links = links;
        this.clock = clock;
    }

    /// A new link's path, where one is needed and no other node has just made it.
    ///
    /// @param askedFor also where there is an administrator
    @Transactional
    Optional<String> issue(boolean askedFor) {
        rows.takeTurns();
        if (staff.hasAdministrator() && !askedFor) {
            rows.closeSetup();
            return Optional.empty();
        }
        var now = clock.instant();
        var fresh = rows.findOpenSetup(now)
                .filter(link -> link.createdAt().plus(TOGETHER).isAfter(now));
        return fresh.isPresent()
                ? Optional.empty()
                : Optional.of(links.issue(LinkPurpose.SETUP, null).path());
    }
}
