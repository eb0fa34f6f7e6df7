package town.machi.document.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseFile;
import town.machi.casework.CasePanel;
import town.machi.casework.FeeEntry;
import town.machi.casework.Fees;
import town.machi.kernel.Actor;
import town.machi.kernel.Wareki;
import town.machi.kernel.Yen;
import town.machi.platform.Ids;
import town.machi.procedure.Definition.Fee;

/// 手数料 on the page of a case: unpaid, paid, waived with its article, or not set by the town.
@Component
class FeePanel implements CasePanel {

    private final Fees fees;
    private final Ids ids;

    FeePanel(Fees fees, Ids ids) {
        this.fees = fees;
        this.ids = ids;
    }

    @Override
    public Optional<Panel> find(CaseFile file, Actor.Staff staff) {
        return switch (fees.feeOf(file)) {
            case Fee.None _ -> Optional.empty();
            case Fee.NotSet _ -> Optional.of(panel(List.of(new Line("手数料", "未設定（手続の定義に額が書かれていません）")), List.of(), null));
            case Fee.Of(int yen, var article) -> Optional.of(set(file, new Yen(yen), article.ja()));
        };
    }

    private Panel set(CaseFile file, Yen yen, String article) {
        String path = "/office/cases/" + file.id() + "/fee";
        Optional<FeeEntry> last = fees.findLast(file);
        boolean settled = fees.isSettled(file);
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("手数料", yen.format() + "（" + article + "）"));
        lines.add(new Line("納付", settled ? last.map(FeePanel::words).orElse("") : "まだです"));
        boolean received =
                last.filter(entry -> entry.kind() == FeeEntry.Kind.RECEIVED).isPresent();
        List<Link> links = received ? List.of(new Link("領収書（PDF）を開く", path + "/receipt.pdf", null, false)) : List.of();
        FeeEntry.Kind next = settled ? FeeEntry.Kind.VOIDED : FeeEntry.Kind.WAIVED;
        FeeWords words = new FeeWords(path, next, ids.next(), "");
        return panel(lines, links, new FeePartial(path, settled, yen.format(), ids.next(), words));
    }

    private static Panel panel(List<Line> lines, List<Link> links, @Nullable FeePartial piece) {
        return new Panel("fee", "手数料", 15, lines, links, piece);
    }

    private static String words(FeeEntry entry) {
        String day = Wareki.format(entry.on()) + " に" + entry.kind().label();
        return entry.words().isEmpty() ? day : day + "（" + entry.words() + "）";
    }
}
