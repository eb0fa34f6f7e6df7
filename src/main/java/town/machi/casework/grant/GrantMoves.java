package town.machi.casework.grant;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseMoved;
import town.machi.casework.CaseworkProblem;
import town.machi.casework.Grant;
import town.machi.casework.GrantFile;
import town.machi.casework.GrantFile.Days;
import town.machi.casework.desk.CaseDefinitions;
import town.machi.casework.jdbc.CaseRows;
import town.machi.casework.jdbc.GrantRows;
import town.machi.casework.jdbc.TransferRows;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.FiscalYear;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Reading;
import town.machi.procedure.MoneyStep;
import town.machi.procedure.WorkflowPlan.Act;

/// The money moves with the case, in the same transaction: part of the act.
@Component
class GrantMoves {

    private final CaseRows cases;
    private final CaseDefinitions definitions;
    private final GrantRows rows;
    private final TransferRows transfers;
    private final Clock clock;

    GrantMoves(CaseRows cases, CaseDefinitions definitions, GrantRows rows, TransferRows transfers, Clock clock) {
        this.cases = cases;
        this.definitions = definitions;
        this.rows = rows;
        this.transfers = transfers;
        this.clock = clock;
    }

    @EventListener
    void follow(CaseMoved moved) {
        CaseFile file = cases.find(moved.caseId()).orElseThrow();
        if (moved.act().equals("withdraw")) {
            release(file);
        }
        MoneyActs.findState(definitions.get(file.basis()), moved.from()).stream()
                .flatMap(state -> state.acts().stream())
                .filter(act -> act.id().equals(moved.act()))
                .findFirst()
                .flatMap(Act::money)
                .ifPresent(step -> take(step, file));
    }

    /// Who takes it back after the decision gives the money free again.
    private void release(CaseFile file) {
        rows.find(file.id())
                .map(GrantFile::grant)
                .filter(grant -> grant.decided().isPresent() && !grant.isCancelled())
                .ifPresent(_ -> take(MoneyStep.CANCEL, file));
    }

    private void take(MoneyStep step, CaseFile file) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, BusinessCalendar.TOKYO);
        GrantFile before = rows.find(file.id()).orElseGet(() -> GrantFile.of(file.id()));
        FiscalYear year = before.year().orElseGet(() -> FiscalYear.of(today));
        rows.lockBudget(file.basis().procedure(), year);
        Grant after = switch (MoneyActs.apply(
                step, before, rows.budget(file.basis().procedure(), year).left())) {
            case Reading.Read<Grant>(Grant grant) -> grant;
            // The guard let it pass a moment ago: somebody else took the rest of the budget meanwhile.
            case Reading.Refused<Grant> _ -> throw new ProblemException(CaseworkProblem.MONEY_MOVED);
        };
        if (step == MoneyStep.PAY || step == MoneyStep.BOUNCE) {
            transfers.setState(file.id(), step == MoneyStep.PAY ? "PAID" : "RETURNED", today);
        }
        rows.update(
                new GrantFile(file.id(), after, Optional.of(year), Optional.empty(), days(before.days(), step, today)));
        rows.note(
                file.id(),
                step.name(),
                MoneyActs.amount(step, after),
                null,
                new GrantRows.Made("system:workflow", now));
    }

    private static Days days(Days before, MoneyStep step, LocalDate today) {
        return switch (step) {
            case DECIDE -> new Days(Optional.of(today), before.fixed(), before.cancelled());
            case FIX -> new Days(before.decided(), Optional.of(today), before.cancelled());
            case CANCEL -> new Days(before.decided(), before.fixed(), Optional.of(today));
            case CHANGE, PAY, BOUNCE, SETTLE -> before;
        };
    }
}
