package town.machi.water;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a change makes of a point. Pure.
final class PointChanges {

    private PointChanges() {}

    static SupplyPoint apply(SupplyPoint before, PointChange change) {
        SupplyPoint.Supply supply = before.supply();
        return switch (change) {
            case PointChange.Started(SupplyPoint.User user, var reading) ->
                next(before, reading, supply(supply, ValveState.OPEN, PointStanding.IN_USE, Optional.of(user)));
            case PointChange.Stopped(var reading) ->
                next(before, reading, supply(supply, ValveState.CLOSED, PointStanding.UNUSED, Optional.empty()));
            case PointChange.Paused(var until, var reading) ->
                next(before, reading, supply(supply, ValveState.CLOSED, PointStanding.PAUSED, paused(supply, until)));
            case PointChange.Resumed(var reading) ->
                next(before, reading, supply(supply, ValveState.OPEN, PointStanding.IN_USE, paused(supply, null)));
            case PointChange.Renamed(SupplyPoint.User user) ->
                next(before, null, supply(supply, supply.valve(), supply.standing(), Optional.of(after(supply, user))));
            case PointChange.MeterExchanged(SupplyPoint.Meter meter) ->
                new SupplyPoint(before.id(), before.numbers(), meter, before.site(), supply, before.revision() + 1);
            case PointChange.MeterRead(var reading) -> next(before, reading, supply);
            case PointChange.ValveSeen(ValveState valve) ->
                next(before, null, supply(supply, valve, supply.standing(), supply.user()));
        };
    }

    /// As the audit says it.
    static String word(PointChange change) {
        return switch (change) {
            case PointChange.Started _ -> "started";
            case PointChange.Stopped _ -> "stopped";
            case PointChange.Paused _ -> "paused";
            case PointChange.Resumed _ -> "resumed";
            case PointChange.Renamed _ -> "renamed";
            case PointChange.MeterExchanged _ -> "meter-exchanged";
            case PointChange.MeterRead _ -> "meter-read";
            case PointChange.ValveSeen _ -> "valve-seen";
        };
    }

    private static SupplyPoint next(
            SupplyPoint before, SupplyPoint.@Nullable Reading reading, SupplyPoint.Supply supply) {
        SupplyPoint.Meter had = before.meter();
        SupplyPoint.Meter meter = reading == null
                ? had
                : new SupplyPoint.Meter(had.number(), had.calibreMillimetres(), had.until(), Optional.of(reading));
        return new SupplyPoint(before.id(), before.numbers(), meter, before.site(), supply, before.revision() + 1);
    }

    private static SupplyPoint.Supply supply(
            SupplyPoint.Supply before, ValveState valve, PointStanding standing, Optional<SupplyPoint.User> user) {
        return new SupplyPoint.Supply(valve, standing, before.services(), before.stopped(), user);
    }

    /// Whoever takes over a pause takes over its end.
    private static SupplyPoint.User after(SupplyPoint.Supply supply, SupplyPoint.User user) {
        LocalDate until = supply.user().map(SupplyPoint.User::pausedUntil).orElse(null);
        return new SupplyPoint.User(user.name(), user.kana(), user.phone(), user.since(), until);
    }

    private static Optional<SupplyPoint.User> paused(SupplyPoint.Supply supply, @Nullable LocalDate until) {
        return supply.user()
                .map(user -> new SupplyPoint.User(user.name(), user.kana(), user.phone(), user.since(), until));
    }
}
