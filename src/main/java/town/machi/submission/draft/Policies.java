package town.machi.submission.draft;

import java.time.Duration;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import town.machi.platform.SettingDeclaration;
import town.machi.platform.Settings;
import town.machi.platform.Town;

/// How long things last here, as the town sets it; where a town declares no such setting, the standard.
@Component
public class Policies {

    private final Settings settings;
    private final Town town;

    Policies(Settings settings, Town town) {
        this.settings = settings;
        this.town = town;
    }

    /// How long a draft waits for its writer after the last word.
    public Duration draftLife() {
        return Duration.ofDays(number("submission.draft-days", 30));
    }

    /// How long a number stays locked after five wrong passcodes.
    public Duration lock() {
        return Duration.ofMinutes(number("submission.lock-minutes", 30));
    }

    /// How long one may look after number and passcode were right.
    public Duration look() {
        return Duration.ofMinutes(number("submission.look-minutes", 30));
    }

    private int number(String name, int standard) {
        Predicate<SettingDeclaration> named = setting -> setting.name().equals(name);
        boolean declared = town.declaredSettings().stream().anyMatch(named);
        return declared ? settings.findNumber(name).filter(n -> n > 0).orElse(standard) : standard;
    }
}
