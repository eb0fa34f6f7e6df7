package town.machi.casework.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseFile;
import town.machi.casework.CasePanel;
import town.machi.casework.CaseState;
import town.machi.casework.Hold;
import town.machi.casework.KeepingRules;
import town.machi.casework.keeping.HoldingBack;
import town.machi.casework.keeping.KeepingTerms;
import town.machi.kernel.Actor;
import town.machi.procedure.Keep;

/// 保存期間 on the page of a case: until when it is kept once it is closed, and what holds it.
@Component
class KeepingPanel implements CasePanel {

    private static final int LAST = 90;

    private final KeepingTerms terms;
    private final HoldingBack holding;

    KeepingPanel(KeepingTerms terms, HoldingBack holding) {
        this.terms = terms;
        this.holding = holding;
    }

    @Override
    public Optional<Panel> find(CaseFile file, Actor.Staff staff) {
        List<Line> lines = new ArrayList<>();
        Keep keep = terms.keepOf(file.basis());
        if (file.state() instanceof CaseState.Closed closed) {
            lines.add(new Line(
                    "保存期間",
                    KeepingRules.lastDay(keep, Words.dayOf(closed.since()))
                            .map(day -> Words.day(day) + " まで（" + keep.label() + "）")
                            .orElse(keep.label())));
        }
        for (Hold hold : holding.listOf(file.id())) {
            lines.add(new Line(
                    "廃棄の保留", hold.ground().label() + (hold.words().isEmpty() ? "" : "（" + hold.words() + "）")));
        }
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Panel("keeping", "保存と廃棄", LAST, lines, links(file, staff)));
    }

    private static List<Link> links(CaseFile file, Actor.Staff staff) {
        String href = "/office/keeping/holds?receipt=" + file.receipt().symbols();
        return HoldingBack.mayHold(staff) ? List.of(new Link("廃棄を保留する", href, "審査請求や訴訟が続くあいだ", false)) : List.of();
    }
}
