package town.machi.casework.web;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.platform.Ids;
import town.machi.shell.CurrentActor;

/// Who asks, when, and new ids: what every screen of the office needs.
@Component
record Context(CurrentActor actor, Clock clock, Ids ids) {

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
    }

    Actor.Staff staff() {
        return Actor.requireStaff(actor.get());
    }
}
