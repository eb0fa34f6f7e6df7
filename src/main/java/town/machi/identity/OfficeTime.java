package town.machi.identity;

import java.time.Instant;
import java.time.ZoneId;
import town.machi.kernel.Wareki;

/// Moments as the office reads them: 令和8年11月24日(火) 午後3時05分.
public final class OfficeTime {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private OfficeTime() {}

    public static String of(Instant instant) {
        var local = instant.atZone(TOKYO);
        var half = local.getHour() < 12 ? "午前" : "午後";
        return "%s %s%d時%02d分"
                .formatted(Wareki.format(local.toLocalDate()), half, local.getHour() % 12, local.getMinute());
    }
}
