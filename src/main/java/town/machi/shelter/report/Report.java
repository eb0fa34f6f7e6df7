package town.machi.shelter.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import town.machi.shelter.Disaster;
import town.machi.shelter.Opening;
import town.machi.shelter.OpeningState;
import town.machi.shelter.Shelter;
import town.machi.shelter.ShelterEvent;

/// The numbers of a disaster as they were at a time. Computed from the log, so that this morning's report can
/// be drawn
/// again in a year.
///
/// @param events all that happened until then
public record Report(Disaster disaster, Instant at, List<Line> lines, List<ShelterEvent> events) {

    /// One shelter.
    ///
    /// @param state at that time; null: it had not been called yet
    /// @param needs what it lacks
    public record Line(
            Opening opening,
            Shelter shelter,
            @Nullable OpeningState state,
            Counts counts,
            Meals meals,
            List<Supplies.Line> supplies) {

        public boolean isOpen() {
            return state == OpeningState.OPEN;
        }

        /// Whether its people are counted: it is open, or it became unusable and some are still to be moved.
        public boolean isCounted() {
            return isOpen() || (state == OpeningState.UNUSABLE && counts.inside() > 0);
        }

        /// The word of the EEI 開設状況. Source: EEI 第1.1版, item 21, which has no word for a shelter that became
        /// unusable: once it was open, it is closed.
        public String eei() {
            if (state == null) {
                return "未開設";
            }
            return switch (state) {
                case PREPARING -> "未開設";
                case UNUSABLE -> opening.times().openedAt() == null ? "未開設" : "閉鎖";
                case OPEN -> "開設";
                case CLOSED -> "閉鎖";
            };
        }
    }

    public Counts sum() {
        return Counts.sum(lines.stream().map(Line::counts).toList());
    }

    public int openShelters() {
        return (int) lines.stream().filter(Line::isOpen).count();
    }

    /// How an opening stood then.
    public static @Nullable OpeningState stateAt(Opening opening, Instant at) {
        Opening.Times times = opening.times();
        if (times.closedAt() != null && !at.isBefore(times.closedAt())) {
            return OpeningState.CLOSED;
        }
        Opening.Unusable unusable = opening.unusable();
        if (unusable != null && !at.isBefore(unusable.since())) {
            return OpeningState.UNUSABLE;
        }
        if (times.openedAt() != null && !at.isBefore(times.openedAt())) {
            return OpeningState.OPEN;
        }
        if (at.isBefore(times.preparedAt())) {
            return null;
        }
        return OpeningState.PREPARING;
    }
}
