package town.machi.shelter;

import java.util.Arrays;
import java.util.Optional;

/// What a 指定緊急避難場所 is designated for. Source of the eight kinds and their words: 災害対策基本法施行令 第20条の4,
/// columns 災害種別_* of the 自治体標準オープンデータセット.
public enum Hazard {
    FLOOD("洪水"),
    LANDSLIDE("崖崩れ、土石流及び地滑り"),
    STORM_SURGE("高潮"),
    EARTHQUAKE("地震"),
    TSUNAMI("津波"),
    FIRE("大規模な火事"),
    INLAND_FLOOD("内水氾濫"),
    VOLCANO("火山現象");

    private final String label;

    Hazard(String label) {
        this.label = label;
    }

    /// The word of the national columns.
    public String label() {
        return label;
    }

    /// 土砂災害 for the long one, as people say it.
    public String shortLabel() {
        return this == LANDSLIDE ? "土砂災害" : label;
    }

    public String key() {
        return "shelter.hazard." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public static Optional<Hazard> find(String name) {
        return Arrays.stream(values())
                .filter(hazard -> hazard.name().equals(name))
                .findFirst();
    }
}
