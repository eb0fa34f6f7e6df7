package town.machi.shelter;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is happening, as this room knows it: it asks nobody.
///
/// @param hazards what threatens
/// @param drill 訓練: everything of it is marked, and nothing of it is public as if it were real
public record Disaster(
        DisasterId id,
        String name,
        Set<Hazard> hazards,
        boolean drill,
        Instant startedAt,
        @Nullable Instant closedAt) {

    public Disaster {
        hazards = Set.copyOf(hazards);
    }

    /// 地震・洪水
    public String hazardWords() {
        return hazards.stream().sorted().map(Hazard::shortLabel).collect(Collectors.joining("・"));
    }
}
