package town.machi.water.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseFile;
import town.machi.casework.CasePanel;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Wareki;
import town.machi.water.CrewDay;
import town.machi.water.CrewDays;
import town.machi.water.Settlement;
import town.machi.water.Settlement.Progress;
import town.machi.water.Visit;
import town.machi.water.WorkOrder;
import town.machi.water.WorkOrder.State;
import town.machi.water.jdbc.OrderRows;
import town.machi.water.jdbc.SettlementRows;
import town.machi.water.jdbc.VisitRows;

/// 作業票 on the page of a case: who drives when, what they found, and how far the settlement is.
@Component
class OrderPanel implements CasePanel {

    private final OrderRows orders;
    private final VisitRows visits;
    private final SettlementRows settlements;
    private final CrewDays days;

    OrderPanel(OrderRows orders, VisitRows visits, SettlementRows settlements, CrewDays days) {
        this.orders = orders;
        this.visits = visits;
        this.settlements = settlements;
        this.days = days;
    }

    @Override
    public Optional<Panel> find(CaseFile file, Actor.Staff staff) {
        return orders.findOfCase(file.id()).map(order -> {
            List<Line> lines = new ArrayList<>();
            lines.add(new Line(order.kind().label(), state(order)));
            visits.list(order.id()).forEach(visit -> lines.add(new Line("訪問", words(visit))));
            settlements.find(order.id()).ifPresent(settlement -> lines.add(new Line("精算", words(settlement))));
            List<Link> links = new ArrayList<>();
            if (order.isOpen() && WaterStaff.belongs(staff)) {
                String week = order.plannedOn().map(on -> "?from=" + on.day()).orElse("");
                links.add(new Link("作業予定を見る", "/office/water/board" + week, null, false));
            }
            return new Panel("work-order", "作業票", 6, lines, links);
        });
    }

    private String state(WorkOrder order) {
        return switch (order.state()) {
            case State.Waiting _ -> "班を待っています";
            case State.Planned(CrewDay on) -> Wareki.format(on.day()) + "　" + days.nameOf(on.crew());
            case State.Done(Instant at) -> day(at) + " に終わりました";
            case State.Cancelled(Instant at, String reason) -> day(at) + " に取り消しました。" + reason;
        };
    }

    private static String words(Visit visit) {
        String reading = visit.report()
                .reading()
                .map(each -> "　指針 " + each.cubicMetres() + " m³（" + each.story().label() + "）")
                .orElse("");
        String reason =
                visit.report().reason().isEmpty() ? "" : "\n" + visit.report().reason();
        String photo = visit.misses() ? "\n写真「" + visit.report().photo() + "」がまだ届いていません" : "";
        return day(visit.report().at()) + "　" + visit.report().result().label() + reading + reason + photo
                + (visit.late() ? "\n作業票が終わったあとに届いた報告です" : "");
    }

    private static String words(Settlement settlement) {
        return switch (settlement.progress()) {
            case Progress.NeedsReading _ -> "指針がありません。「精算」で入れてください";
            case Progress.ToSend _ -> "次の送付ファイルで料金システムへ送ります";
            case Progress.Sent sent -> "第" + sent.batchNumber() + "号で料金システムへ送りました";
            case Progress.Billed billed -> billed.total().format() + "（調定 " + Wareki.format(billed.on()) + "）";
        };
    }

    private static String day(Instant at) {
        return Wareki.format(LocalDate.ofInstant(at, BusinessCalendar.TOKYO));
    }
}
