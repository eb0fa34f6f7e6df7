package town.machi.water.intake;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseMoved;
import town.machi.casework.CaseOpened;
import town.machi.casework.CaseState;
import town.machi.casework.Cases;
import town.machi.procedure.WorkflowPlan.Meaning;
import town.machi.water.CasePoint;
import town.machi.water.CrewDays;
import town.machi.water.Hold;
import town.machi.water.SlotOutcome;
import town.machi.water.SupplyPoint;
import town.machi.water.jdbc.CasePointRows;
import town.machi.water.jdbc.PointRows;

/// Follows the cases that are about water, as part of each act: finds the point, and what has to be settled first.
@Component
class CaseIntake {

    private final Cases cases;
    private final Matching matching;
    private final Holding holding;
    private final Rows rows;
    private final CrewDays days;
    private final DayClaim claim;

    CaseIntake(Cases cases, Matching matching, Holding holding, Rows rows, CrewDays days, DayClaim claim) {
        this.cases = cases;
        this.matching = matching;
        this.holding = holding;
        this.rows = rows;
        this.days = days;
        this.claim = claim;
    }

    @Component
    record Rows(CasePointRows cases, PointRows points) {}

    @EventListener
    @Transactional
    public void opened(CaseOpened event) {
        if (WaterForm.of(event.procedure()).isEmpty()) {
            return;
        }
        CaseFile file = cases.get(event.caseId());
        Said.of(file).ifPresent(said -> {
            CasePoint point = point(file, said);
            lock(point);
            rows.cases().insert(point, partner(file));
            holding.look(point, said);
            if (claim.isOpenWish(point.submission(), said)) {
                takeDay(point, said.day().orElseThrow());
            }
        });
    }

    private static @Nullable UUID partner(CaseFile file) {
        return file.basis().procedure().equals(WaterForm.MOVE.procedure())
                ? MoveTogether.startOf(file.filing().submission())
                : null;
    }

    private CasePoint point(CaseFile file, Said said) {
        MatchRules.Matched matched = matching.match(said);
        return new CasePoint(
                file.id(),
                file.filing().submission(),
                said.kind(),
                matched.match(),
                matched.point().map(SupplyPoint::id),
                new CasePoint.Times(file.filing().receivedAt(), said.day().orElse(null)));
    }

    /// Two that come at once are looked at one after the other, so that the second sees the first.
    private void lock(CasePoint point) {
        point.point().ifPresent(rows.points()::lock);
    }

    @EventListener
    @Transactional
    public void moved(CaseMoved event) {
        Optional<CasePoint> known = rows.cases().find(event.caseId());
        if (known.isEmpty()) {
            return;
        }
        CaseFile file = cases.get(event.caseId());
        if (event.act().equals("correct")) {
            corrected(file, known.get());
        }
        if (endedUndone(file.state())) {
            ended(known.get());
        }
    }

    /// Looks again at what was corrected. A point that staff have chosen stays.
    private void corrected(CaseFile file, CasePoint known) {
        Said said = Said.of(file).orElseThrow();
        CasePoint now = known.match() == CasePoint.Match.CHOSEN
                ? new CasePoint(
                        known.caseId(),
                        known.submission(),
                        known.kind(),
                        known.match(),
                        known.point(),
                        new CasePoint.Times(known.times().openedAt(), said.day().orElse(null)))
                : point(file, said);
        lock(now);
        rows.cases().update(now, null);
        holding.look(now, said);
        if (!said.day().equals(Optional.ofNullable(known.times().wantedOn()))) {
            said.day().ifPresent(day -> takeDay(now, day));
        }
    }

    private void takeDay(CasePoint point, LocalDate day) {
        switch (days.take(point.submission(), day)) {
            case SlotOutcome.Taken _, SlotOutcome.Unlimited _ -> holding.drop(point.caseId(), Hold.Kind.DAY);
            case SlotOutcome.Full _ -> {
                days.free(point.submission());
                holding.open(point.caseId(), Hold.Kind.DAY, Optional.empty());
            }
        }
    }

    private static boolean endedUndone(CaseState state) {
        return state.meaning() == Meaning.WITHDRAWN
                || state.meaning() == Meaning.REFUSED
                || state.id().equals(WaterForm.NO_WORK);
    }

    private void ended(CasePoint point) {
        rows.cases().end(point.caseId());
        days.free(point.submission());
        holding.drop(point.caseId(), Hold.Kind.OTHER_HALF);
        rows.cases()
                .findPartner(point)
                .filter(other -> !cases.get(other).state().isClosed())
                .ifPresent(other -> holding.open(other, Hold.Kind.OTHER_HALF, Optional.of(point.caseId())));
    }
}
