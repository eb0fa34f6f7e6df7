package town.machi.alert.desk;

import java.time.Duration;
import org.springframework.stereotype.Component;
import town.machi.alert.AlertRules;
import town.machi.kernel.SectionId;
import town.machi.platform.Settings;

/// The rules with the town's settings in them, as they stand now.
@Component
public class AlertRuling {

    private static final int USUAL_MINUTES = 3;
    private static final int USUAL_HOURS = 24;

    private final Settings settings;

    AlertRuling(Settings settings) {
        this.settings = settings;
    }

    public AlertRules rules() {
        return new AlertRules(
                new SectionId(settings.find("alert.section").orElse("general")),
                Duration.ofMinutes(settings.findNumber("alert.alone-minutes").orElse(USUAL_MINUTES)),
                Duration.ofHours(settings.findNumber("alert.fresh-hours").orElse(USUAL_HOURS)));
    }
}
