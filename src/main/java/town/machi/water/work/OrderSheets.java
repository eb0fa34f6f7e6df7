package town.machi.water.work;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.casework.CaseFile;
import town.machi.casework.Cases;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Place;
import town.machi.platform.Town;
import town.machi.platform.TownArea;
import town.machi.water.CrewDay;
import town.machi.water.CrewId;
import town.machi.water.DrivingOrder;
import town.machi.water.OrderKind;
import town.machi.water.OrderSheet;
import town.machi.water.SupplyPoint;
import town.machi.water.SupplyPoints;
import town.machi.water.WorkOrder;
import town.machi.water.WorkOrderId;
import town.machi.water.jdbc.MemberRows;
import town.machi.water.jdbc.OrderRows;
import town.machi.water.jdbc.VisitRows;

/// What a crew takes along: its orders of a day in driving order, each with everything known of the place.
@Component
public class OrderSheets {

    private final Rows rows;
    private final SupplyPoints points;
    private final Cases cases;
    private final Town town;
    private final Clock clock;

    OrderSheets(Rows rows, SupplyPoints points, Cases cases, Town town, Clock clock) {
        this.rows = rows;
        this.points = points;
        this.cases = cases;
        this.town = town;
        this.clock = clock;
    }

    @Component
    record Rows(OrderRows orders, VisitRows visits, MemberRows members) {}

    public Instant now() {
        return clock.instant();
    }

    /// In Tokyo.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
    }

    /// With which crew somebody drives; empty: with none.
    public Optional<CrewId> findCrew(Actor.Staff staff) {
        return rows.members().find(staff.staffId());
    }

    /// A crew's day in driving order. That somebody looked at each of the points is in the audit.
    ///
    /// @param what for what: `today`, `day-sheet`
    @Transactional
    public List<OrderSheet> list(CrewDay on, Actor.Staff staff, String what) {
        List<OrderSheet> sheets = rows.orders().list(on).stream()
                .map(order -> sheet(order, staff, what))
                .toList();
        return DrivingOrder.from(
                townHall(), sheets, sheet -> sheet.point().site().place());
    }

    /// The next day after today on which the crew still has something to do.
    public Optional<CrewDay> findNextDay(CrewId crew) {
        return rows.orders().findNextDay(crew, today()).map(day -> new CrewDay(crew, day));
    }

    @Transactional
    public Optional<OrderSheet> find(WorkOrderId id, Actor.Staff staff, String what) {
        return rows.orders().find(id).map(order -> sheet(order, staff, what));
    }

    private OrderSheet sheet(WorkOrder order, Actor.Staff staff, String what) {
        SupplyPoint point = points.find(order.point(), staff, what).orElseThrow();
        Optional<CaseFile> file = order.caseId().map(cases::get);
        VisitRows.Box box = rows.visits().findBox(order.point());
        return new OrderSheet(
                order,
                point,
                who(order, point, file),
                rows.orders().isPresenceWanted(order.id()),
                new OrderSheet.Box(box.words(), box.photo()),
                rows.orders().listJoined(order.id()),
                rows.visits().list(order.id()),
                file.map(each -> each.receipt().format()));
    }

    /// Who comes, for an opening; who leaves or stays, for the rest. The phone is the one that was just given.
    private OrderSheet.Who who(WorkOrder order, SupplyPoint point, Optional<CaseFile> file) {
        Optional<SupplyPoint.User> asked = file.map(each -> CaseUser.of(each, today()));
        Optional<SupplyPoint.User> user =
                order.kind() == OrderKind.EXCHANGE ? point.supply().user() : asked;
        String phone = user.map(SupplyPoint.User::phone)
                .filter(given -> !given.isBlank())
                .or(() -> point.supply().user().map(SupplyPoint.User::phone))
                .orElse("");
        return new OrderSheet.Who(user.map(SupplyPoint.User::name).orElse("（使用者なし）"), phone);
    }

    /// Where the crews set out: the 町字 that the hall's address begins with.
    private Place townHall() {
        return town.areas().stream()
                .filter(area -> town.address().startsWith(area.name()))
                .findFirst()
                .map(TownArea::place)
                .orElseGet(() -> town.bounds().getFirst());
    }
}
