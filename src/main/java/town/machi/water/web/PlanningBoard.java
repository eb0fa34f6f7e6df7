package town.machi.water.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.kernel.Wareki;
import town.machi.platform.Ids;
import town.machi.shell.component.Choice;
import town.machi.water.Crew;
import town.machi.water.CrewDay;
import town.machi.water.CrewDays;
import town.machi.water.CrewPlan;
import town.machi.water.OrderKind;
import town.machi.water.SupplyPoints;
import town.machi.water.WorkOrder;
import town.machi.water.jdbc.OrderRows;
import town.machi.water.work.OrderSheets;
import town.machi.water.work.PauseReminding;
import town.machi.water.work.Planning;

/// The planning board as it stands.
@Component
class PlanningBoard {

    static final int DAYS = 5;
    private static final int DUE_MONTHS = 3;

    private final OrderRows orders;
    private final SupplyPoints points;
    private final CrewDays crews;
    private final Planning planning;
    private final OrderSheets sheets;
    private final Telling telling;

    PlanningBoard(
            OrderRows orders,
            SupplyPoints points,
            CrewDays crews,
            Planning planning,
            OrderSheets sheets,
            Telling telling) {
        this.orders = orders;
        this.points = points;
        this.crews = crews;
        this.planning = planning;
        this.sheets = sheets;
        this.telling = telling;
    }

    @Component("waterBoardTelling")
    record Telling(PauseReminding pauses, AuditTrail audit, Ids ids) {}

    /// Up to when a meter is due.
    LocalDate dueUntil() {
        return sheets.today().plusMonths(DUE_MONTHS);
    }

    @Transactional
    public BoardPage page(Optional<LocalDate> wanted, Actor.Staff staff, BoardPage.@Nullable Said said) {
        telling.audit().record(AuditEntry.done(staff, AuditAction.READ, "water.board:orders", "board"));
        LocalDate from = wanted.orElse(sheets.today());
        CrewPlan plan = crews.plan(from, from.plusDays(30));
        List<LocalDate> days = days(plan, from);
        List<BoardPage.Row> rows =
                plan.crews().stream().map(crew -> row(plan, crew, days)).toList();
        List<BoardPage.Card> waiting = orders.listOpen().stream()
                .filter(order -> order.plannedOn().isEmpty() && order.joinedTo().isEmpty())
                .map(order -> card(order, "", true))
                .toList();
        LocalDate next = days.isEmpty() ? from.plusDays(DAYS) : days.getLast().plusDays(1);
        return new BoardPage(
                days.stream().map(day -> day(plan, day)).toList(),
                rows,
                waiting,
                targets(plan, days),
                new BoardPage.Due(planning.countDue(dueUntil()), Wareki.format(dueUntil())),
                telling.pauses().listDue().stream()
                        .map(pause -> pause.place() + "　" + Wareki.format(pause.endsOn()) + " まで")
                        .toList(),
                new BoardPage.Walk(from.toString(), earlier(from), next.toString()),
                telling.ids().next(),
                said);
    }

    /// Open days, and those on which a crew works all the same.
    private static List<LocalDate> days(CrewPlan plan, LocalDate from) {
        return from.datesUntil(from.plusDays(30))
                .filter(day -> plan.calendar().isOpen(day)
                        || plan.crews().stream().anyMatch(crew -> plan.capacity(crew, day) > 0))
                .limit(DAYS)
                .toList();
    }

    private String earlier(LocalDate from) {
        LocalDate before = from.minusDays(7);
        return before.toString();
    }

    private static BoardPage.Day day(CrewPlan plan, LocalDate day) {
        return new BoardPage.Day(
                day.toString(),
                Wareki.format(day).replaceFirst("^.*?年", ""),
                !plan.calendar().isOpen(day));
    }

    private BoardPage.Row row(CrewPlan plan, Crew crew, List<LocalDate> days) {
        List<BoardPage.Cell> cells =
                days.stream().map(day -> cell(plan, crew, day)).toList();
        return new BoardPage.Row(crew.name(), cells);
    }

    private BoardPage.Cell cell(CrewPlan plan, Crew crew, LocalDate day) {
        CrewDay on = new CrewDay(crew.id(), day);
        String target = crew.id() + "|" + day;
        List<WorkOrder> here = orders.list(on);
        List<BoardPage.Card> cards = here.stream()
                .map(order -> card(order, target, order.isOpen() && !day.isBefore(sheets.today())))
                .toList();
        int capacity = plan.capacity(crew, day);
        int taken = plan.taken().getOrDefault(on, 0);
        int reserved = Math.max(0, taken - here.size());
        String words = taken + "／" + capacity + "件" + (reserved > 0 ? "（受付前の予約 " + reserved + "）" : "");
        return new BoardPage.Cell(
                target,
                crew.name() + " " + Wareki.format(day),
                words,
                taken >= capacity,
                cards,
                here.isEmpty() ? null : "/office/water/day-sheet.pdf?crew=" + crew.id() + "&day=" + day);
    }

    private BoardPage.Card card(WorkOrder order, String target, boolean movable) {
        List<WorkOrder> joined = orders.listJoined(order.id());
        String wanted = order.wantedOn()
                .map(day -> "希望 " + Wareki.format(day).replaceFirst("^.*?年", ""))
                .orElse("");
        return new BoardPage.Card(
                order.id().toString(),
                order.revision(),
                order.kind().label() + (joined.isEmpty() ? "" : "＋" + OrderKind.EXCHANGE.label()),
                points.get(order.point()).site().oneLine(),
                order.isOpen() ? wanted : "済み",
                order.caseId().map(id -> "/office/cases/" + id).orElse(null),
                target,
                movable,
                order.caseId().isEmpty() && order.isOpen());
    }

    private List<Choice> targets(CrewPlan plan, List<LocalDate> days) {
        List<Choice> targets = new ArrayList<>();
        targets.add(new Choice("", "予定待ちに戻す", false));
        for (Crew crew : plan.crews()) {
            for (LocalDate day : days) {
                if (!day.isBefore(sheets.today())) {
                    targets.add(new Choice(crew.id() + "|" + day, crew.name() + " " + Wareki.format(day), false));
                }
            }
        }
        return targets;
    }
}
