package town.machi.alert.jma;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Codes of warnings (Kind/Code) and what they mean, in the old system and in that of May 2026: the numbers are the
/// same, so that one table reads both. Titles and names are never looked at.
///
/// Source: 気象庁防災情報XMLフォーマット, コード表（気象警報・注意報）.
final class WarningCodes {

    private static final Map<String, Telegram.Signal> BY_CODE = Map.ofEntries(
            level("10", "RAIN", 2),
            level("03", "RAIN", 3),
            level("43", "RAIN", 4),
            level("33", "RAIN", 5),
            level("29", "LANDSLIDE", 2),
            level("09", "LANDSLIDE", 3),
            level("49", "LANDSLIDE", 4),
            level("39", "LANDSLIDE", 5),
            level("19", "SURGE", 2),
            level("08", "SURGE", 3),
            level("48", "SURGE", 4),
            level("38", "SURGE", 5),
            level("18", "FLOOD", 2),
            level("04", "FLOOD", 3),
            word("05", "WIND", "WIND", 30),
            word("35", "WIND", "WIND_SPECIAL", 50),
            word("07", "WAVES", "WAVES", 30),
            word("37", "WAVES", "WAVES_SPECIAL", 50),
            word("06", "SNOW", "SNOW", 30),
            word("36", "SNOW", "SNOW_SPECIAL", 50),
            word("02", "SNOWSTORM", "SNOWSTORM", 30),
            word("32", "SNOWSTORM", "SNOWSTORM_SPECIAL", 50));

    /// Of which hazards a telegram tells: one that it does not name any more is over.
    private static final Map<String, List<String>> COVERED = Map.of(
            "VPWW53", List.of("RAIN", "FLOOD", "SURGE", "WIND", "WAVES", "SNOW", "SNOWSTORM"),
            "VPWW54", List.of("RAIN", "FLOOD", "SURGE", "WIND", "WAVES", "SNOW", "SNOWSTORM"),
            "VPWW55", List.of("RAIN"),
            "VPWW56", List.of("LANDSLIDE"),
            "VPWW57", List.of("SURGE"),
            "VPWW58", List.of("WIND", "SNOWSTORM"),
            "VPWW59", List.of("WAVES"),
            "VPWW60", List.of("SNOW"),
            "VPWW61", List.of());

    private static final Set<String> FLOOD_2 = Set.of("20", "21");
    private static final Set<String> FLOOD_3 = Set.of("30", "31");
    private static final Set<String> FLOOD_4 = Set.of("40", "41");
    private static final Set<String> FLOOD_5 = Set.of("50", "51", "52", "53");

    private WarningCodes() {}

    private static Map.Entry<String, Telegram.Signal> level(String code, String hazard, int level) {
        return Map.entry(code, Telegram.Signal.of(hazard, level));
    }

    private static Map.Entry<String, Telegram.Signal> word(String code, String hazard, String word, int weight) {
        return Map.entry(code, new Telegram.Signal(hazard, word, 0, weight, ""));
    }

    /// Empty for advisories without a level (雷, 強風, 濃霧 …), of which the town says nothing.
    static Optional<Telegram.Signal> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    static List<String> covered(String type) {
        return COVERED.getOrDefault(type, List.of());
    }

    /// Of 指定河川洪水予報.
    static int floodLevel(String code) {
        if (FLOOD_5.contains(code)) {
            return 5;
        }
        if (FLOOD_4.contains(code)) {
            return 4;
        }
        if (FLOOD_3.contains(code)) {
            return 3;
        }
        return FLOOD_2.contains(code) ? 2 : 0;
    }

    /// Of 津波警報・注意報・予報.
    static Telegram.Signal tsunami(String code) {
        return switch (code) {
            case "52", "53" -> new Telegram.Signal("TSUNAMI", "TSUNAMI_MAJOR", 0, 50, "");
            case "51" -> new Telegram.Signal("TSUNAMI", "TSUNAMI", 0, 40, "");
            case "62" -> new Telegram.Signal("TSUNAMI", "TSUNAMI_ADVISORY", 0, 20, "");
            default -> Telegram.Signal.none("TSUNAMI");
        };
    }

    /// Intensities in their order: 1, 2, 3, 4, 5-, 5+, 6-, 6+, 7.
    static int intensityWeight(String intensity) {
        return switch (intensity) {
            case "1" -> 1;
            case "2" -> 2;
            case "3" -> 3;
            case "4" -> 4;
            case "5-" -> 5;
            case "5+" -> 6;
            case "6-" -> 7;
            case "6+" -> 8;
            case "7" -> 9;
            default -> 0;
        };
    }

    /// 5弱, 5強 …
    static String intensityWord(String intensity) {
        return intensity.replace("-", "弱").replace("+", "強");
    }
}
