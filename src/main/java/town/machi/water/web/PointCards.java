package town.machi.water.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.kernel.Kana;
import town.machi.shell.component.Chip;
import town.machi.water.PlaceKey;
import town.machi.water.PointStanding;
import town.machi.water.Service;
import town.machi.water.SupplyPoint;
import town.machi.water.intake.Said;
import town.machi.water.jdbc.PointRows;

/// A point as a card, each line with a word on whether it agrees with what was said.
@Component
class PointCards {

    CasePointPartial.Card card(SupplyPoint point, Said said, UUID onceId) {
        List<CasePointPartial.Row> rows = new ArrayList<>();
        rows.add(row("場所", point.site().oneLine(), samePlace(point, said)));
        point.supply()
                .user()
                .ifPresentOrElse(user -> addUser(user, said, rows), () -> rows.add(row("使用者", "いません", null)));
        String customer = point.numbers().customer();
        rows.add(row("お客様番号", or(customer), agrees(said.numbers().customer(), customer)));
        String meter = point.meter().number();
        rows.add(row("メーター", or(meter) + "　" + point.meter().calibreMillimetres() + "mm", meterAgrees(point, said)));
        rows.add(row("種別", services(point), null));
        return new CasePointPartial.Card(
                "水栓番号 " + point.numbers().point(),
                "/office/water/points/" + point.id(),
                standing(point),
                rows,
                point.id().toString(),
                onceId);
    }

    private static void addUser(SupplyPoint.User user, Said said, List<CasePointPartial.Row> rows) {
        rows.add(row("使用者", user.name(), agrees(said.who().name(), Kana.searchKey(user.name()))));
        rows.add(row("フリガナ", user.kana(), agrees(said.who().kana(), Kana.searchKey(user.kana()))));
        rows.add(row("電話", or(user.phone()), agrees(said.who().phone(), PointRows.phoneKey(user.phone()))));
    }

    static Chip standing(SupplyPoint point) {
        if (point.supply().stopped()) {
            return new Chip(Chip.Tone.ALERT, "給水停止");
        }
        PointStanding standing = point.supply().standing();
        return switch (standing) {
            case IN_USE -> new Chip(Chip.Tone.ACTIVE, standing.label());
            case UNUSED -> new Chip(Chip.Tone.NEW, standing.label());
            case PAUSED -> new Chip(Chip.Tone.WAITING, standing.label());
            case REMOVED -> new Chip(Chip.Tone.STOPPED, standing.label());
        };
    }

    static String services(SupplyPoint point) {
        return point.supply().services().stream().sorted().map(Service::label).collect(Collectors.joining("・"));
    }

    private static boolean samePlace(SupplyPoint point, Said said) {
        boolean place = PlaceKey.of(point.site().area(), point.site().number())
                .equals(said.spot().place());
        return place
                && PlaceKey.building(point.site().building()).equals(said.spot().building());
    }

    private static @Nullable Boolean meterAgrees(SupplyPoint point, Said said) {
        String meter = said.numbers().meter();
        return meter.isEmpty()
                ? null
                : meter.equals(point.meter().number())
                        || meter.equals(point.numbers().point());
    }

    private static @Nullable Boolean agrees(String said, @Nullable String has) {
        return said.isEmpty() || has == null || has.isEmpty() ? null : said.equals(has);
    }

    private static CasePointPartial.Row row(String label, String value, @Nullable Boolean agrees) {
        return new CasePointPartial.Row(label, value, agrees);
    }

    private static String or(@Nullable String text) {
        return text == null || text.isEmpty() ? "（なし）" : text;
    }
}
