package town.machi.casework.grant;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import town.machi.casework.ActOutcome;
import town.machi.casework.CaseFile;
import town.machi.casework.Move;
import town.machi.casework.Transfer;
import town.machi.casework.desk.Acting;
import town.machi.casework.desk.CaseDefinitions;
import town.machi.casework.jdbc.CaseRows;
import town.machi.kernel.Actor;
import town.machi.procedure.MoneyStep;
import town.machi.procedure.WorkflowPlan.Act;

/// The finance system says that it was paid: every case of the data goes on. Each commits by itself.
@Component
public class Paying {

    private final Transfers transfers;
    private final CaseRows cases;
    private final CaseDefinitions definitions;
    private final Acting acting;

    Paying(Transfers transfers, CaseRows cases, CaseDefinitions definitions, Acting acting) {
        this.transfers = transfers;
        this.cases = cases;
        this.definitions = definitions;
        this.acting = acting;
    }

    /// @param outcome empty where the case is not where a payment is made
    public record Result(Transfer transfer, Optional<ActOutcome> outcome) {}

    public List<Result> pay(UUID run, UUID request, Actor.Staff staff) {
        List<Result> results = new ArrayList<>();
        for (Transfer transfer : transfers.open(run, staff).transfers()) {
            if (transfer.state() == Transfer.State.ORDERED) {
                results.add(new Result(transfer, pay(transfer, request, staff)));
            }
        }
        return results;
    }

    private Optional<ActOutcome> pay(Transfer transfer, UUID request, Actor.Staff staff) {
        UUID own = UUID.nameUUIDFromBytes((request + "/" + transfer.id()).getBytes(StandardCharsets.UTF_8));
        return cases.find(transfer.caseId())
                .flatMap(file -> findPay(file)
                        .map(act -> acting.act(file.id(), Move.of(act.id(), file.revision()), own, staff)));
    }

    private Optional<Act> findPay(CaseFile file) {
        return MoneyActs.findState(definitions.get(file.basis()), file.state().id()).stream()
                .flatMap(state -> state.acts().stream())
                .filter(act -> act.money().filter(MoneyStep.PAY::equals).isPresent())
                .findFirst();
    }
}
