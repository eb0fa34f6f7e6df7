package town.machi.water;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.Place;

/// A supply point (給水装置) as the register has it.
///
/// @param revision counts up with each change; a change says which one it saw
public record SupplyPoint(SupplyPointId id, Numbers numbers, Meter meter, Site site, Supply supply, int revision) {

    /// @param point 水栓番号, for good
    /// @param customer お客様番号, null where the point has none now
    public record Numbers(String point, @Nullable String customer) {}

    /// @param number as stamped on the meter; null: not known
    /// @param calibreMillimetres 口径
    /// @param until 検定満期: when it has to be exchanged; null: not known
    /// @param last what it showed last; empty: never read
    public record Meter(
            @Nullable String number,
            int calibreMillimetres,
            @Nullable LocalDate until,
            Optional<Reading> last) {}

    /// @param cubicMetres 指針
    public record Reading(int cubicMetres, LocalDate on) {}

    /// @param area 町字: 大字芦北
    /// @param number 番地以下
    /// @param building with the room's number; empty where there is none
    /// @param place on the map; null: not known
    public record Site(
            String area,
            String number,
            String building,
            @Nullable Place place) {

        /// 大字芦北2015番地　佐敷ハイツ 101
        public String oneLine() {
            return building.isEmpty() ? area + number : area + number + "\u3000" + building;
        }
    }

    /// @param stopped whether the town has cut it off (給水停止)
    /// @param user who uses it, or used it when it was paused; empty: nobody
    public record Supply(
            ValveState valve, PointStanding standing, Set<Service> services, boolean stopped, Optional<User> user) {

        public Supply {
            services = Set.copyOf(services);
        }
    }

    /// @param phone as written; empty: not known
    /// @param since null: not known
    /// @param pausedUntil until when it is paused; null: not paused, or no end named
    public record User(
            String name,
            String kana,
            String phone,
            @Nullable LocalDate since,
            @Nullable LocalDate pausedUntil) {}
}
