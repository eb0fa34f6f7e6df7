package town.machi.water.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.casework.Cases;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Wareki;
import town.machi.platform.Ids;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.shell.component.SummaryRow;
import town.machi.water.CasePoint;
import town.machi.water.SupplyPoint;
import town.machi.water.SupplyPointId;
import town.machi.water.SupplyPoints;
import town.machi.water.WaterProblem;
import town.machi.water.jdbc.ArrearsRows;
import town.machi.water.jdbc.CasePointRows;
import town.machi.water.register.PointRegister;

/// One supply point: what the register has, the notices about it, and who still owes.
@Controller
class PointController {

    private static final String PATH = RegisterController.PATH + "/{id}";

    private final SupplyPoints points;
    private final PointRegister register;
    private final Notices notices;
    private final WaterAccess access;
    private final Ids ids;
    private final Clock clock;

    PointController(
            SupplyPoints points, PointRegister register, Notices notices, WaterAccess access, Ids ids, Clock clock) {
        this.points = points;
        this.register = register;
        this.notices = notices;
        this.access = access;
        this.ids = ids;
        this.clock = clock;
    }

    /// The cases about a point.
    @org.springframework.stereotype.Component
    record Notices(CasePointRows rows, Cases cases) {

        List<PointPage.CaseRow> list(SupplyPointId id) {
            return rows.listOfPoint(id).stream().map(this::row).toList();
        }

        private PointPage.CaseRow row(CasePoint point) {
            LocalDate day = LocalDate.ofInstant(point.times().openedAt(), BusinessCalendar.TOKYO);
            return new PointPage.CaseRow(
                    "/office/cases/" + point.caseId(),
                    cases.get(point.caseId()).receipt().format(),
                    point.kind().label(),
                    Wareki.format(day));
        }
    }

    @GetMapping(PATH)
    Reply point(@PathVariable String id) {
        Actor.Staff staff = access.staff();
        SupplyPoint point = get(id, staff, "open");
        return new PointPage(
                new PointPage.Head(
                        point.id().toString(),
                        point.numbers().point(),
                        point.site().oneLine(),
                        PointCards.standing(point)),
                rows(point),
                point.site().place() == null ? null : RegisterController.map(List.of(point)),
                notices.list(point.id()),
                register.debtors(point.id()).stream()
                        .map(debtor -> debt(point.id(), debtor))
                        .toList(),
                ids.next());
    }

    @PostMapping(PATH + "/arrears")
    Reply addDebtor(
            @PathVariable String id,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String kana,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam UUID onceId) {
        Actor.Staff staff = access.staff();
        SupplyPoint point = get(id, staff, "arrears");
        if (!name.isBlank()) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
            register.addDebtor(point.id(), onceId, ArrearsRows.debtor(onceId, name.strip(), kana, phone, today), staff);
        }
        return new Redirect(RegisterController.PATH + "/" + point.id() + "#debts");
    }

    @PostMapping(PATH + "/arrears/{debt}/settle")
    Reply settle(@PathVariable String id, @PathVariable UUID debt, @RequestParam UUID onceId) {
        Actor.Staff staff = access.staff();
        SupplyPoint point = get(id, staff, "arrears");
        register.settleDebt(point.id(), debt, staff);
        return new Redirect(RegisterController.PATH + "/" + point.id() + "#debts");
    }

    private SupplyPoint get(String id, Actor.Staff staff, String what) {
        return points.find(pointId(id), staff, what)
                .orElseThrow(() -> new ProblemException(WaterProblem.NO_SUCH_POINT));
    }

    static SupplyPointId pointId(String text) {
        try {
            return new SupplyPointId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(WaterProblem.NO_SUCH_POINT);
        }
    }

    private PointPage.Debt debt(SupplyPointId id, ArrearsRows.Debtor debtor) {
        return new PointPage.Debt(
                debtor.name(),
                Wareki.format(debtor.notedOn()),
                RegisterController.PATH + "/" + id + "/arrears/" + debtor.id() + "/settle",
                ids.next());
    }

    private static List<SummaryRow> rows(SupplyPoint point) {
        List<SummaryRow> rows = new ArrayList<>();
        rows.add(SummaryRow.of("お客様番号", or(point.numbers().customer())));
        rows.add(SummaryRow.of(
                "使用者",
                point.supply()
                        .user()
                        .map(user -> user.name() + "（" + user.kana() + "）")
                        .orElse("")));
        rows.add(SummaryRow.of(
                "電話", point.supply().user().map(SupplyPoint.User::phone).orElse("")));
        rows.add(SummaryRow.of(
                "使用開始", day(point.supply().user().map(SupplyPoint.User::since).orElse(null))));
        point.supply()
                .user()
                .flatMap(user -> Optional.ofNullable(user.pausedUntil()))
                .ifPresent(until -> rows.add(SummaryRow.of("休止の終わり", Wareki.format(until))));
        rows.add(SummaryRow.of("弁", point.supply().valve().label()));
        rows.add(SummaryRow.of("種別", PointCards.services(point)));
        rows.add(SummaryRow.of("メーター番号", or(point.meter().number())));
        rows.add(SummaryRow.of("口径", point.meter().calibreMillimetres() + " mm"));
        rows.add(SummaryRow.of("検定満期", day(point.meter().until())));
        rows.add(SummaryRow.of(
                "前回の指針",
                point.meter()
                        .last()
                        .map(last -> last.cubicMetres() + " m³（" + Wareki.format(last.on()) + "）")
                        .orElse("")));
        return rows;
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : Wareki.format(day);
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
