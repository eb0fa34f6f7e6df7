package town.machi.shelter.inquiry;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.platform.Settings;
import town.machi.shelter.DisasterId;
import town.machi.shelter.inquiry.Inquiry.Answer;
import town.machi.shelter.jdbc.InquiryRows;
import town.machi.shelter.jdbc.NamedRows;

/// 安否照会: asked, answered and written into the book, in one transaction and always in the same time.
@Component
public class Inquiries {

    private final InquiryRows rows;
    private final NamedRows named;
    private final Settings settings;
    private final AuditTrail audit;
    private final Context context;

    /// What else it takes.
    @Component
    record Context(TransactionOperations transaction, Clock clock, SameTime sameTime) {}

    Inquiries(InquiryRows rows, NamedRows named, Settings settings, AuditTrail audit, Context context) {
        this.rows = rows;
        this.named = named;
        this.settings = settings;
        this.audit = audit;
        this.context = context;
    }

    /// Answers. The same inquiry again gets the first answer.
    public Answer ask(Inquiry inquiry, Actor.Staff by) {
        return context.sameTime()
                .in(() -> Objects.requireNonNull(context.transaction().execute(_ -> answer(inquiry, by))));
    }

    private Answer answer(Inquiry inquiry, Actor.Staff by) {
        LocalDate today = LocalDate.ofInstant(context.clock().instant(), BusinessCalendar.TOKYO);
        var rules = new AnswerRules(allowed(inquiry.asker().relation()), rows.places(inquiry.disaster()), today);
        Answer answer = rules.answer(inquiry, named.of(inquiry.disaster()));
        boolean fresh = rows.add(inquiry, answer, context.clock().instant().truncatedTo(ChronoUnit.MICROS), by);
        if (fresh) {
            audit.record(AuditEntry.done(by, AuditAction.READ, Inquiry.subject(inquiry.id()), "answer"));
        }
        return fresh ? answer : rows.get(inquiry.id()).answer();
    }

    /// What the town lets this relation be told; nothing where it has not said so.
    public Set<Told> allowed(Relation relation) {
        return settings.find(relation.setting()).stream()
                .flatMap(words -> Arrays.stream(words.strip().split("[\\s,、・]+")))
                .flatMap(word -> Told.of(word).stream())
                .collect(Collectors.toSet());
    }

    /// One entry of the book; that it was read is in the audit.
    public Optional<Inquiry.Recorded> find(UUID id, Actor.Staff by) {
        Optional<Inquiry.Recorded> found = rows.find(id);
        found.ifPresent(each -> audit.record(AuditEntry.done(by, AuditAction.READ, Inquiry.subject(id), "entry")));
        return found;
    }

    /// The book, the newest first; that it was read is in the audit.
    public List<Inquiry.Recorded> list(DisasterId disaster, Actor.Staff by) {
        audit.record(AuditEntry.done(by, AuditAction.READ, disaster.subject(), "inquiries"));
        return rows.list(disaster);
    }
}
