package town.machi.water.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Place;
import town.machi.kernel.Wareki;
import town.machi.shell.component.Chip;
import town.machi.shell.component.Choice;
import town.machi.shell.component.SummaryRow;
import town.machi.water.Crew;
import town.machi.water.CrewDay;
import town.machi.water.CrewId;
import town.machi.water.MeterReading.Story;
import town.machi.water.OrderKind;
import town.machi.water.OrderSheet;
import town.machi.water.SupplyPoint;
import town.machi.water.Visit;
import town.machi.water.VisitReport;
import town.machi.water.WorkOrder.State;
import town.machi.water.work.OrderSheets;
import town.machi.water.work.Photos;

/// What stands on the crew's pages.
@Component
class CrewViews {

    private final OrderSheets sheets;
    private final Photos photos;

    CrewViews(OrderSheets sheets, Photos photos) {
        this.sheets = sheets;
        this.photos = photos;
    }

    /// What a crew has to do today, and on the next day on which it has something to do.
    ///
    /// @param crew empty: nobody has chosen one yet
    record Ahead(Optional<CrewId> crew, List<OrderSheet> today, Optional<CrewDay> next, List<OrderSheet> then) {}

    TodayPage today(Ahead ahead, List<Crew> crews, Actor.Staff staff, @Nullable String said) {
        List<Choice> choices = crews.stream()
                .filter(Crew::active)
                .map(each -> new Choice(
                        each.id().toString(),
                        each.name(),
                        ahead.crew().filter(each.id()::equals).isPresent()))
                .toList();
        String name = crews.stream()
                .filter(each -> ahead.crew().filter(each.id()::equals).isPresent())
                .findFirst()
                .map(Crew::name)
                .orElse(null);
        return new TodayPage(
                name,
                choices,
                day(ahead.crew(), sheets.today(), ahead.today()),
                ahead.next()
                        .map(next -> day(ahead.crew(), next.day(), ahead.then()))
                        .orElse(null),
                missing(staff),
                said);
    }

    private static TodayPage.Day day(Optional<CrewId> crew, LocalDate day, List<OrderSheet> stops) {
        List<TodayPage.Stop> shown = new ArrayList<>();
        stops.forEach(sheet -> shown.add(stop(shown.size() + 1, sheet)));
        String sheetHref = crew.map(id -> "/office/water/day-sheet.pdf?crew=" + id + "&day=" + day)
                .orElse(null);
        int left = (int) stops.stream().filter(sheet -> !sheet.isDone()).count();
        return new TodayPage.Day(Wareki.format(day), sheetHref, shown, left);
    }

    private static TodayPage.Stop stop(int number, OrderSheet sheet) {
        String id = sheet.order().id().toString();
        return new TodayPage.Stop(
                id,
                number,
                "/office/water/today/" + id,
                sheet.task(),
                sheet.point().site().oneLine(),
                sheet.who().name(),
                sheet.isDone() ? new Chip(Chip.Tone.DONE, "済み") : new Chip(Chip.Tone.NEW, "これから"),
                map(sheet.point()));
    }

