package town.machi.identity;

import java.time.LocalDate;
import java.util.Optional;
import town.machi.kernel.Seat;
import town.machi.kernel.StaffId;

/// That somebody sits on a seat.
///
/// @param until the last day; empty while it goes on
public record Holding(Seat seat, StaffId staff, LocalDate from, Optional<LocalDate> until) {

    public boolean isOn(LocalDate day) {
        return !day.isBefore(from) && until.filter(day::isAfter).isEmpty();
    }
}
