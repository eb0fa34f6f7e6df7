package town.machi.water.intake;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.water.PlaceKey;
import town.machi.water.WaterSettings;

/// Where the town's water does not go: wells and 組合水道 (給水区域の外). The town says so by two settings; while it has
/// not, every place may be inside.
@Component
public class SupplyArea {

    private final WaterSettings settings;

    SupplyArea(WaterSettings settings) {
        this.settings = settings;
    }

    /// @param area 町字, with or without 大字
    public boolean isOutside(String area) {
        String key = PlaceKey.area(area);
        return settings.find("outside-areas").stream()
                .flatMap(areas -> Arrays.stream(areas.split("[、，,\\s]+")))
                .filter(outside -> !outside.isBlank())
                .map(PlaceKey::area)
                .anyMatch(key::startsWith);
    }

    /// Whom to ask there; empty: 未設定.
    public Optional<String> contact() {
        return settings.find("outside-contact");
    }
}
