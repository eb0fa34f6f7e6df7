package town.machi.water;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What a crew says about one visit to one supply point. Made on the phone, perhaps long before it arrives here.
///
/// @param id made on the phone; the same report again changes nothing
/// @param at when they were there, by the phone's clock
/// @param meter what they found in the box
/// @param reading empty where it could not be read
/// @param photo what the phone calls the photo; empty where none was taken
/// @param reason why there is neither reading nor photo, why the meter is another one, or why it could not be done
/// @param boxWords where the box is, for whoever comes next; empty: nothing new to say
public record VisitReport(
        UUID id,
        Instant at,
        Result result,
        Meter meter,
        Optional<MeterReading> reading,
        String photo,
        String reason,
        String boxWords) {

    /// How a visit ended.
    public enum Result {
        DONE("作業を終えた"),
        /// 不在票 was left
        AWAY("不在で、できなかった"),
        UNABLE("ほかの理由で、できなかった");

        private final String label;

        Result(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /// @param number as it stands on the meter
    /// @param calibre in mm
    /// @param opened how the valve stands when they leave
    /// @param pilot after opening: whether the pilot stood still with all taps closed
    public record Meter(String number, int calibre, boolean opened, Pilot pilot) {}

    /// パイロット: the little star on the meter that turns with the smallest flow.
    public enum Pilot {
        STILL("止まっている"),
        TURNING("回っている"),
        NOT_LOOKED("見ていない");

        private final String label;

        Pilot(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
