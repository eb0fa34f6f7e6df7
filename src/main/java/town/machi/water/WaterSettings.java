package town.machi.water;

import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.platform.Settings;
import town.machi.platform.Town;

/// The settings of this room. A town whose `town.yaml` does not declare one has it 未設定.
@Component
public class WaterSettings {

    private final Settings settings;
    private final Town town;

    WaterSettings(Settings settings, Town town) {
        this.settings = settings;
        this.town = town;
    }

    /// @param name without the room: `lead-time-days`
    public Optional<String> find(String name) {
        String full = "water." + name;
        boolean declared = town.declaredSettings().stream()
                .anyMatch(setting -> setting.name().equals(full));
        return declared ? settings.find(full).filter(value -> !value.isBlank()) : Optional.empty();
    }

    public Optional<Integer> findNumber(String name) {
        return find(name).filter(value -> value.matches("\\d{1,9}")).map(Integer::valueOf);
    }
}
