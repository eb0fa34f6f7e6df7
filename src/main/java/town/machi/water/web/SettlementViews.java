package town.machi.water.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Wareki;
import town.machi.kernel.Yen;
import town.machi.platform.Ids;
import town.machi.shell.component.Chip;
import town.machi.water.Estimate;
import town.machi.water.OrderKind;
import town.machi.water.Settlement;
import town.machi.water.Settlement.Progress;
import town.machi.water.Tariff;
import town.machi.water.jdbc.BatchRows;
import town.machi.water.jdbc.VisitRows;
import town.machi.water.work.Billing;
import town.machi.water.work.OwnBill;
import town.machi.water.work.Prices;
import town.machi.water.work.Settlements;

/// What stands on the page of settlements.
@Component
class SettlementViews {

    private final Settlements settlements;
    private final Billing billing;
    private final VisitRows visits;
    private final Prices prices;
    private final OwnBill bill;
    private final Ids ids;

    SettlementViews(Settlements settlements, Billing billing, VisitRows visits, Prices prices, OwnBill bill, Ids ids) {
        this.settlements = settlements;
        this.billing = billing;
        this.visits = visits;
        this.prices = prices;
        this.bill = bill;
        this.ids = ids;
    }

    SettlementsPage page(List<String> faults, @Nullable String said) {
        List<Settlement> open = settlements.listUnfinished();
        return new SettlementsPage(
                open.stream().map(this::row).toList(),
                billing.listBatches().stream().map(SettlementViews::batch).toList(),
                bills(),
                ids.next(),
                Stream.concat(faults.stream(), prices.faults().stream()).toList(),
                said);
    }

    private SettlementsPage.Bills bills() {
        return bill.isOn()
                ? new SettlementsPage.Bills(
                        true, bill.listBilled().stream().flatMap(this::billed).toList())
                : new SettlementsPage.Bills(false, List.of());
    }

    private Stream<SettlementsPage.BillRow> billed(Settlement settlement) {
        return settlement.progress() instanceof Progress.Billed billed
                ? Stream.of(new SettlementsPage.BillRow(
                        settlement.number(),
                        customer(settlement),
                        billed.total().format(),
                        Wareki.format(billed.on()),
                        "/office/water/settlements/" + settlement.order() + "/bill",
                        bill.find(settlement)
                                .map(document -> "/office/documents/" + document.id() + ".pdf")
                                .orElse(null)))
                : Stream.empty();
    }

    private static String customer(Settlement settlement) {
        return settlement.at().customer().isEmpty() ? "（番号なし）" : settlement.at().customer();
    }

    private SettlementsPage.Row row(Settlement settlement) {
        boolean changeable = settlement.progress() instanceof Progress.NeedsReading
                || settlement.progress() instanceof Progress.ToSend;
        return new SettlementsPage.Row(
                settlement.number(),
                settlement.notice().label(),
                customer(settlement),
                reading(settlement.read()),
                settlement.kind() == OrderKind.CLOSE ? estimate(settlement) : "",
                chip(settlement.progress()),
                settlement.progress() instanceof Progress.ToSend,
                settlement.caseId().map(id -> "/office/cases/" + id).orElse(null),
                changeable ? "/office/water/settlements/" + settlement.order() + "/reading" : null,
                photo(settlement));
    }

    private static String reading(Settlement.Read read) {
        String last = read.last().isPresent() ? String.valueOf(read.last().getAsInt()) : "―";
        String now = read.now().isPresent() ? String.valueOf(read.now().getAsInt()) : "―";
        OptionalInt used = read.used();
        String cubic = used.isPresent() ? "（" + used.getAsInt() + " m³）" : "";
        return Stream.of(last + " → " + now, cubic, Wareki.formatShort(read.on()))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String estimate(Settlement settlement) {
        Optional<Estimate> estimate = settlements.estimate(settlement);
        if (estimate.isEmpty() || estimate.get().used().isEmpty()) {
            return "使用量が分からないため、出せません";
        }
        String lines = estimate.get().lines().stream()
                .map(line -> line.service().label() + " "
                        + line.charge()
                                .map(Tariff.Charge::total)
                                .map(Yen::format)
                                .orElse("未設定"))
                .collect(Collectors.joining("\n"));
        String total = estimate.get().total().map(yen -> "合計 " + yen.format()).orElse("合計 未設定");
        return lines + "\n" + total + (estimate.get().isExample() ? "（例）" : "");
    }

    private static Chip chip(Progress progress) {
        return switch (progress) {
            case Progress.NeedsReading _ -> new Chip(Chip.Tone.ALERT, "指針がありません");
            case Progress.ToSend _ -> new Chip(Chip.Tone.NEW, "次のファイルで送る");
            case Progress.Sent sent -> new Chip(Chip.Tone.WAITING, "第" + sent.batchNumber() + "号で送った");
            case Progress.Billed billed ->
                new Chip(Chip.Tone.DONE, billed.total().format());
        };
    }

    private @Nullable String photo(Settlement settlement) {
        return visits.list(settlement.order()).stream()
                .flatMap(visit -> visit.photo().stream())
                .findFirst()
                .map(file -> "/office/water/photos/" + file)
                .orElse(null);
    }

    private static SettlementsPage.BatchRow batch(BatchRows.Batch batch) {
        return new SettlementsPage.BatchRow(
                batch.id().toString(),
                batch.number(),
                Wareki.format(LocalDate.ofInstant(batch.madeAt(), BusinessCalendar.TOKYO)),
                batch.lines(),
                batch.exports(),
                batch.exports() > 0);
    }
}
