package town.machi.casework.keeping;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.casework.CaseId;
import town.machi.casework.Disposal;
import town.machi.casework.Hold;
import town.machi.casework.Workflow;
import town.machi.casework.jdbc.HeldBackRows;
import town.machi.casework.jdbc.KeepingRows;
import town.machi.casework.jdbc.SearchWords;
import town.machi.kernel.Actor;
import town.machi.kernel.ReceiptNumber;
import town.machi.kernel.Refusal;
import town.machi.kernel.SectionId;
import town.machi.procedure.ProcedureName;

/// Puts and lifts 廃棄の保留. What is held is not destroyed, whatever was agreed before.
@Component
public class HoldingBack {

    public static final int LONGEST = 400;
    private static final int MOST = 200;

    private final HeldBackRows rows;
    private final KeepingRows keeping;
    private final KeepingTerms terms;
    private final AuditTrail audit;
    private final Clock clock;

    HoldingBack(HeldBackRows rows, KeepingRows keeping, KeepingTerms terms, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.keeping = keeping;
        this.terms = terms;
        this.audit = audit;
        this.clock = clock;
    }

    /// As somebody wishes it.
    ///
    /// @param receipt of one case; empty: not one case
    /// @param procedure all of a procedure; empty: not that
    /// @param person name, reading or telephone; empty: not a person
    public record Wish(String receipt, String procedure, String person, Optional<Hold.Ground> ground, String words) {}

    /// @param request the client-made id: the same one again changes nothing
    /// @return why not
    @Transactional
    public Optional<Refusal> put(Wish wish, UUID request, Actor.Staff staff) {
        keeping.lockHolds(true);
        if (rows.find(request).isPresent()) {
            return Optional.empty();
        }
        Optional<SectionId> section = sectionOf(staff);
        if (section.isEmpty()) {
            return Optional.of(Refusal.of("casework.keeping.not-in-charge"));
        }
        if (wish.ground().isEmpty()) {
            return Optional.of(Refusal.of("casework.keeping.no-ground"));
        }
        if (wish.words().length() > LONGEST) {
            return Optional.of(Refusal.of("casework.refusal.words-too-long", LONGEST));
        }
        Optional<Hold.What> what = what(wish, staff);
        if (what.isEmpty()) {
            return Optional.of(Refusal.of("casework.keeping.nothing-to-hold"));
        }
        Disposal.Mark mark = new Disposal.Mark(staff.staffId(), clock.instant());
        Hold hold = new Hold(
                request,
                what.get(),
                section.get(),
                wish.ground().get(),
                wish.words().strip(),
                mark,
                Optional.empty());
        if (rows.insert(hold)) {
            record(hold, "hold:put", staff);
        }
        return Optional.empty();
    }

    private Optional<Hold.What> what(Wish wish, Actor.Staff staff) {
        if (!wish.receipt().isBlank()) {
            return ReceiptNumber.parse(wish.receipt()).flatMap(receipt -> findCase(receipt, staff));
        }
        if (!wish.procedure().isBlank()) {
            return terms.list().stream()
                    .map(KeepingTerms.Term::procedure)
                    .filter(name -> name.value().equals(wish.procedure()))
                    .findFirst()
                    .map(Hold.What.OfProcedure::new);
        }
        String digits = wish.person().replaceAll("[-ー－()（） 　]", "");
        String key = SearchWords.key(digits.matches("[0-9０-９]{6,}") ? digits : wish.person());
        return key.isEmpty() ? Optional.empty() : Optional.of(new Hold.What.OfPerson(key));
    }

    private Optional<Hold.What> findCase(ReceiptNumber receipt, Actor.Staff staff) {
        return keeping.search(receipt.symbols(), terms.sections(staff), 1).stream()
                .findFirst()
                .flatMap(line -> keeping.lock(line.id()))
                .map(line -> new Hold.What.OneCase(line.id(), line.receipt()));
    }

    /// The first of their sections in which this person works on cases.
    private static Optional<SectionId> sectionOf(Actor.Staff staff) {
        return staff.sections().stream()
                .sorted()
                .filter(section -> Disposal.mayPropose(staff, section))
                .findFirst();
    }

    public static boolean mayHold(Actor.Staff staff) {
        return sectionOf(staff).isPresent();
    }

    /// @return why not
    @Transactional
    public Optional<Refusal> lift(UUID id, Actor.Staff staff) {
        keeping.lockHolds(true);
        Optional<Hold> hold = rows.find(id);
        if (hold.isEmpty()) {
            return Optional.of(Refusal.of("casework.keeping.nothing-to-hold"));
        }
        if (!mayLift(hold.get(), staff)) {
            return Optional.of(Refusal.of("casework.keeping.not-in-charge"));
        }
        if (rows.lift(id, new Disposal.Mark(staff.staffId(), clock.instant()))) {
            record(hold.get(), "hold:lift", staff);
        }
        return Optional.empty();
    }

    /// Whoever works in the section that put it, or decides where the records are looked after.
    public boolean mayLift(Hold hold, Actor.Staff staff) {
        return Disposal.mayPropose(staff, hold.section())
                || Disposal.mayDecide(staff, terms.records(), terms.records());
    }

    /// The living ones, then some of those that were lifted. That of another section's person says no word.
    public List<Hold> list() {
        return rows.list(MOST);
    }

    public List<Hold> listOf(CaseId id) {
        return rows.listOf(id);
    }

    /// Whether a person's word may be shown to whoever looks.
    public static boolean mayRead(Hold hold, Actor.Staff staff) {
        return Workflow.maySee(staff, hold.section());
    }

    private void record(Hold hold, String what, Actor.Staff staff) {
        String subject = switch (hold.what()) {
            case Hold.What.OneCase(CaseId id, var _) -> id.subject();
            case Hold.What.OfProcedure(ProcedureName name) -> "procedure:" + name.value();
            case Hold.What.OfPerson _ -> "casework.hold:" + hold.id();
        };
        audit.record(AuditEntry.done(staff, AuditAction.WRITE, subject, what));
    }
}
