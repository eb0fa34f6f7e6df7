package town.machi.demo;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import town.machi.identity.DemoStaff;
import town.machi.identity.StaffMember;
import town.machi.kernel.Actor;
import town.machi.kernel.StaffId;
import town.machi.platform.Town;
import town.machi.water.DemoWork;

/// Peoples the demo when it starts, and says on the console how to get in.
@Component
@ConditionalOnBooleanProperty("machi.demo")
public class DemoTown {

    private static final Logger log = LoggerFactory.getLogger(DemoTown.class);

    private final DemoStaff staff;
    private final DemoCases cases;
    private final DemoSubsidies subsidies;
    private final DemoLetters letters;
    private final DemoWork work;
    private final Town town;

    DemoTown(DemoStaff staff, DemoCases cases, DemoSubsidies subsidies, DemoLetters letters, DemoWork work, Town town) {
        this.staff = staff;
        this.cases = cases;
        this.subsidies = subsidies;
        this.letters = letters;
        this.work = work;
        this.town = town;
    }

    @EventListener(ApplicationReadyEvent.class)
    void people() {
        for (DemoAccount account : DemoAccount.ALL) {
            staff.add(account.member(), account.password(), account.totpSecret());
            account.seat().ifPresent(seat -> staff.sit(account.member().id(), seat));
        }
        Actor.Staff filler = actor("mizuno");
        cases.fill(filler);
        subsidies.fill(actor("izumi"));
        letters.fill(actor("bosai"));
        work.fill(filler, List.of(crew("kawai", "ide"), crew("taki", "sawa")));
        StringBuilder told = new StringBuilder("Demo accounts, with their codes at " + town.baseUri() + "/demo :");
        DemoAccount.ALL.forEach(account -> told.append("\n    ")
                .append(account.member().mail())
                .append("  ")
                .append(account.password())
                .append("  ")
                .append(account.member().name())
                .append(account.seat()
                        .map(seat -> "（" + town.nameOf(seat) + "）")
                        .orElse("")));
        log.info("{}", told);
    }

    private static Actor.Staff actor(String name) {
        StaffMember member = DemoAccount.named(name).member();
        return new Actor.Staff(member.id(), member.name(), member.sections(), member.roles());
    }

    private static List<StaffId> crew(String... names) {
        return DemoAccount.ALL.stream()
                .map(DemoAccount::member)
                .filter(member -> Set.of(names).contains(member.mail().replaceFirst("@.*", "")))
                .map(StaffMember::id)
                .toList();
    }

    /// The six digits that this account's second factor asks for now; empty while the town is being made.
    public Optional<String> currentCode(DemoAccount account) {
        return staff.currentCode(account.member().id());
    }
}
