package town.machi.water;

import java.util.Optional;
import java.util.OptionalInt;
import town.machi.kernel.Refusal;

/// What a meter shows, and what was used since the last look. Pure.
///
/// @param cubicMetres the figure on the meter, in whole m³ as it is billed
/// @param story why the figure may be below the last one
/// @param oldMeterEnd what the old meter showed when it was taken out; only with [Story#METER_CHANGED], and empty where
/// nobody looked
/// @param newMeterStart what the new meter showed when it was put in
public record MeterReading(int cubicMetres, Story story, OptionalInt oldMeterEnd, int newMeterStart) {

    /// The largest figure that a meter of ours can show.
    public static final int LARGEST = 999_999;

    /// Figures of the smallest meters: 13 and 20 mm show four digits of m³.
    private static final int SMALLEST_ROUND = 10_000;

    /// Why a reading may be below the last one.
    public enum Story {
        /// Nothing special: it only ever grows.
        GROWN("変わりありません"),
        /// メーターを取り替えた
        METER_CHANGED("メーターを取り替えた"),
        /// 一回りした: the meter went over its last figure and began at 0 again
        WENT_ROUND("一回りした");

        private final String label;

        Story(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public static MeterReading of(int cubicMetres) {
        return new MeterReading(cubicMetres, Story.GROWN, OptionalInt.empty(), 0);
    }

    public static MeterReading wentRound(int cubicMetres) {
        return new MeterReading(cubicMetres, Story.WENT_ROUND, OptionalInt.empty(), 0);
    }

    /// @param oldEnd what the old meter showed at its end; empty where nobody looked
    public static MeterReading afterChange(int cubicMetres, OptionalInt oldEnd, int newStart) {
        return new MeterReading(cubicMetres, Story.METER_CHANGED, oldEnd, newStart);
    }

    /// Why this reading cannot be after that one.
    ///
    /// @param last the reading before it; empty where none is known
    public Optional<Refusal> findReasonAgainst(OptionalInt last) {
        if (cubicMetres < 0 || cubicMetres > LARGEST) {
            return Optional.of(Refusal.of("water.reading.out-of-range", LARGEST));
        }
        if (last.isEmpty()) {
            return Optional.empty();
        }
        int before = last.getAsInt();
        return switch (story) {
            case GROWN ->
                cubicMetres < before ? Optional.of(Refusal.of("water.reading.below-last", before)) : Optional.empty();
            case WENT_ROUND ->
                cubicMetres >= before ? Optional.of(Refusal.of("water.reading.not-round", before)) : Optional.empty();
            case METER_CHANGED -> againstChange(before);
        };
    }

    private Optional<Refusal> againstChange(int before) {
        if (cubicMetres < newMeterStart || newMeterStart < 0) {
            return Optional.of(Refusal.of("water.reading.below-new-start", newMeterStart));
        }
        if (oldMeterEnd.isPresent() && oldMeterEnd.getAsInt() < before) {
            return Optional.of(Refusal.of("water.reading.old-end-below-last", before));
        }
        return Optional.empty();
    }

    /// What was used since the last reading, in m³; empty where it cannot be known: no last reading, or nobody looked
    /// at the old meter when it was taken out.
    public OptionalInt usedSince(OptionalInt last) {
        if (last.isEmpty()) {
            return OptionalInt.empty();
        }
        int before = last.getAsInt();
        return switch (story) {
            case GROWN -> OptionalInt.of(cubicMetres - before);
            case WENT_ROUND -> OptionalInt.of(roundAfter(before) - before + cubicMetres);
            case METER_CHANGED ->
                oldMeterEnd.isEmpty()
                        ? OptionalInt.empty()
                        : OptionalInt.of(oldMeterEnd.getAsInt() - before + cubicMetres - newMeterStart);
        };
    }

    /// 0 comes after 9999 on a meter of four digits, after 99999 on one of five; the last figure tells how many it has.
    private static int roundAfter(int before) {
        int round = SMALLEST_ROUND;
        while (round <= before) {
            round *= 10;
        }
        return round;
    }
}
