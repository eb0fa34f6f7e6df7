package town.machi.demo.web;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import town.machi.demo.DemoAccount;
import town.machi.demo.DemoTown;
import town.machi.demo.Mailbox;
import town.machi.kernel.Role;
import town.machi.platform.Section;
import town.machi.platform.Town;

@Controller
@ConditionalOnBooleanProperty("machi.demo")
class DemoController {

    private final DemoTown demo;
    private final Mailbox mailbox;
    private final Town town;

    DemoController(DemoTown demo, Mailbox mailbox, Town town) {
        this.demo = demo;
        this.mailbox = mailbox;
        this.town = town;
    }

    @GetMapping("/demo")
    DemoPage demo() {
        return new DemoPage(
                DemoAccount.ALL.stream().flatMap(each -> row(each).stream()).toList());
    }

    @GetMapping("/demo/mail")
    MailPage mail() {
        return new MailPage(mailbox.listLetters());
    }

    /// Nothing while the account is not there yet: the town is still being made.
    private Optional<DemoPage.Account> row(DemoAccount account) {
        String sections = account.member().sections().stream()
                .flatMap(id -> town.findSection(id).stream())
                .map(Section::name)
                .collect(Collectors.joining("・"));
        String roles = account.member().roles().stream()
                .sorted(Comparator.naturalOrder())
                .map(Role::label)
                .collect(Collectors.joining("・"));
        return demo.currentCode(account)
                .map(code -> new DemoPage.Account(
                        account.member().name(),
                        sections + "　" + roles,
                        account.member().mail(),
                        account.password(),
                        code));
    }
}
