package town.machi.document.cases;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseFile;
import town.machi.casework.GrantFile;
import town.machi.casework.Grants;
import town.machi.casework.Proposal;
import town.machi.document.template.DocumentTemplate;
import town.machi.kernel.Yen;
import town.machi.procedure.Definition;
import town.machi.procedure.MoneyStep;
import town.machi.procedure.WorkflowPlan;
import town.machi.procedure.WorkflowPlan.Act;

/// What a notice will say once a draft is decided: everything but the day.
@Component
class DraftWords {

    static final String DAY = "（決裁のあとの日付）";

    private final Grants grants;

    DraftWords(Grants grants) {
        this.grants = grants;
    }

    Map<String, String> values(CaseFile file, Definition definition, Proposal proposal) {
        Optional<Act> act = findAct(definition.workflow(), proposal);
        Map<String, String> values = new HashMap<>();
        Optional<String> reason = Optional.of(proposal.text().reason()).filter(text -> !text.isBlank());
        act.map(Act::to)
                .map(definition.workflow().states()::get)
                .ifPresent(to -> values.putAll(DecisionWords.ending(definition, to.meaning(), DAY, reason)));
        act.flatMap(Act::money).ifPresent(step -> values.putAll(money(file, definition, step, reason.orElse(""))));
        return values;
    }

    private Map<String, String> money(CaseFile file, Definition definition, MoneyStep step, String reason) {
        Map<String, String> values = new HashMap<>();
        String yen =
                grants.find(file).flatMap(GrantFile::proposed).map(Yen::format).orElse("（額の案がまだありません）");
        switch (step) {
            case CHANGE -> values.putAll(Map.of("formerAmount", decided(file), "decidedAmount", yen, "changedOn", DAY));
            case DECIDE -> values.putAll(Map.of("decidedAmount", yen, MoneyWords.FIRST, yen, "decidedOn", DAY));
            case FIX -> values.putAll(Map.of("fixedAmount", yen, "fixedOn", DAY));
            case CANCEL ->
                values.putAll(Map.of(MoneyWords.CANCELLED, DAY, "cancelReason", reason, "returnAmount", yen));
            case PAY, BOUNCE, SETTLE -> {}
        }
        if (!values.isEmpty()) {
            definition.ruling().instruction().ifPresent(told -> values.put(DocumentTemplate.REMEDY, told));
        }
        return values;
    }

    private String decided(CaseFile file) {
        return grants.find(file)
                .flatMap(found -> found.grant().decided())
                .map(Yen::format)
                .orElse("");
    }

    private static Optional<Act> findAct(WorkflowPlan plan, Proposal proposal) {
        return Optional.ofNullable(plan.states().get(proposal.inState())).stream()
                .flatMap(state -> state.acts().stream())
                .filter(act -> act.id().equals(proposal.act()))
                .findFirst();
    }
}
