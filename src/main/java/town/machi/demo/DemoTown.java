package town.machi.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import town.machi.identity.DemoStaff;
import town.machi.kernel.Actor;
import town.machi.platform.Town;

/// Peoples the demo when it starts, and says on the console how to get in.
@Component
@ConditionalOnBooleanProperty("machi.demo")
public class DemoTown {

    private static final Logger log = LoggerFactory.getLogger(DemoTown.class);

    private final DemoStaff staff;
    private final DemoCases cases;
    private final Town town;

    DemoTown(DemoStaff staff, DemoCases cases, Town town) {
        this.staff = staff;
        this.cases = cases;
        this.town = town;
    }

    @EventListener(ApplicationReadyEvent.class)
    void people() {
        DemoAccount.ALL.forEach(account -> staff.add(account.member(), account.password(), account.totpSecret()));
        var clerk = DemoAccount.ALL.getFirst().member();
        cases.fill(new Actor.Staff(clerk.id(), clerk.name(), clerk.sections(), clerk.roles()));
        StringBuilder told = new StringBuilder("Demo accounts, with their codes at " + town.baseUri() + "/demo :");
        DemoAccount.ALL.forEach(account -> told.append("\n    ")
                .append(account.member().mail())
                .append("  ")
                .append(account.password())
                .append("  ")
                .append(account.member().name()));
        log.info("{}", told);
    }

    /// The six digits that this account's second factor asks for now.
    public String currentCode(DemoAccount account) {
        return staff.currentCode(account.member().id());
    }
}
