package town.machi.water.intake;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseId;
import town.machi.water.CasePoint;
import town.machi.water.CasePoint.Kind;
import town.machi.water.Hold;
import town.machi.water.SupplyPointId;
import town.machi.water.jdbc.ArrearsRows;
import town.machi.water.jdbc.CasePointRows;
import town.machi.water.jdbc.HoldRows;

/// Finds what keeps a case waiting once its point is known.
@Component
class Holding {

    /// 同じ給水装置・同じ種類の届出が続けて届いたとき、重複を疑う期間.
    private static final Duration TWINS = Duration.ofDays(14);

    private final HoldRows holds;
    private final CasePointRows cases;
    private final ArrearsRows arrears;
    private final Clock clock;

    Holding(HoldRows holds, CasePointRows cases, ArrearsRows arrears, Clock clock) {
        this.holds = holds;
        this.cases = cases;
        this.arrears = arrears;
        this.clock = clock;
    }

    /// Looks again; what is no longer so is dropped, what staff have settled stays settled.
    void look(CasePoint point, Said said) {
        if (point.point().isEmpty()) {
            holds.drop(point.caseId(), Hold.Kind.DUPLICATE);
            holds.drop(point.caseId(), Hold.Kind.ARREARS);
            return;
        }
        Optional<CaseId> twin = cases.findTwin(point, point.times().openedAt().minus(TWINS));
        if (twin.isPresent()) {
            open(point.caseId(), Hold.Kind.DUPLICATE, twin);
        } else {
            holds.drop(point.caseId(), Hold.Kind.DUPLICATE);
        }
        if (owes(point.point().get(), said)) {
            open(point.caseId(), Hold.Kind.ARREARS, Optional.empty());
        } else {
            holds.drop(point.caseId(), Hold.Kind.ARREARS);
        }
    }

    void open(CaseId id, Hold.Kind kind, Optional<CaseId> other) {
        holds.open(id, kind, other.orElse(null), clock.instant());
    }

    void drop(CaseId id, Hold.Kind kind) {
        holds.drop(id, kind);
    }

    /// Only the debtor is held, and only when they want water. Whoever comes after them is not concerned.
    private boolean owes(SupplyPointId point, Said said) {
        if (said.kind() != Kind.START && said.kind() != Kind.RESUME) {
            return false;
        }
        List<ArrearsRows.Debtor> debtors = arrears.list(point);
        return debtors.stream()
                .anyMatch(debtor -> said.who().is(debtor.nameKey(), debtor.kanaKey(), debtor.phoneKey()));
    }
}
