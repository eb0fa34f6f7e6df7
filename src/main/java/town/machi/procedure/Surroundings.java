package town.machi.procedure;

import java.util.Map;
import java.util.Set;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.SectionId;

/// What a definition is read against: the types of question that the house knows, the facts for conditions, the town's
/// sections and its calendar.
///
/// @param shapes by the word for the type
/// @param facts names and kinds, over all rooms
public record Surroundings(
        Map<String, AnswerShape> shapes,
        Map<String, ValueKind> facts,
        Set<SectionId> sections,
        BusinessCalendar calendar) {

    public Surroundings {
        shapes = Map.copyOf(shapes);
        facts = Map.copyOf(facts);
        sections = Set.copyOf(sections);
    }
}
