package town.machi.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.identity.jdbc.LinkRows;
import town.machi.identity.jdbc.StaffRows;
import town.machi.platform.MachiProperties;
import town.machi.platform.Town;

/// While there is no administrator, each start prints a link on the console that makes one. The database keeps
/// its hash only; it works once, for a day, and a new one takes its place. Nodes that start together print one
/// link between them.
@Component
class FirstAdministrator {

    /// A link younger than this was printed by a node that starts at this very moment.
    private static final Duration TOGETHER = Duration.ofSeconds(30);

    private final StaffRows staff;
    private final LinkRows rows;
    private final Links links;
    private final Town town;
    private final MachiProperties properties;
    private final Clock clock;

    FirstAdministrator(
            StaffRows staff, LinkRows rows, Links links, Town town, MachiProperties properties, Clock clock) {
        this.staff = staff;
        this.rows = rows;
        this.links = links;
        this.town = town;
        this.properties = properties;
        this.clock = clock;
    }

    /// Before the house says that it is open.
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    void printLink() {
        if (properties.surfaces().contains("office") && !town.demo()) {
            issue().ifPresent(path -> System.out.println("""

                    最初の管理者をまだ登録していません。24時間以内に次のリンクを開いて登録してください（一度だけ使えます）。
                    No administrator yet. Open this link within 24 hours to make the first one (it works once):

                      %s%s
                    """.formatted(town.baseUri(), path)));
        }
    }

    /// A new link's path, where one is needed and no other node has just made it.
    @Transactional
    Optional<String> issue() {
        rows.takeTurns();
        if (staff.hasAdministrator()) {
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
