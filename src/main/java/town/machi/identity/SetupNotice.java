package town.machi.identity;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import town.machi.platform.InsideOnly;
import town.machi.platform.MachiProperties;
import town.machi.platform.Town;

/// Prints the link for the first administrator on the console: while there is none, and whenever the operator asks
/// with `MACHI_NEW_ADMINISTRATOR=true`, because the last one has lost phone and recovery codes.
@InsideOnly
@Component
class SetupNotice {

    private final FirstAdministrator first;
    private final MachiProperties properties;
    private final Town town;
    private final boolean askedFor;

    SetupNotice(
            FirstAdministrator first,
            MachiProperties properties,
            Town town,
            @Value("${machi.new-administrator:false}") boolean askedFor) {
        this.first = first;
        this.properties = properties;
        this.town = town;
        this.askedFor = askedFor;
    }

    /// Before the house says that it is open.
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener(ApplicationReadyEvent.class)
    void print() {
        if (properties.surfaces().contains("office") && !town.demo()) {
            first.issue(askedFor).ifPresent(path -> System.out.println("""

                    管理者を登録するリンクです。24時間以内に開いてください（一度だけ使えます）。
                    Open this link within 24 hours to make an administrator (it works once):

                      %s%s
                    """.formatted(town.baseUri(), path)));
        }
    }
}
