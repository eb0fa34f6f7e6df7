package town.machi.water.intake;

import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.casework.ActGuard;
import town.machi.casework.CaseFile;
import town.machi.casework.Cases;
import town.machi.kernel.Actor;
import town.machi.kernel.Refusal;
import town.machi.procedure.WorkflowPlan.Act;
import town.machi.procedure.WorkflowPlan.Meaning;
import town.machi.procedure.WorkflowPlan.State;
import town.machi.water.CasePoint;
import town.machi.water.Hold;
import town.machi.water.jdbc.CasePointRows;
import town.machi.water.jdbc.HoldRows;
import town.machi.water.jdbc.PointRows;

/// A case goes on only when its point is sure and nothing is left to settle. Sending back and refusing stay possible.
/// A town that has not loaded its register yet (未設定) works without it.
@Component
class WaterGuard implements ActGuard {

    private final CasePointRows points;
    private final PointRows register;
    private final HoldRows holds;
    private final Cases cases;

    WaterGuard(CasePointRows points, PointRows register, HoldRows holds, Cases cases) {
        this.points = points;
        this.register = register;
        this.holds = holds;
        this.cases = cases;
    }

    @Override
    public Optional<Refusal> findReasonAgainst(CaseFile file, Act act, Actor.Staff staff) {
        Optional<CasePoint> point = points.find(file.id());
        if (point.isEmpty() || !leadsOn(file, act) || register.isEmpty()) {
            return Optional.empty();
        }
        if (!point.get().match().isSettled()) {
            return Optional.of(Refusal.of("water.refusal.point-not-settled"));
        }
        return holds.list(file.id()).stream()
                .filter(Hold::isOpen)
                .findFirst()
                .map(hold -> Refusal.of("water.refusal.held." + word(hold.kind())));
    }

    private static String word(Hold.Kind kind) {
        return switch (kind) {
            case DUPLICATE -> "duplicate";
            case ARREARS -> "arrears";
            case OTHER_HALF -> "other-half";
            case DAY -> "day";
        };
    }

    private boolean leadsOn(CaseFile file, Act act) {
        State to = Objects.requireNonNull(
                cases.definitionOf(file).workflow().states().get(act.to()));
        return !to.id().equals(WaterForm.NO_WORK) && (to.meaning() == Meaning.OPEN || to.meaning() == Meaning.DONE);
    }
}
