package town.machi.water.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.Kana;
import town.machi.kernel.Place;
import town.machi.water.Service;
import town.machi.water.SupplyPoint;

/// A point as a row of the register's file; [PointReader] reads the same back.
public final class PointSheet {

    private PointSheet() {}

    public static List<String> row(SupplyPoint point) {
        return Arrays.stream(PointColumn.values())
                .map(column -> cell(point, column))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String cell(SupplyPoint point, PointColumn column) {
        SupplyPoint.User user = point.supply().user().orElse(null);
        SupplyPoint.Reading last = point.meter().last().orElse(null);
        Place place = point.site().place();
        return switch (column) {
            case POINT -> point.numbers().point();
            case CUSTOMER -> or(point.numbers().customer());
            case METER -> or(point.meter().number());
            case CALIBRE -> Integer.toString(point.meter().calibreMillimetres());
            case UNTIL -> day(point.meter().until());
            case AREA -> point.site().area();
            case NUMBER -> point.site().number();
            case BUILDING -> point.site().building();
            case LATITUDE -> place == null ? "" : Double.toString(place.latitude());
            case LONGITUDE -> place == null ? "" : Double.toString(place.longitude());
            case VALVE -> point.supply().valve().label();
            case STANDING -> point.supply().standing().label();
            case SERVICES -> services(point);
            case STOPPED -> point.supply().stopped() ? "はい" : "";
            case USER -> user == null ? "" : user.name();
            case KANA -> user == null ? "" : Kana.normalised(user.kana());
            case PHONE -> user == null ? "" : user.phone();
            case SINCE -> user == null ? "" : day(user.since());
            case PAUSED_UNTIL -> user == null ? "" : day(user.pausedUntil());
            case READING -> last == null ? "" : Integer.toString(last.cubicMetres());
            case READ_ON -> last == null ? "" : day(last.on());
        };
    }

    private static String services(SupplyPoint point) {
        return point.supply().services().stream().sorted().map(Service::label).collect(Collectors.joining("・"));
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
