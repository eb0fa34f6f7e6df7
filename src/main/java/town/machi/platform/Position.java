package town.machi.platform;

import java.util.List;
import town.machi.kernel.Seat;
import town.machi.kernel.SectionId;

/// A position (職) of the town hall, as `town.yaml` has it.
///
/// @param id short name: `head`
/// @param name 課長
/// @param ofSection whether each section has one; else the town has one
/// @param absent the positions that decide in its place while its holder is away (代決), in their order
public record Position(String id, String name, boolean ofSection, List<String> absent) {

    public Position {
        absent = List.copyOf(absent);
    }

    /// Its seat in this section, or the town's one.
    public Seat seat(SectionId section) {
        return ofSection ? Seat.of(id, section) : Seat.of(id);
    }
}
