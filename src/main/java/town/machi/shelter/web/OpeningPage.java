package town.machi.shelter.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;
import town.machi.shell.component.Chip;
import town.machi.shelter.Conflict;
import town.machi.shelter.Disaster;
import town.machi.shelter.Opening;
import town.machi.shelter.OpeningState;
import town.machi.shelter.Shelter;
import town.machi.shelter.ShelterId;
import town.machi.shelter.jdbc.ReportRows;
import town.machi.shelter.report.Counts;
import town.machi.shelter.report.Meals;
import town.machi.shelter.report.Supplies;

/// One opening: how it stands, what can be done now, the numbers, what is short.
///
/// @param ids for the acts of the page, one each
record OpeningPage(
        OverviewPage.Notice notice, Head head, Numbers numbers, Questions questions, Choices choices, List<UUID> ids)
        implements Template {

    /// @param named of a 福祉避難所: where those stand whose plan leads here; empty: not for whoever asks; null: it is
    /// none
    /// @param insteadName of the shelter to go to; empty: not known
    record Head(
            Opening opening,
            Shelter shelter,
            Disaster disaster,
            Chip chip,
            @Nullable String named,
            String insteadName) {

        String path() {
            return "/office/shelters/openings/" + opening.id();
        }

        /// Where to go instead, as the choices have it; empty: not known.
        String instead() {
            ShelterId other = opening.instead();
            return other == null ? "" : other.toString();
        }

        boolean is(OpeningState state) {
            return opening.state() == state;
        }
    }

    /// @param cutoffs until when the next meals are counted, as the town says it; null: 未設定
    record Numbers(
            Counts counts,
            Meals meals,
            @Nullable String cutoffs,
            List<Supplies.Line> supplies,
            ReportRows.@Nullable LastCall call) {}

    /// @param likelySame pairs who may be one person
    record Questions(List<Conflict> conflicts, int likelySame) {

        boolean isEmpty() {
            return conflicts.isEmpty() && likelySame == 0;
        }
    }

    record Choice(String value, String label) {}

    /// @param open other open shelters, where people may go
    /// @param instead places that fit what is happening
    record Choices(List<Choice> open, List<Choice> instead) {}
}
