package town.machi.casework.grant;

import java.util.Optional;
import town.machi.casework.CaseFile;
import town.machi.casework.Grant;
import town.machi.casework.GrantFile;
import town.machi.kernel.Reading;
import town.machi.kernel.Yen;
import town.machi.procedure.Definition;
import town.machi.procedure.MoneyStep;
import town.machi.procedure.WorkflowPlan;

/// What an act of the workflow does to the money, from what was proposed.
final class MoneyActs {

    private MoneyActs() {}

    /// @param left of the year's budget; empty: none is set
    static Reading<Grant> apply(MoneyStep step, GrantFile file, Optional<Yen> left) {
        Grant grant = file.grant();
        return switch (step) {
            case DECIDE -> file.proposed().map(yen -> grant.decide(yen, left)).orElseGet(MoneyActs::missing);
            case CHANGE -> file.proposed().map(yen -> grant.change(yen, left)).orElseGet(MoneyActs::missing);
            case FIX -> file.proposed().map(grant::fix).orElseGet(MoneyActs::missing);
            case PAY -> grant.pay();
            case BOUNCE -> grant.bounce();
            case CANCEL -> grant.cancel(file.proposed().filter(_ -> grant.paid().compareTo(Yen.ZERO) > 0));
            case SETTLE ->
                grant.isCancelled() && grant.owed().equals(Yen.ZERO)
                        ? Reading.of(grant)
                        : Reading.refused(
                                "casework.refusal.grant-owed", grant.owed().format());
        };
    }

    /// The amount that a step leaves, for the log.
    static Yen amount(MoneyStep step, Grant after) {
        return switch (step) {
            case DECIDE, CHANGE -> after.decided().orElse(Yen.ZERO);
            case FIX, PAY, BOUNCE -> after.fixed().orElse(Yen.ZERO);
            case CANCEL -> after.askedBack().orElse(Yen.ZERO);
            case SETTLE -> after.repaid();
        };
    }

    /// The steps that acts can do from where the case stands.
    static boolean canDo(Definition definition, CaseFile file, MoneyStep step) {
        return findState(definition, file.state().id()).stream()
                .flatMap(state -> state.acts().stream())
                .anyMatch(act -> act.money().filter(step::equals).isPresent());
    }

    static Optional<WorkflowPlan.State> findState(Definition definition, String id) {
        return Optional.ofNullable(definition.workflow().states().get(id));
    }

    private static Reading<Grant> missing() {
        return Reading.refused("casework.refusal.grant-missing");
    }
}
