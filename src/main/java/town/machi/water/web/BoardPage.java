package town.machi.water.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;
import town.machi.shell.component.Choice;

/// Which crew goes where on which day, and what waits for a crew.
///
/// @param days heads of the columns
/// @param targets where a card can be moved to: `crew|day`, or empty for the waiting ones
/// @param pauses whose end is near and of which nobody could be told by mail
/// @param onceId for making exchanges
/// @param said what just happened or why it did not; null: nothing
record BoardPage(
        List<Day> days,
        List<Row> rows,
        List<Card> waiting,
        List<Choice> targets,
        Due due,
        List<String> pauses,
        Walk walk,
        UUID onceId,
        @Nullable Said said)
        implements Template {

    record Day(String iso, String words, boolean closed) {}

    /// A crew with its days.
    record Row(String crew, List<Cell> cells) {}

    /// @param target `crew|day`
    /// @param full whether nothing more fits
    /// @param sheetHref the day sheet as PDF; null: nothing to print
    record Cell(
            String target,
            String label,
            String taken,
            boolean full,
            List<Card> cards,
            @Nullable String sheetHref) {}

    /// @param target where it is now
    /// @param movable a done one is not, nor one that rides along
    /// @param cancels whether it can be cancelled here
    record Card(
            String id,
            int revision,
            String task,
            String place,
            String note,
            @Nullable String caseHref,
            String target,
            boolean movable,
            boolean cancels) {}

    /// Meters whose 検満 comes up.
    record Due(int count, String until) {}

    /// The pages before and after.
    record Walk(String from, String earlier, String later) {}

    record Said(String sentence, boolean refused) {}

    @Override
    public int status() {
        return said != null && said.refused() ? 422 : 200;
    }
}
