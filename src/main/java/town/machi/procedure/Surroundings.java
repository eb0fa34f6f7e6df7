package town.machi.procedure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.SectionId;
import town.machi.platform.Position;
import town.machi.platform.Section;
import town.machi.platform.Town;

/// What a definition is read against: the types of question that the house knows, the facts for conditions, the town's
/// sections and its calendar.
///
/// @param shapes by the word for the type
/// @param facts names and kinds, over all rooms
public record Surroundings(
        Map<String, AnswerShape> shapes,
        Map<String, ValueKind> facts,
        Set<SectionId> sections,
        List<Position> positions,
        BusinessCalendar calendar) {

    /// Of a town that has told no positions.
    public Surroundings(
            Map<String, AnswerShape> shapes,
            Map<String, ValueKind> facts,
            Set<SectionId> sections,
            BusinessCalendar calendar) {
        this(shapes, facts, sections, List.of(), calendar);
    }

    /// What a town says of itself, with the types and facts of the rooms.
    public static Surroundings of(Town town, Map<String, AnswerShape> shapes, Map<String, ValueKind> facts) {
        Set<SectionId> sections = town.sections().stream().map(Section::id).collect(Collectors.toSet());
        return new Surroundings(shapes, facts, sections, town.positions(), town.calendar());
    }

    public Surroundings {
        shapes = Map.copyOf(shapes);
        facts = Map.copyOf(facts);
        sections = Set.copyOf(sections);
        positions = List.copyOf(positions);
    }
}
