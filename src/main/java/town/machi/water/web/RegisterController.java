package town.machi.water.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import town.machi.kernel.Actor;
import town.machi.shell.Download;
import town.machi.shell.Template;
import town.machi.shell.component.Choice;
import town.machi.shell.component.MapModel;
import town.machi.shell.component.Pager;
import town.machi.water.PointStanding;
import town.machi.water.SupplyPoint;
import town.machi.water.register.PointColumn;
import town.machi.water.register.PointQuery;
import town.machi.water.register.PointRegister;
import town.machi.water.register.PointSheet;

/// The list of supply points, on paper and on the map.
@Controller
class RegisterController {

    static final String PATH = "/office/water/points";

    private static final int ROWS = 50;
    private static final int ON_MAP = 300;

    private final PointRegister register;
    private final WaterAccess access;

    RegisterController(PointRegister register, WaterAccess access) {
        this.register = register;
        this.access = access;
    }

    @GetMapping(PATH)
    Template list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String standing,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String view) {
        Actor.Staff staff = access.staff();
        PointQuery query = query(q, standing);
        boolean onMap = view.equals("map");
        int rows = onMap ? ON_MAP : ROWS;
        int number = Math.max(1, page);
        PointRegister.Page found = register.list(query, rows, (number - 1) * rows, staff);
        return new RegisterPage(
                q.strip(),
                standings(query),
                found.points().stream().map(RegisterController::row).toList(),
                pager(query, view, number, found),
                onMap ? map(found.points()) : null,
                new RegisterPage.Links(
                        href(PATH, query, onMap ? "" : "map", 1),
                        href(PATH + "/export.csv", query, "", 1),
                        href(PATH + "/export.xlsx", query, "", 1)));
    }

    @GetMapping(PATH + "/export.{ending:csv|xlsx}")
    ResponseEntity<byte[]> export(
            @PathVariable String ending,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String standing) {
        List<List<String>> rows = register.export(query(q, standing), ending, access.staff()).stream()
                .map(PointSheet::row)
                .toList();
        return new Download("給水装置", "給水装置", PointColumn.labels(), rows.stream()).as(ending);
    }

    private static PointQuery query(String words, String standing) {
        Optional<PointStanding> wanted = Arrays.stream(PointStanding.values())
                .filter(each -> each.name().equals(standing))
                .findFirst();
        return new PointQuery(words.strip(), wanted);
    }

    private static List<Choice> standings(PointQuery query) {
        java.util.ArrayList<Choice> choices = new java.util.ArrayList<>();
        choices.add(new Choice("", "すべて", query.standing().isEmpty()));
        for (PointStanding each : PointStanding.values()) {
            choices.add(new Choice(
                    each.name(),
                    each.label(),
                    query.standing().filter(each::equals).isPresent()));
        }
        return choices;
    }

    private static RegisterPage.Row row(SupplyPoint point) {
        String customer = point.numbers().customer();
        String meter = point.meter().number();
        return new RegisterPage.Row(
                PATH + "/" + point.id(),
                point.numbers().point(),
                point.site().oneLine(),
                PointCards.standing(point),
                point.supply().user().map(SupplyPoint.User::name).orElse("—"),
                (meter == null ? "—" : meter) + "　" + point.meter().calibreMillimetres() + "mm",
                customer == null ? "—" : customer);
    }

    static MapModel map(List<SupplyPoint> points) {
        return MapModel.of(points.stream()
                .flatMap(point -> Optional.ofNullable(point.site().place())
                        .map(place -> new MapModel.Point(
                                point.numbers().point() + "　" + point.site().oneLine() + "（"
                                        + point.supply().standing().label() + "）",
                                "",
                                place,
                                PATH + "/" + point.id()))
                        .stream())
                .toList());
    }

    private static Pager pager(PointQuery query, String view, int page, PointRegister.Page found) {
        int rows = view.equals("map") ? ON_MAP : ROWS;
        int before = (page - 1) * rows;
        int shown = found.points().size();
        return new Pager(
                found.total(),
                shown == 0 ? 0 : before + 1,
                before + shown,
                page > 1 ? href(PATH, query, view, page - 1) : null,
                before + shown < found.total() ? href(PATH, query, view, page + 1) : null);
    }

    private static String href(String path, PointQuery query, String view, int page) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        if (!query.words().isEmpty()) {
            address.queryParam("q", "{q}");
        }
        query.standing().ifPresent(standing -> address.queryParam("standing", standing.name()));
        if (!view.isEmpty()) {
            address.queryParam("view", view);
        }
        if (page > 1) {
            address.queryParam("page", page);
        }
        return query.words().isEmpty()
                ? address.build().toUriString()
                : address.encode().buildAndExpand(query.words()).toUriString();
    }
}
