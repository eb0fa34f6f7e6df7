package town.machi.water.work;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.casework.CaseFile;
import town.machi.casework.Cases;
import town.machi.document.Documents;
import town.machi.document.EntryGroup;
import town.machi.document.IssuedDocument;
import town.machi.document.Letter;
import town.machi.kernel.Actor;
import town.machi.kernel.Refusal;
import town.machi.kernel.Wareki;
import town.machi.kernel.Yen;
import town.machi.water.OrderKind;
import town.machi.water.Service;
import town.machi.water.Settlement;
import town.machi.water.Settlement.Progress;
import town.machi.water.SupplyPoints;
import town.machi.water.WaterSettings;
import town.machi.water.WorkOrderId;
import town.machi.water.jdbc.SettlementRows;

/// 請求書（適格請求書）of a settlement whose amount came back, for a town whose billing system makes none. The amounts are
/// the billing system's, tax included; Machi says what of them is tax.
///
/// A 公営企業会計 or 特別会計 counts as a person of its own for the tax (消費税法第60条第1項), so that each service may have
/// its own 登録番号; what has the same number is added up before the tax is reckoned, once, rounded down.
/// Source: 消費税法第57条の4, 消費税法施行令第70条の10.
@Component
public class OwnBill {

    static final String TEMPLATE = "water-bill";
    private static final int RATE = 10;

    private final WaterSettings settings;
    private final SettlementRows settlements;
    private final Cases cases;
    private final SupplyPoints points;
    private final Documents documents;

    OwnBill(WaterSettings settings, SettlementRows settlements, Cases cases, SupplyPoints points, Documents documents) {
        this.settings = settings;
        this.settlements = settlements;
        this.cases = cases;
        this.points = points;
        this.documents = documents;
    }

    /// Whether the town makes bills of its own.
    public boolean isOn() {
        return settings.find("own-bill").filter("yes"::equals).isPresent();
    }

    /// The settlements whose amount is back, the newest first.
    public List<Settlement> listBilled() {
        return settlements.listBilled(50);
    }

    /// The bill that was made of a settlement.
    public Optional<IssuedDocument> find(Settlement settlement) {
        return settlement
                .caseId()
                .flatMap(id -> documents.listAbout(id.subject()).stream()
                        .filter(document -> document.template().equals(TEMPLATE))
                        .findFirst());
    }

    /// Makes the bill; a second time changes nothing.
    ///
    /// @return why not
    @Transactional
    public Optional<Refusal> issue(WorkOrderId order, Actor.Staff staff) {
        Optional<Settlement> found = settlements.find(order);
        if (!isOn()) {
            return Optional.of(Refusal.of("water.bill.off"));
        }
        if (found.isEmpty()
                || found.get().caseId().isEmpty()
                || found.get().kind() != OrderKind.CLOSE
                || !(found.get().progress() instanceof Progress.Billed billed)) {
            return Optional.of(Refusal.of("water.guard.not-billed"));
        }
        Optional<Service> without = billed.lines().keySet().stream()
                .sorted()
                .filter(service -> number(service).isEmpty())
                .findFirst();
        if (without.isPresent()) {
            return Optional.of(Refusal.of("water.bill.no-number", without.get().label()));
        }
        if (documents.findHindrance().isPresent()) {
            return Optional.of(Refusal.of("water.bill.no-pdf"));
        }
        documents.issue(
                letter(found.get(), billed, cases.get(found.get().caseId().get())), staff);
        return Optional.empty();
    }

    private Optional<String> number(Service service) {
        return settings.find(settingOf(service)).filter(number -> number.matches("T\\d{13}"));
    }

    private static String settingOf(Service service) {
        return switch (service) {
            case WATER -> "invoice-number";
            case SEWER -> "sewer-invoice-number";
            case RURAL_SEWER -> "rural-sewer-invoice-number";
        };
    }

    private Letter letter(Settlement settlement, Progress.Billed billed, CaseFile file) {
        Settlement.Read read = settlement.read();
        OptionalInt used = read.used();
        String customer = settlement.at().customer();
        Map<String, String> values = Map.of(
                "user", CaseUser.of(file, read.on()).name(),
                "settlement", String.valueOf(settlement.number()),
                "customer", customer.isEmpty() ? "（番号なし）" : customer,
                "place", points.get(settlement.point()).site().oneLine(),
                "period", period(read.lastOn(), read.on()),
                "used", used.isPresent() ? used.getAsInt() + " m³" : "（分かりません）",
                "billedOn", Wareki.format(billed.on()),
                "total", billed.total().format() + "（税込み）");
        UUID request = UUID.nameUUIDFromBytes(("water bill " + settlement.order()).getBytes(StandardCharsets.UTF_8));
        return new Letter(
                request,
                TEMPLATE,
                file.section(),
                file.id().subject(),
                file.filing().submission(),
                values,
                groups(billed));
    }

    private static String period(@Nullable LocalDate from, LocalDate to) {
        return (from == null ? "" : Wareki.format(from) + "から") + Wareki.format(to) + "まで";
    }

    /// One for each 登録番号: what was used, the sum at the rate, and the tax in it.
    private List<EntryGroup> groups(Progress.Billed billed) {
        Map<String, List<Service>> byNumber = new LinkedHashMap<>();
        billed.lines().keySet().stream()
                .sorted()
                .forEach(service -> byNumber.computeIfAbsent(number(service).orElseThrow(), _ -> new ArrayList<>())
                        .add(service));
        return byNumber.entrySet().stream()
                .map(each -> group(each.getKey(), each.getValue(), billed.lines()))
                .toList();
    }

    private static EntryGroup group(String number, List<Service> services, Map<Service, Yen> amounts) {
        List<EntryGroup.Entry> entries = new ArrayList<>();
        Yen sum = Yen.ZERO;
        for (Service service : services) {
            Yen amount = amounts.getOrDefault(service, Yen.ZERO);
            entries.add(EntryGroup.Entry.of(service.fee(), amount.format()));
            sum = sum.plus(amount);
        }
        entries.add(EntryGroup.Entry.of(RATE + "%対象の合計（税込み）", sum.format()));
        entries.add(EntryGroup.Entry.of("うち消費税額等（" + RATE + "%）", taxIn(sum).format()));
        return new EntryGroup("登録番号 " + number, entries);
    }

    /// The tax in an amount that has it in, rounded down to the yen; a refund's is rounded toward nothing.
    static Yen taxIn(Yen sum) {
        return new Yen(Math.multiplyExact(sum.amount(), RATE) / (100 + RATE));
    }
}
