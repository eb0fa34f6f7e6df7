package town.machi.alert.web;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import town.machi.alert.AlertProblem;
import town.machi.alert.AlertRules;
import town.machi.identity.StaffDirectory;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.kernel.ProblemException;
import town.machi.kernel.StaffId;
import town.machi.platform.Ids;
import town.machi.shell.CurrentActor;
import town.machi.shell.DayWords;
import town.machi.shell.Messages;
import town.machi.shell.Texts;

/// Who asks, when, and new ids: what every screen of the room needs.
@Component
class AlertContext {

    private final CurrentActor actor;
    private final StaffDirectory directory;
    private final Messages messages;
    private final Clock clock;
    private final Ids ids;

    AlertContext(CurrentActor actor, StaffDirectory directory, Messages messages, Clock clock, Ids ids) {
        this.actor = actor;
        this.directory = directory;
        this.messages = messages;
        this.clock = clock;
        this.ids = ids;
    }

    /// @throws ProblemException for staff who do not see messages
    Actor.Staff staff() {
        Actor.Staff staff = Actor.requireStaff(actor.get());
        if (!AlertRules.maySee(staff)) {
            throw new ProblemException(AlertProblem.NOT_FOR_YOU);
        }
        return staff;
    }

    Instant now() {
        return clock.instant();
    }

    UUID newId() {
        return ids.next();
    }

    Texts japanese() {
        return messages.in(Language.JA);
    }

    DayWords days() {
        return japanese().days();
    }

    /// @param who `staff:…` or `system:…`
    String name(String who) {
        if (who.startsWith("staff:")) {
            return directory.nameOf(new StaffId(UUID.fromString(who.substring("staff:".length()))));
        }
        return switch (who) {
            case "system:alert.jma" -> "気象庁の電文（自動）";
            case "system:alert.jalert" -> "Jアラート受信機（自動）";
            case "system:alert.results" -> "自動";
            default -> "自動";
        };
    }
}
