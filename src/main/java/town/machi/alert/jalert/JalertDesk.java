package town.machi.alert.jalert;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import town.machi.alert.Alert;
import town.machi.alert.AlertAct;
import town.machi.alert.AlertKind;
import town.machi.alert.Content;
import town.machi.alert.desk.Machine;
import town.machi.alert.jma.JmaRules;
import town.machi.alert.words.AlertTemplates;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.platform.Once;

/// Puts the words that the loudspeakers have said by themselves on LINE and web: at once where the town has set the
/// rule beforehand (`send by themselves: [J-ALERT]`), else as a draft.
@Component
public class JalertDesk {

    private static final Actor.SystemJob JALERT = new Actor.SystemJob("alert.jalert");
    private static final String TEMPLATE = "national";
    private static final Duration SHOWN = Duration.ofHours(24);

    private final Machine machine;
    private final AlertTemplates templates;
    private final JmaRules rules;
    private final Pen pen;

    JalertDesk(Machine machine, AlertTemplates templates, JmaRules rules, Pen pen) {
        this.machine = machine;
        this.templates = templates;
        this.rules = rules;
        this.pen = pen;
    }

    @Component
    record Pen(Once once, AuditTrail audit, Clock clock) {}

    /// What came of a message.
    ///
    /// @param outcome `sent`, `drafted`, `exercise`
    /// @param alert the message that it became; null for an exercise
    public record Taken(
            String outcome,
            @org.jspecify.annotations.Nullable UUID alert) {}

    /// Once for each id.
    Taken take(JalertMessage message) {
        UUID request = UUID.nameUUIDFromBytes(("jalert:" + message.id()).getBytes(StandardCharsets.UTF_8));
        return pen.once().run(request, "alert.jalert", Taken.class, () -> taken(message));
    }

    private Taken taken(JalertMessage message) {
        if (!message.isReal()) {
            pen.audit().record(AuditEntry.done(JALERT, AuditAction.WRITE, "alert.jalert:" + message.id(), "exercise"));
            return new Taken("exercise", null);
        }
        Content content = new Content(
                AlertKind.NATIONAL,
                TEMPLATE,
                0,
                templates.places().all(),
                Map.of("words", message.words().strip()),
                Optional.empty(),
                Optional.of(pen.clock().instant().plus(SHOWN)));
        Alert draft = machine.draft(AlertAct.ISSUE, Optional.empty(), content, "JALERT:" + message.id(), JALERT);
        boolean sent = rules.nationalGoesByItself() && machine.sendByRule(draft, JALERT);
        return new Taken(sent ? "sent" : "drafted", draft.id().value());
    }
}