    private List<TodayPage.MissingPhoto> missing(Actor.Staff staff) {
        return photos.listMissing().stream()
                .filter(visit -> visit.by().equals(staff.staffId()))
                .map(visit -> missing(visit, staff))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<TodayPage.MissingPhoto> missing(Visit visit, Actor.Staff staff) {
        return sheets.find(visit.order(), staff, "missing-photo")
                .map(sheet -> new TodayPage.MissingPhoto(
                        visit.report().id().toString(),
                        visit.report().photo(),
                        sheet.point().site().oneLine(),
                        Wareki.format(LocalDate.ofInstant(visit.report().at(), BusinessCalendar.TOKYO))));
    }

    VisitPage visit(OrderSheet sheet, VisitForm form, @Nullable String fault) {
        SupplyPoint point = sheet.point();
        Optional<SupplyPoint.Reading> last = point.meter().last();
        return new VisitPage(
                sheet.order().id().toString(),
                sheet.task(),
                point.site().oneLine(),
                facts(sheet),
                links(sheet),
                new VisitPage.Register(
                        point.meter().number() == null
                                ? "（台帳に番号なし）"
                                : point.meter().number(),
                        point.meter().calibreMillimetres(),
                        last.map(SupplyPoint.Reading::cubicMetres).orElse(null),
                        last.map(reading -> Wareki.format(reading.on())).orElse("")),
                ask(sheet, form),
                form,
                fault,
                over(sheet));
    }

    private static List<SummaryRow> facts(OrderSheet sheet) {
        SupplyPoint point = sheet.point();
        List<SummaryRow> facts = new ArrayList<>();
        facts.add(SummaryRow.of("使用者", sheet.who().name()));
        facts.add(SummaryRow.of("立会い", sheet.presence() ? "希望あり" : "なし"));
        facts.add(SummaryRow.of(
                "箱の場所",
                sheet.box().words().isEmpty() ? "（まだ分かりません）" : sheet.box().words()));
        facts.add(SummaryRow.of("弁", point.supply().valve().label() + "（台帳）"));
        facts.add(SummaryRow.of("水栓番号", point.numbers().point()));
        sheet.receipt().ifPresent(receipt -> facts.add(SummaryRow.of("受付番号", receipt)));
        if (!sheet.visits().isEmpty()) {
            facts.add(SummaryRow.of(
                    "これまで",
                    String.join(
                            "\n",
                            sheet.visits().stream().map(CrewViews::earlier).toList())));
        }
        return facts;
    }

    private static String earlier(Visit visit) {
        VisitReport report = visit.report();
        return Wareki.format(LocalDate.ofInstant(report.at(), BusinessCalendar.TOKYO)) + " "
                + report.result().label()
                + (report.reason().isEmpty() ? "" : "（" + report.reason() + "）");
    }

    private static VisitPage.Links links(OrderSheet sheet) {
        String phone = sheet.who().phone().replaceAll("[^0-9+]", "");
        Place place = sheet.point().site().place();
        return new VisitPage.Links(
                map(sheet.point()),
                place == null ? null : "geo:" + place.latitude() + "," + place.longitude(),
                sheet.box().photo() == null
                        ? null
                        : "/office/water/photos/" + sheet.box().photo(),
                phone.isEmpty() ? null : phone,
                "/office/water/today/" + sheet.order().id() + "/slip.pdf");
    }

    private static VisitPage.Ask ask(OrderSheet sheet, VisitForm form) {
        OrderKind kind = sheet.order().kind();
        boolean exchange = kind == OrderKind.EXCHANGE;
        List<Choice> stories = Arrays.stream(Story.values())
                .map(story -> new Choice(
                        story.name(),
                        story.label(),
                        story.name().equals(form.figures().story())))
                .toList();
        List<Choice> results = Arrays.stream(VisitReport.Result.values())
                .map(result ->
                        new Choice(result.name(), result.label(), result.name().equals(form.result())))
                .toList();
        return new VisitPage.Ask(kind == OrderKind.OPEN, kind == OrderKind.OPEN, exchange, stories, results);
    }

    private static @Nullable String over(OrderSheet sheet) {
        return switch (sheet.order().state()) {
            case State.Waiting _, State.Planned _ -> null;
            case State.Done(var at) ->
                "この作業は " + Wareki.format(LocalDate.ofInstant(at, BusinessCalendar.TOKYO)) + " に終わりました。";
            case State.Cancelled(var at, var reason) -> "この作業票は取り消されました。" + reason;
        };
    }

    /// 地理院地図 at the point.
    private static @Nullable String map(SupplyPoint point) {
        Place place = point.site().place();
        return place == null ? null : "https://maps.gsi.go.jp/#18/" + place.latitude() + "/" + place.longitude() + "/";
    }
}
