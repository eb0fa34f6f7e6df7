package town.machi.alert.channel;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.alert.Alert;
import town.machi.alert.AlertText;
import town.machi.alert.Channel;
import town.machi.alert.Content;
import town.machi.alert.MayorOrder;
import town.machi.alert.words.AlertTemplates;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Language;
import town.machi.platform.Town;

/// What each channel says, ready to be copied into it. The same words as everywhere, in the channel's shape.
@Component
public class CopyText {

    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm", Locale.ROOT);

    private final AlertTemplates templates;
    private final Town town;

    CopyText(AlertTemplates templates, Town town) {
        this.templates = templates;
        this.town = town;
    }

    public String of(Channel channel, Alert alert, AlertText text) {
        AlertText.Said said = text.in(Language.JA);
        return switch (channel) {
            case LINE, WEB, FEED -> said.whole();
            case MAIL -> "件名: " + said.marked() + "\n\n" + said.whole();
            case PA_RADIO -> PaScript.of(text, alert.content().districts(), templates.places(), town.name());
            case AREA_MAIL -> AreaMail.of(said).text();
            case L_ALERT -> form(alert, said);
            case WARD_CALLS, FIRE_CALLS -> telephone(alert, said);
            case REPORT -> report(alert, said);
        };
    }

    /// What stands in the way of copying the text as it is; empty: nothing.
    public Optional<String> findFault(Channel channel, AlertText text) {
        return channel == Channel.AREA_MAIL ? AreaMail.of(text.in(Language.JA)).findFault() : Optional.empty();
    }

    /// How long the text is, where the channel counts it.
    public String lengths(Channel channel, AlertText text) {
        return channel == Channel.AREA_MAIL ? AreaMail.of(text.in(Language.JA)).lengths() : "";
    }

    /// As the prefecture's entry form asks for it, item by item.
    private String form(Alert alert, AlertText.Said said) {
        List<String> lines = new ArrayList<>();
        lines.add("区分: " + (alert.world().isDrill() ? "訓練" : "通常"));
        lines.add("種別: " + alert.act().label() + "（" + alert.content().kind().label() + "）");
        lines.add("表題: " + said.marked());
        lines.add("対象地区: " + templates.places().say(alert.content().districts(), Language.JA));
        order(lines, alert.content());
        lines.add("本文:");
        lines.add(said.first());
        lines.add(said.body().strip());
        lines.add(said.last());
        return String.join("\n", lines);
    }

    private String telephone(Alert alert, AlertText.Said said) {
        String drill = said.drill().isEmpty() ? "" : said.drill() + "。これは訓練の電話です。\n";
        return drill + town.name() + "役場です。" + said.first() + "をお伝えします。\n" + said.title() + "。\n"
                + said.body().strip() + "\n"
                + templates.places().sayWithReadings(alert.content().districts()) + "のみなさんへ伝えてください。";
    }

    private String report(Alert alert, AlertText.Said said) {
        List<String> lines = new ArrayList<>();
        if (!said.drill().isEmpty()) {
            lines.add(said.drill());
        }
        lines.add(town.prefecture() + "知事 様");
        lines.add("災害対策基本法第60条第4項により、次のとおり報告します。");
        lines.add("内容: " + said.title());
        lines.add("対象地区: " + templates.places().say(alert.content().districts(), Language.JA));
        order(lines, alert.content());
        lines.add(said.last());
        return String.join("\n", lines);
    }

    private static void order(List<String> lines, Content content) {
        content.order().ifPresent(order -> {
            lines.add("決定: " + decider(order) + " " + at(Optional.of(order.decidedAt())));
            lines.add("発令: " + at(order.issuedAt()));
            lines.add("理由: " + order.grounds());
            lines.add("対象世帯: " + count(order.households(), "世帯"));
            lines.add("対象人数: " + count(order.people(), "人"));
        });
    }

    private static String decider(MayorOrder order) {
        return (order.deciderTitle() + " " + order.deciderName()).strip();
    }

    private static String at(Optional<java.time.Instant> instant) {
        return instant.map(at -> AT.format(at.atZone(BusinessCalendar.TOKYO))).orElse("（発信したとき）");
    }

    private static String count(Optional<Integer> number, String unit) {
        return number.map(value -> String.format(Locale.ROOT, "%,d%s", value, unit))
                .orElse("未設定");
    }
}
