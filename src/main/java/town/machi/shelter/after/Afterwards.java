package town.machi.shelter.after;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Refusal;
import town.machi.platform.Ids;
import town.machi.shelter.Disaster;
import town.machi.shelter.DisasterId;
import town.machi.shelter.Presence.Standing;
import town.machi.shelter.desk.TakingNames;
import town.machi.shelter.jdbc.AftermathRows;
import town.machi.shelter.jdbc.ForgettingRows;
import town.machi.shelter.jdbc.NamedRows;

/// When a disaster is over: its list goes to the 被災者台帳, and on the day that the town sets, the names go.
@Component
public class Afterwards {

    private static final Actor JOB = new Actor.SystemJob("shelter.forget-names");

    private final AftermathRows rows;
    private final NamedRows named;
    private final TakingNames forgetting;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    Afterwards(AftermathRows rows, NamedRows named, TakingNames forgetting, AuditTrail audit, Ids ids, Clock clock) {
        this.rows = rows;
        this.named = named;
        this.forgetting = forgetting;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    public Aftermath get(DisasterId disaster) {
        return rows.find(disaster).orElseGet(() -> Aftermath.unsaid(disaster));
    }

    public Optional<Aftermath.Deletion> findDeletion(DisasterId disaster) {
        return rows.findDeletion(disaster);
    }

    /// Sets the day, or takes it back; a hold stops it whatever the day.
    ///
    /// @param day null: 未設定
    /// @param hold why the names are still needed; empty: nothing holds them
    @Transactional
    public Optional<Refusal> plan(Disaster disaster, @Nullable LocalDate day, String hold, Actor.Staff by) {
        Instant closed = disaster.closedAt();
        if (closed == null) {
            return Optional.of(Refusal.of("shelter.refused.still-open"));
        }
        if (day != null && !day.isAfter(LocalDate.ofInstant(closed, BusinessCalendar.TOKYO))) {
            return Optional.of(Refusal.of("shelter.refused.forget-day"));
        }
        if (!rows.plan(disaster.id(), day, hold)) {
            return Optional.of(Refusal.of("shelter.refused.stale"));
        }
        String what = "forget-on:" + (day == null ? "unset" : day) + (hold.isEmpty() ? "" : " hold");
        audit.record(AuditEntry.done(by, AuditAction.SETTING, disaster.id().subject(), what));
        return Optional.empty();
    }

    /// Everybody with a name, household by household, for the 被災者台帳 (災害対策基本法 第90条の3).
    ///
    /// @param secret with those who must not be found
    @Transactional
    public List<Standing> export(DisasterId disaster, boolean secret, String ending, Actor.Staff by) {
        rows.exported(disaster, now());
        String what = "ledger." + ending + (secret ? " secret" : "");
        audit.record(AuditEntry.done(by, AuditAction.EXPORT, disaster.subject(), what));
        return named.of(disaster).stream()
                .filter(each -> secret || !each.isSecret())
                .toList();
    }

    /// How many have names still, and how many of them must not be found.
    public record Names(int all, int secret) {}

    public Names names(DisasterId disaster) {
        List<Standing> all = named.of(disaster);
        return new Names(
                all.size(), (int) all.stream().filter(Standing::isSecret).count());
    }

    /// Takes the names of one disaster away, for good, and leaves the record of it.
    @Transactional
    public boolean forget(DisasterId disaster) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
        Optional<Aftermath> due = rows.take(disaster).filter(each -> each.isDue(today));
        due.map(Aftermath::forgetOn).ifPresent(day -> {
            ForgettingRows.Gone gone = forgetting.forget(disaster);
            var deletion = new Aftermath.Deletion(now(), day, gone.people(), gone.events(), gone.inquiries());
            rows.forgotten(ids.next(), disaster, deletion);
            audit.record(AuditEntry.done(JOB, AuditAction.WRITE, disaster.subject(), "forget"));
        });
        return due.isPresent();
    }

    List<Aftermath> waiting() {
        return rows.waiting();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
