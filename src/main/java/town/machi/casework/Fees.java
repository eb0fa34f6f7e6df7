package town.machi.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.casework.desk.Access;
import town.machi.casework.jdbc.FeeRows;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Refusal;
import town.machi.kernel.Yen;
import town.machi.procedure.Definition.Fee;

/// 手数料: received at the window, or waived with the article that says so; and the takings of a day.
@Component
public class Fees {

    private static final int LONGEST = 200;

    private final Access access;
    private final Cases cases;
    private final FeeRows rows;
    private final AuditTrail audit;
    private final Clock clock;

    Fees(Access access, Cases cases, FeeRows rows, AuditTrail audit, Clock clock) {
        this.access = access;
        this.cases = cases;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the definition asks for.
    public Fee feeOf(CaseFile file) {
        return cases.definitionOf(file).fee();
    }

    /// What happened last; empty: nothing, so that it is unpaid.
    public Optional<FeeEntry> findLast(CaseFile file) {
        return rows.findLast(file.id());
    }

    /// Whether the fee is settled, by money or by a waiver.
    public boolean isSettled(CaseFile file) {
        return findLast(file)
                .filter(last -> last.kind() != FeeEntry.Kind.VOIDED)
                .isPresent();
    }

    /// Writes down what happened today.
    ///
    /// @param words why, unless money was received
    /// @param request the client-made id: the same one again changes nothing
    /// @return why not
    @Transactional
    public Optional<Refusal> record(CaseId id, FeeEntry.Kind kind, String words, UUID request, Actor.Staff staff) {
        CaseFile file =
                access.lock(id, staff, "fee").orElseThrow(() -> new ProblemException(CaseworkProblem.NO_SUCH_CASE));
        if (rows.isKnown(request)) {
            return Optional.empty();
        }
        Optional<FeeEntry> last = rows.findLast(id);
        if (!(feeOf(file) instanceof Fee.Of(int yen, var _)) || !kind.canFollow(last.map(FeeEntry::kind))) {
            return Optional.of(Refusal.of("casework.refusal.fee-not-now"));
        }
        boolean silent = kind != FeeEntry.Kind.RECEIVED && words.isBlank();
        if (silent || words.length() > LONGEST) {
            return Optional.of(Refusal.of("casework.refusal.fee-words", LONGEST));
        }
        Yen amount = kind == FeeEntry.Kind.VOIDED ? last.orElseThrow().yen() : new Yen(yen);
        Yen booked = kind == FeeEntry.Kind.WAIVED ? Yen.ZERO : amount;
        String said = kind == FeeEntry.Kind.RECEIVED ? "" : words.strip();
        rows.insert(file, kind, booked, said, request, new FeeRows.Made(today(), by(staff), clock.instant()));
        audit.record(AuditEntry.done(staff, AuditAction.WRITE, id.subject(), "fee:" + kind.name()));
        return Optional.empty();
    }

    /// What the sections of this person took on a day, in its order.
    public List<FeeEntry> listOfDay(LocalDate day, Actor.Staff staff) {
        return rows.listOfDay(Access.sections(staff), day);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
    }

    /// Money that came in, less what was taken back.
    public static Yen sum(List<FeeEntry> entries) {
        return entries.stream()
                .map(entry -> entry.kind() == FeeEntry.Kind.VOIDED ? Yen.ZERO.minus(entry.yen()) : entry.yen())
                .reduce(Yen.ZERO, Yen::plus);
    }

    private static String by(Actor.Staff staff) {
        return staff.kind() + ":" + staff.id();
    }
}
