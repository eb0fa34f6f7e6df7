package town.machi.procedure;

import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import town.machi.platform.SettingDeclaration;
import town.machi.platform.Settings;
import town.machi.platform.Town;

/// Joins the room to the town's settings.
@Configuration(proxyBeanMethods = false)
class ProcedureConfiguration {

    @Bean
    TownFacts townFacts(Town town, Settings settings, Clock clock) {
        return new TownFacts(town, name -> find(town, settings, name), clock);
    }

    /// A setting that `town.yaml` does not even declare is as unset as one without a value.
    private static Optional<String> find(Town town, Settings settings, String name) {
        boolean declared =
                town.declaredSettings().stream().map(SettingDeclaration::name).anyMatch(name::equals);
        return declared ? settings.find(name) : Optional.empty();
    }
}
