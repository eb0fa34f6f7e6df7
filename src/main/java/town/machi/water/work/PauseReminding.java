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
import town.machi.messaging.Mail;
import town.machi.messaging.Outbox;
import town.machi.platform.Jobs;
import town.machi.shell.Messages;
import town.machi.shell.Texts;
import town.machi.water.WaterSettings;
import town.machi.water.jdbc.PauseRows;

/// 休止の期限: so many days before a pause ends, whoever paused is told by mail, by itself and once. Whoever gave no
/// address stays on the office's list. A town that has set no number of days (未設定) sends nothing.
@Component
public class PauseReminding {

    static final String JOB = "water.remind-of-pauses";
    private static final String DAYS_BEFORE = "pause-remind-days";
    private static final Actor JOBS = new Actor.SystemJob("water.remind-of-pauses");

    private final PauseRows rows;
    private final WaterSettings settings;
    private final Cases cases;
    private final Outbox outbox;
    private final Telling telling;

    PauseReminding(PauseRows rows, WaterSettings settings, Cases cases, Outbox outbox, Telling telling, Jobs jobs) {
        this.rows = rows;
        this.settings = settings;
        this.cases = cases;
        this.outbox = outbox;
        this.telling = telling;
        jobs.everyDay(JOB, LocalTime.of(9, 0), this::remind);
    }

    @Component("waterPauseTelling")
    record Telling(Messages messages, AuditTrail audit, TransactionOperations transaction, Clock clock) {}

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

    /// Reminder, mail and audit commit together; what was reminded of before is passed over.
    private void remind(PauseRows.Ending ending) {
        Optional<CaseFile> file = ending.caseId().map(cases::get);
        String mail = file.map(each -> each.filing().mail()).orElse(null);
        if (mail == null || !rows.insert(ending, telling.clock().instant())) {
            return;
        }
        Texts texts = telling.messages().in(file.get().filing().language());
        UUID once = UUID.nameUUIDFromBytes(
                ("water pause " + ending.point() + " " + ending.endsOn()).getBytes(StandardCharsets.UTF_8));
        outbox.send(new Mail(
                mail,
                texts.get("water.pause.subject"),
                texts.get("water.pause.body", ending.endsOn(), ending.place()),
                "submission:" + file.get().filing().submission(),
                once));
        telling.audit()
                .record(AuditEntry.done(JOBS, AuditAction.WRITE, ending.point().subject(), "pause-reminder"));
    }
}
