package town.machi.water.intake;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import town.machi.submission.PartKept;
import town.machi.water.Hold;
import town.machi.water.jdbc.CasePointRows;
import town.machi.water.jdbc.HoldRows;

/// The resident took back one half of a move and said that the other goes on: nobody has to ask them again.
@Component
class KeptPart {

    private static final String BY = "resident";

    private final CasePointRows cases;
    private final HoldRows holds;

    KeptPart(CasePointRows cases, HoldRows holds) {
        this.cases = cases;
        this.holds = holds;
    }

    @EventListener
    void kept(PartKept kept) {
        cases.findOfSubmission(kept.submission())
                .ifPresent(point -> holds.settle(
                        point.caseId(),
                        Hold.Kind.OTHER_HALF,
                        new Hold.Settled(kept.at(), BY, "取り下げのとき、届け出た人が「こちらは続ける」と答えました")));
    }
}
