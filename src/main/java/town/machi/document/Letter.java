package town.machi.document;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.SectionId;

/// An order for a document.
///
/// @param request made by whoever asks; the same again gives the document of the first time
/// @param template name of the 様式: `acceptance`
/// @param section in whose numbers it is counted
/// @param about what it belongs to: `casework.case:uuid`
/// @param submission whose data is in it; null when it is nobody's
/// @param values what the template's `fields` name
/// @param details set where the template says `details`
public record Letter(
        UUID request,
        String template,
        SectionId section,
        String about,
        @Nullable UUID submission,
        Map<String, String> values,
        List<EntryGroup> details) {

    public Letter {
        values = Map.copyOf(values);
        details = List.copyOf(details);
    }
}
