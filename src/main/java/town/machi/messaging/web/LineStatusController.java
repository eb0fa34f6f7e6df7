package town.machi.messaging.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import town.machi.kernel.Actor;
import town.machi.messaging.District;
import town.machi.messaging.Districts;
import town.machi.messaging.Friends;
import town.machi.messaging.LineOffice;
import town.machi.messaging.Quota;
import town.machi.messaging.RichMenus;
import town.machi.messaging.Segment;
import town.machi.messaging.jdbc.LineStateRows;
import town.machi.shell.CurrentActor;
import town.machi.shell.component.SummaryRow;

/// How the town's LINE account stands: numbers only, nobody's name.
@Controller
class LineStatusController {

    private static final Map<String, String> LANGUAGES = Map.of("ja", "日本語", "easy", "やさしい日本語", "en", "English");

    private final LineOffice line;
    private final Friends friends;
    private final Districts districts;
    private final RichMenus menus;
    private final LineStateRows rows;
    private final CurrentActor actor;

    LineStatusController(
            LineOffice line,
            Friends friends,
            Districts districts,
            RichMenus menus,
            LineStateRows rows,
            CurrentActor actor) {
        this.line = line;
        this.friends = friends;
        this.districts = districts;
        this.menus = menus;
        this.rows = rows;
        this.actor = actor;
    }

    @GetMapping("/office/line")
    LineStatusPage show() {
        Actor.requireStaff(actor.get());
        int heads = friends.count(Segment.everyone());
        return new LineStatusPage(line.hasAccount(), warning(heads), facts(heads), byDistrict());
    }

    private String warning(int heads) {
        return line.quota().isTooSmallFor(heads) ? "いまの残りでは、友だち全員に一度送ることができません。地方公共団体プランか、通数の多いプランにしてください。" : "";
    }

    private List<SummaryRow> facts(int heads) {
        LineStateRows.Counts counts = rows.counts();
        List<SummaryRow> facts = new ArrayList<>();
        facts.add(row("友だち", "%,d人".formatted(heads)));
        rows.countByLanguage()
                .forEach((code, count) ->
                        facts.add(row("友だち（" + LANGUAGES.getOrDefault(code, code) + "）", "%,d人".formatted(count))));
        facts.add(row("今月の通数", quota(line.quota())));
        facts.add(row("リッチメニュー", menus.mode().label() + (rows.isMenuSettled() ? "" : "（切り替えています）")));
        facts.add(row("送信待ち", "ひとりあて %,d件・一斉 %,d回".formatted(counts.pushes(), counts.calls())));
        facts.add(row("届かなかった一斉の送信", "%,d回".formatted(counts.failedCalls())));
        facts.add(row("届いた言葉の処理待ち", "%,d件（できなかったもの %,d件）".formatted(counts.events(), counts.failedEvents())));
        return facts;
    }

    private static String quota(Quota quota) {
        return switch (quota) {
            case Quota.Unlimited(long used) -> "%,d通（上限なし）".formatted(used);
            case Quota.Limited limited ->
                "%,d通（%,d通まで、残り %,d通）".formatted(limited.used(), limited.most(), limited.left());
            case Quota.Unknown _ -> "わかりません（LINEが答えません）";
        };
    }

    private List<LineStatusPage.Row> byDistrict() {
        Map<String, Integer> counts = friends.countByDistrict();
        List<LineStatusPage.Row> lines = new ArrayList<>();
        for (District district : districts.list()) {
            lines.add(new LineStatusPage.Row(district.name(), counts.getOrDefault(district.id(), 0)));
        }
        lines.sort(Comparator.comparingInt(LineStatusPage.Row::heads).reversed());
        lines.addFirst(new LineStatusPage.Row("まだ決めていない（すべての知らせが届きます）", counts.getOrDefault("", 0)));
        return lines;
    }

    private static SummaryRow row(String label, String value) {
        return SummaryRow.of(label, value);
    }
}
