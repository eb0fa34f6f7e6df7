package town.machi.alert.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.alert.Alert;
import town.machi.alert.AlertAct;
import town.machi.alert.AlertKind;
import town.machi.alert.AlertText;
import town.machi.alert.Chains;
import town.machi.alert.OrderLevel;
import town.machi.alert.desk.CurrentAlerts;
import town.machi.alert.words.AlertTemplates;
import town.machi.kernel.Language;
import town.machi.platform.InsideOnly;
import town.machi.shell.Banner;
import town.machi.shell.Messages;

/// What is on, above every page: the same words as everywhere, the most serious first.
@InsideOnly
@Component
class AlertBanner implements Banner {

    private static final int MOST = 3;

    private final CurrentAlerts current;
    private final AlertTemplates templates;
    private final Messages messages;

    AlertBanner(CurrentAlerts current, AlertTemplates templates, Messages messages) {
        this.current = current;
        this.templates = templates;
        this.messages = messages;
    }

    @Override
    public List<Item> current(Language language) {
        return current.listOn().stream()
                .limit(MOST)
                .map(chain -> item(chain, language))
                .toList();
    }

    private Item item(Chains.Chain chain, Language language) {
        Alert alert = chain.current();
        AlertText.Said said = alert.progress().text().orElseThrow().in(language);
        return new Item(
                tone(alert),
                isEquivalent(alert),
                said.first() + "　" + said.marked(),
                where(chain, language).orElseGet(() -> firstWords(alert, said)),
                "/alerts/" + alert.number(),
                current.sentAt(alert.id()).orElse(Instant.EPOCH));
    }

    /// A correction's first line names what it corrects; the news is in the second.
    private static String firstWords(Alert alert, AlertText.Said said) {
        return said.body()
                .lines()
                .skip(alert.act() == AlertAct.CORRECT ? 1 : 0)
                .findFirst()
                .orElse("");
    }

    /// Where it still stands, once it was lifted elsewhere: its own words name every district of its first day.
    private Optional<String> where(Chains.Chain chain, Language language) {
        return chain.districts().containsAll(chain.current().content().districts())
                ? Optional.empty()
                : Optional.of(messages.in(language)
                        .get("alert.banner.left", templates.places().say(chain.districts(), language)));
    }

    /// 3 to 5 of the 気象庁 are 相当情報; 1 and 2 are its own levels.
    private static boolean isEquivalent(Alert alert) {
        return !alert.world().isDrill()
                && alert.content().kind() == AlertKind.WEATHER
                && alert.content().level() >= OrderLevel.ELDERLY.level();
    }

    private static Tone tone(Alert alert) {
        if (alert.world().isDrill()) {
            return Tone.EXERCISE;
        }
        return switch (alert.content().level()) {
            case 5 -> Tone.LEVEL_5;
            case 4 -> Tone.LEVEL_4;
            case 3 -> Tone.LEVEL_3;
            case 2 -> Tone.LEVEL_2;
            case 1 -> Tone.LEVEL_1;
            default -> Tone.NOTICE;
        };
    }
}
