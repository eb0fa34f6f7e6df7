package town.machi.water.work;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseFile;
import town.machi.document.Documents;
import town.machi.document.Letter;
import town.machi.kernel.Actor;
import town.machi.kernel.Wareki;
import town.machi.water.SupplyPoint;
import town.machi.water.VisitReport;

/// 使用開始確認届: the paper that a new user checks, signs and sends back. It is made with the opening, once, and lies
/// with the papers of the case; where this machine can make no PDF, the opening goes on without it.
@Component
class Confirming {

    private static final String TEMPLATE = "water-start-confirmation";

    private final Documents documents;

    Confirming(Documents documents) {
        this.documents = documents;
    }

    void issue(AfterWork.Deed deed, CaseFile file, Actor.Staff staff) {
        boolean possible = documents.findHindrance().isEmpty()
                && documents.listKinds().stream()
                        .anyMatch(kind -> kind.template().equals(TEMPLATE));
        if (possible) {
            documents.issue(letter(deed, file), staff);
        }
    }

    private static Letter letter(AfterWork.Deed deed, CaseFile file) {
        SupplyPoint point = deed.point();
        VisitReport report = deed.report();
        OptionalInt reading = report.reading().isPresent()
                ? OptionalInt.of(report.reading().get().cubicMetres())
                : OptionalInt.empty();
        Map<String, String> values = Map.of(
                "user", CaseUser.of(file, deed.day()).name(),
                "receipt", file.receipt().format(),
                "place", point.site().oneLine(),
                "pointNumber", point.numbers().point(),
                "customer", Optional.ofNullable(point.numbers().customer()).orElse("（後日お知らせします）"),
                "meter", report.meter().number() + "（口径 " + report.meter().calibre() + " mm）",
                "openedOn", Wareki.format(deed.day()),
                "reading", reading.isPresent() ? reading.getAsInt() + " m³" : "（写真で確かめます）");
        UUID request =
                UUID.nameUUIDFromBytes(("water confirmation " + deed.order().id()).getBytes(StandardCharsets.UTF_8));
        return new Letter(
                request,
                TEMPLATE,
                file.section(),
                file.id().subject(),
                file.filing().submission(),
                values,
                List.of());
    }
}
