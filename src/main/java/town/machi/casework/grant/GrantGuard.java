package town.machi.casework.grant;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.casework.ActGuard;
import town.machi.casework.CaseFile;
import town.machi.casework.GrantFile;
import town.machi.casework.jdbc.GrantRows;
import town.machi.casework.jdbc.TransferRows;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.FiscalYear;
import town.machi.kernel.Refusal;
import town.machi.procedure.MoneyStep;
import town.machi.procedure.WorkflowPlan.Act;

/// No act of a 補助金 without its amount, beyond the budget, or before the payment data has gone out.
@Component
class GrantGuard implements ActGuard {

    private final GrantRows rows;
    private final TransferRows transfers;
    private final Clock clock;

    GrantGuard(GrantRows rows, TransferRows transfers, Clock clock) {
        this.rows = rows;
        this.transfers = transfers;
        this.clock = clock;
    }

    @Override
    public Optional<Refusal> findReasonAgainst(CaseFile file, Act act, Actor.Staff staff) {
        if (act.money().isEmpty()) {
            boolean moving = act.id().equals(Act.SEND_BACK) && transfers.isOrdered(file.id());
            return moving ? Optional.of(Refusal.of("casework.refusal.grant-on-its-way")) : Optional.empty();
        }
        MoneyStep step = act.money().get();
        GrantFile money = rows.find(file.id()).orElseGet(() -> GrantFile.of(file.id()));
        if (step == MoneyStep.PAY && !transfers.isExported(file.id())) {
            return Optional.of(Refusal.of("casework.refusal.grant-not-ordered"));
        }
        FiscalYear year = money.year()
                .orElseGet(() -> FiscalYear.of(LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO)));
        return MoneyActs.apply(
                        step, money, rows.budget(file.basis().procedure(), year).left())
                .findRefusal();
    }
}
