package town.machi.alert.web;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import town.machi.alert.Alert;
import town.machi.alert.AlertKind;
import town.machi.alert.AlertText;
import town.machi.alert.Chains;
import town.machi.alert.OrderLevel;
import town.machi.alert.desk.CurrentAlerts;
import town.machi.kernel.Language;
import town.machi.shell.Banner;

/// What is on, above every page: the same words as everywhere, the most serious first.
@Component
class AlertBanner implements Banner {

    private static final int MOST = 3;

    private final CurrentAlerts current;

    AlertBanner(CurrentAlerts current) {
        this.current = current;
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
                said.body().lines().findFirst().orElse(""),
                "/alerts/" + alert.number(),
                current.sentAt(alert.id()).orElse(Instant.EPOCH));
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
