package town.machi.water;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Supply points for tests.
public final class Points {

    private static int count = 1;

    private Points() {}

    public static SupplyPoint unused(String area, String number, String building, @Nullable String customer) {
        return point(area, number, building, customer, null);
    }

    public static SupplyPoint used(
            String area, String number, String building, @Nullable String customer, String name, String kana) {
        return point(area, number, building, customer, new SupplyPoint.User(name, kana, "0966-00-1111", null, null));
    }

    private static synchronized SupplyPoint point(
            String area, String number, String building, @Nullable String customer, SupplyPoint.@Nullable User user) {
        int at = count++;
        return new SupplyPoint(
                new SupplyPointId(UUID.randomUUID()),
                new SupplyPoint.Numbers("T" + at, customer),
                new SupplyPoint.Meter(
                        "M" + at, 13, null, Optional.of(new SupplyPoint.Reading(100, LocalDate.of(2026, 11, 1)))),
                new SupplyPoint.Site(area, number, building, null),
                new SupplyPoint.Supply(
                        user == null ? ValveState.CLOSED : ValveState.OPEN,
                        user == null ? PointStanding.UNUSED : PointStanding.IN_USE,
                        Set.of(Service.WATER),
                        false,
                        Optional.ofNullable(user)),
                1);
    }
}
