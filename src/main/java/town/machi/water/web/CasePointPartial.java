package town.machi.water.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;
import town.machi.shell.component.Chip;

/// 給水装置 on the page of a case.
///
/// @param state how sure it is which point is meant
/// @param day when somebody comes, in words; null: the form has no day
/// @param cards the point, or the candidates side by side
record CasePointPartial(Chip state, @Nullable String day, List<Card> cards, List<HoldRow> holds, Choosing choosing)
        implements Template {

    /// @param open whether a choice is needed now; else it only can be changed
    /// @param said what was said, in one line
    record Choosing(boolean open, String path, String said, UUID numberId) {}

    /// @param title 水栓番号
    /// @param href of the register's page
    /// @param rows label, value, whether it agrees with what was said
    record Card(String title, String href, Chip standing, List<Row> rows, String pointId, UUID onceId) {}

    /// @param agrees null: nothing was said about it
    record Row(String label, String value, @Nullable Boolean agrees) {}

    /// @param other the other case: its page; null: none, or not for this person
    /// @param settled when and how it was settled; null: open
    record HoldRow(
            String label,
            String sentence,
            @Nullable Other other,
            @Nullable String settled,
            String path,
            UUID onceId) {}

    record Other(String href, String label, String facts) {}
}
