package town.machi.casework.grant;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.casework.Budget;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseId;
import town.machi.casework.CaseworkProblem;
import town.machi.casework.Grant;
import town.machi.casework.GrantFile;
import town.machi.casework.desk.Access;
import town.machi.casework.desk.CaseDefinitions;
import town.machi.casework.desk.Masking;
import town.machi.casework.jdbc.GrantRows;
import town.machi.kernel.Actor;
import town.machi.kernel.FiscalYear;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Reading;
import town.machi.kernel.Refusal;
import town.machi.kernel.Yen;
import town.machi.procedure.Definition;
import town.machi.procedure.MoneyStep;
import town.machi.procedure.Nature;
import town.machi.procedure.ProcedureName;

/// What the office types about the money of a case: the amount before it is decided, what came back, the codes of a
/// bank; and the budget of a year.
@Component
public class Granting {

    private final Access access;
    private final CaseDefinitions definitions;
    private final GrantRows rows;
    private final AuditTrail audit;
    private final Clock clock;

    Granting(Access access, CaseDefinitions definitions, GrantRows rows, AuditTrail audit, Clock clock) {
        this.access = access;
        this.definitions = definitions;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /// The step for which an amount is wanted now; empty: none.
    public Optional<MoneyStep> findWanted(CaseFile file) {
        Definition definition = definitions.get(file.basis());
        boolean paid = find(file).grant().paid().compareTo(Yen.ZERO) > 0;
        return List.of(MoneyStep.DECIDE, MoneyStep.CHANGE, MoneyStep.FIX, MoneyStep.CANCEL).stream()
                .filter(step -> step != MoneyStep.CANCEL || paid)
                .filter(step -> MoneyActs.canDo(definition, file, step))
                .findFirst();
    }

    public boolean isSubsidy(CaseFile file) {
        return definitions.get(file.basis()).nature() == Nature.SUBSIDY;
    }

    public GrantFile find(CaseFile file) {
        return rows.find(file.id()).orElseGet(() -> GrantFile.of(file.id()));
    }

    public Budget budget(ProcedureName procedure, FiscalYear year) {
        return rows.budget(procedure, year);
    }

    public List<FiscalYear> years(ProcedureName procedure) {
        return rows.years(procedure);
    }

    /// Puts the amount before whoever decides. Nothing is decided by it.
    ///
    /// @return why not
    @Transactional
    public Optional<Refusal> propose(CaseId id, String typed, UUID request, Actor.Staff staff) {
        CaseFile file = lock(id, staff, "grant-propose");
        return switch (Yen.parse(typed)) {
            case Reading.Refused<Yen>(Refusal refusal) -> Optional.of(refusal);
            case Reading.Read<Yen>(Yen yen) -> propose(file, yen, request, staff);
        };
    }

    private Optional<Refusal> propose(CaseFile file, Yen yen, UUID request, Actor.Staff staff) {
        Optional<MoneyStep> wanted = findWanted(file);
        if (wanted.isEmpty()) {
            return Optional.of(Refusal.of("casework.refusal.grant-not-now"));
        }
        GrantFile tried =
                new GrantFile(file.id(), find(file).grant(), Optional.empty(), Optional.of(yen), GrantFile.Days.NONE);
        Optional<Refusal> against =
                MoneyActs.apply(wanted.get(), tried, Optional.empty()).findRefusal();
        if (against.isEmpty() && rows.note(file.id(), "PROPOSE", yen, request, made(staff))) {
            rows.propose(file.id(), file.basis().procedure(), yen, by(staff));
            audit.record(AuditEntry.done(staff, AuditAction.WRITE, file.id().subject(), "grant-propose"));
        }
        return against;
    }

    /// Money that was asked back has come.
    @Transactional
    public Optional<Refusal> repay(CaseId id, String typed, UUID request, Actor.Staff staff) {
        CaseFile file = lock(id, staff, "grant-repay");
        GrantFile before = find(file);
        Reading<Grant> after = Yen.parse(typed).then(yen -> before.grant().repay(yen));
        return switch (after) {
            case Reading.Refused<Grant>(Refusal refusal) ->
                rows.isNoted(request) ? Optional.empty() : Optional.of(refusal);
            case Reading.Read<Grant>(Grant grant) -> {
                Yen came = grant.repaid().minus(before.grant().repaid());
                if (rows.note(file.id(), "REPAY", came, request, made(staff))) {
                    rows.update(new GrantFile(file.id(), grant, before.year(), before.proposed(), before.days()));
                    audit.record(
                            AuditEntry.done(staff, AuditAction.WRITE, file.id().subject(), "grant-repay"));
                }
                yield Optional.empty();
            }
        };
    }

    /// The codes of bank and branch, where the resident did not know them.
    @Transactional
    public Optional<Refusal> setCodes(CaseId id, String bank, String branch, Actor.Staff staff) {
        CaseFile file = lock(id, staff, "grant-codes");
        if (!bank.strip().matches("\\d{4}") || !branch.strip().matches("\\d{3}")) {
            return Optional.of(Refusal.of("casework.refusal.transfer-codes"));
        }
        rows.setCodes(file.id(), bank.strip(), branch.strip());
        audit.record(AuditEntry.done(staff, AuditAction.WRITE, file.id().subject(), "grant-codes"));
        return Optional.empty();
    }

    /// The budget of a year, never below what is bound already.
    @Transactional
    public Optional<Refusal> setBudget(
            ProcedureName procedure, FiscalYear year, String typed, UUID request, Actor.Staff staff) {
        return switch (Yen.parse(typed)) {
            case Reading.Refused<Yen>(Refusal refusal) -> Optional.of(refusal);
            case Reading.Read<Yen>(Yen yen) -> {
                rows.lockBudget(procedure, year);
                Yen bound = rows.budget(procedure, year).sums().bound();
                if (yen.compareTo(bound) < 0) {
                    yield Optional.of(Refusal.of("casework.refusal.budget-bound", bound.format()));
                }
                if (rows.setBudget(procedure, year, yen, request, made(staff))) {
                    String subject = "casework.budget:" + procedure.value() + "." + year.year();
                    audit.record(AuditEntry.done(staff, AuditAction.WRITE, subject, "set"));
                }
                yield Optional.empty();
            }
        };
    }

    private CaseFile lock(CaseId id, Actor.Staff staff, String what) {
        return access.lock(id, staff, what)
                .filter(_ -> Masking.needsAccounts(staff))
                .orElseThrow(() -> new ProblemException(CaseworkProblem.NO_SUCH_CASE));
    }

    private GrantRows.Made made(Actor.Staff staff) {
        return new GrantRows.Made(by(staff), clock.instant());
    }

    private static String by(Actor.Staff staff) {
        return staff.kind() + ":" + staff.id();
    }
}
