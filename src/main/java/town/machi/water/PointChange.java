package town.machi.water;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What work or paper does to a supply point.
public sealed interface PointChange {

    /// The valve was opened for somebody.
    record Started(SupplyPoint.User user, SupplyPoint.@Nullable Reading reading) implements PointChange {}

    /// The valve was closed for good; nobody uses it now.
    record Stopped(SupplyPoint.@Nullable Reading reading) implements PointChange {}

    /// The valve was closed for a while; the user stays.
    ///
    /// @param until null: no end was named
    record Paused(@Nullable LocalDate until, SupplyPoint.@Nullable Reading reading) implements PointChange {}

    /// The valve was opened again for the one who had paused.
    record Resumed(SupplyPoint.@Nullable Reading reading) implements PointChange {}

    /// Somebody else answers for it from now on; the water runs on.
    record Renamed(SupplyPoint.User user) implements PointChange {}

    /// Another meter hangs there now.
    record MeterExchanged(SupplyPoint.Meter meter) implements PointChange {}

    /// The meter was read, as by somebody of the office from a photo.
    record MeterRead(SupplyPoint.Reading reading) implements PointChange {}

    /// The valve was found so, without any change of use.
    record ValveSeen(ValveState valve) implements PointChange {}
}
