package town.machi.water;

import java.time.LocalDate;
import java.util.List;

/// What came of asking for a place on a crew's day.
public sealed interface SlotOutcome {

    record Taken(CrewDay day) implements SlotOutcome {}

    /// Nobody can come on that day.
    ///
    /// @param next the days that can be had instead, earliest first
    record Full(List<LocalDate> next) implements SlotOutcome {

        public Full {
            next = List.copyOf(next);
        }
    }

    /// The town has named no crews (未設定): every open day is as good as another, and nothing is taken.
    record Unlimited() implements SlotOutcome {}
}
