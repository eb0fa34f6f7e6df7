package town.machi.identity.web;

import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import town.machi.platform.Vitals;
import town.machi.shell.Reply;

/// 運用の状態, for administrators ([OfficeSecurity]): how the town fares, and what to do where it does not.
@Controller
class StatusController {

    static final String PATH = "/office/status";

    private final Vitals vitals;
    private final Clock clock;

    StatusController(Vitals vitals, Clock clock) {
        this.vitals = vitals;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Reply show() {
        return StatusPage.of(vitals.read(), clock.instant());
    }
}
