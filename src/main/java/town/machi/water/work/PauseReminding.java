package town.machi.water.work;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.casework.CaseFile;
import town.machi.casework.Cases;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.messaging.FriendId;
import town.machi.messaging.FriendLinks;
import town.machi.messaging.LineMessage;
import town.machi.messaging.Mail;
import town.machi.messaging.Outbox;
import town.machi.messaging.Push;
import town.machi.messaging.QuickReply;
import town.machi.platform.Jobs;
import town.machi.platform.Town;
import town.machi.shell.Messages;
import town.machi.shell.Texts;
import town.machi.water.WaterSettings;
import town.machi.water.jdbc.PauseRows;

/// 休止の期限: so many days before a pause ends, whoever paused is told, by itself and once: by mail where they gave an
/// address, and on LINE where they chose it. Whoever can be told in neither way stays on the office's list. A town that
/// has set no number of days (未設定) sends nothing.
@Component
public class PauseReminding {

    static final String JOB = "water.remind-of-pauses";
    private static final String DAYS_BEFORE = "pause-remind-days";
    private static final Actor JOBS = new Actor.SystemJob("water.remind-of-pauses");

    private final PauseRows rows;
    private final WaterSettings settings;
    private final Cases cases;
    private final Ways ways;
    private final Telling telling;

    PauseReminding(PauseRows rows, WaterSettings settings, Cases cases, Ways ways, Telling telling, Jobs jobs) {
        this.rows = rows;
        this.settings = settings;
        this.cases = cases;
        this.ways = ways;
        this.telling = telling;
        jobs.everyDay(JOB, LocalTime.of(9, 0), this::remind);
    }

    @Component("waterPauseTelling")
    record Telling(Messages messages, AuditTrail audit, TransactionOperations transaction, Clock clock) {}

    @Component("waterPauseWays")
    record Ways(Outbox outbox, FriendLinks friends, Town town) {}

    private void remind() {
        listDue().forEach(ending -> telling.transaction().executeWithoutResult(_ -> remind(ending)));
    }

    /// Pauses whose end is near and of which nobody has been told.
    public List<PauseRows.Ending> listDue() {
        LocalDate today = LocalDate.ofInstant(telling.clock().instant(), BusinessCalendar.TOKYO);
        return settings.findNumber(DAYS_BEFORE)
                .map(days -> rows.listEnding(today, today.plusDays(days)))
                .orElse(List.of());
    }

    /// Reminder, messages and audit commit together; what was reminded of before is passed over.
    private void remind(PauseRows.Ending ending) {
        Optional<CaseFile> found = ending.caseId().map(cases::get);
        if (found.isEmpty()) {
            return;
        }
        CaseFile.Filing filing = found.get().filing();
        String about = "submission:" + filing.submission();
        Optional<FriendId> friend = ways.friends().findTied(about);
        if ((filing.mail() == null && friend.isEmpty())
                || !rows.insert(ending, telling.clock().instant())) {
            return;
        }
        Texts texts = telling.messages().in(filing.language());
        if (filing.mail() != null) {
            String body = texts.get("water.pause.body", ending.endsOn(), ending.place());
            ways.outbox()
                    .send(new Mail(filing.mail(), texts.get("water.pause.subject"), body, about, once(ending, "")));
        }
        friend.ifPresent(to -> ways.outbox().push(new Push(to, onLine(ending, texts), about, once(ending, " line"))));
        telling.audit()
                .record(AuditEntry.done(JOBS, AuditAction.WRITE, ending.point().subject(), "pause-reminder"));
    }

    /// LINE never hears where somebody lives.
    private LineMessage onLine(PauseRows.Ending ending, Texts texts) {
        return LineMessage.text(
                texts.get("water.pause.line", ending.endsOn()),
                new QuickReply.Open(
                        texts.get("water.pause.line-look"),
                        ways.town().residentsUri().resolve("/procedures/water-resume")));
    }

    private static UUID once(PauseRows.Ending ending, String way) {
        return UUID.nameUUIDFromBytes(
                ("water pause " + ending.point() + " " + ending.endsOn() + way).getBytes(StandardCharsets.UTF_8));
    }
}
