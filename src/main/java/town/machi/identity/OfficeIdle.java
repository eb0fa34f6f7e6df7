package town.machi.identity;

import java.time.Duration;
import org.springframework.stereotype.Component;
import town.machi.platform.Settings;
import town.machi.platform.Town;

/// After how long without a click the office's session ends.
@Component
public class OfficeIdle {

    /// For what is not yet a sign-in.
    public static final Duration HALF_DONE = Duration.ofMinutes(30);

    static final Duration USUAL = Duration.ofMinutes(60);
    static final String SETTING = "office.idle-minutes";

    private final Settings settings;
    private final boolean declared;

    OfficeIdle(Settings settings, Town town) {
        this.settings = settings;
        this.declared = town.declaredSettings().stream()
                .anyMatch(setting -> setting.name().equals(SETTING));
    }

    /// Between five minutes and twelve hours, whatever the setting says.
    public Duration duration() {
        return declared
                ? settings.findNumber(SETTING).map(OfficeIdle::withinReason).orElse(USUAL)
                : USUAL;
    }

    private static Duration withinReason(int minutes) {
        return Duration.ofMinutes(Math.clamp(minutes, 5, 720));
    }
}
