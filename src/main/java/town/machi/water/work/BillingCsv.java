package town.machi.water.work;

import java.util.List;
import java.util.OptionalInt;
import town.machi.water.OrderKind;
import town.machi.water.Service;
import town.machi.water.Settlement;

/// A reading as the billing system is told it: no names, only numbers.
final class BillingCsv {

    static final List<String> HEADER = List.of(
            "精算番号", "種別", "お客様番号", "メーター番号", "口径mm", "前回指針m3", "前回検針日", "今回指針m3", "今回検針日", "使用水量m3", "水道", "公共下水道",
            "農業集落排水");

    private BillingCsv() {}

    static List<String> row(Settlement settlement) {
        Settlement.Read read = settlement.read();
        return List.of(
                String.valueOf(settlement.number()),
                what(settlement),
                settlement.at().customer(),
                settlement.at().meterNumber(),
                String.valueOf(settlement.at().calibre()),
                text(read.last()),
                read.lastOn() == null ? "" : String.valueOf(read.lastOn()),
                text(read.now()),
                read.on().toString(),
                settlement.kind() == OrderKind.CLOSE ? text(read.used()) : "",
                mark(settlement, Service.WATER),
                mark(settlement, Service.SEWER),
                mark(settlement, Service.RURAL_SEWER));
    }

    /// As the billing system tells them apart: a pause ends the use and not the contract.
    private static String what(Settlement settlement) {
        return switch (settlement.notice()) {
            case START -> "開始";
            case STOP -> "中止";
            case PAUSE -> "休止";
            case RESUME -> "再開";
            case RENAME -> throw new IllegalArgumentException("no reading is sent for a change of name");
        };
    }

    private static String mark(Settlement settlement, Service service) {
        return settlement.at().services().contains(service) ? "1" : "0";
    }

    private static String text(OptionalInt number) {
        return number.isPresent() ? String.valueOf(number.getAsInt()) : "";
    }
}
