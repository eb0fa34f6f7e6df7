package town.machi.casework.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.casework.jdbc.FilterRows;
import town.machi.shell.Template;
import town.machi.shell.component.Chip;
import town.machi.shell.component.Choice;
import town.machi.shell.component.Pager;

/// The inbox: views, filters, rows, and what can be done with many at once.
///
/// @param counted how many in words: 「213件」「1,000件以上」
/// @param several whether the viewer works in more than one section, so that a row says which
/// @param faults sentences about what was typed into the filter
record InboxPage(
        InboxQuery query,
        List<Tab> tabs,
        Filters filters,
        List<Row> rows,
        String counted,
        Pager pager,
        boolean several,
        Bulk bulk,
        List<String> faults)
        implements Template {

    record Tab(String label, String href, @Nullable String count, boolean current) {}

    /// @param sections empty for somebody in one section
    record Filters(
            List<Choice> procedures,
            List<Choice> states,
            List<Choice> sections,
            List<Choice> sorts,
            List<FilterRows.Saved> saved) {}

    /// @param late how far beyond its deadline, in words; empty where it is not
    record Row(
            String id,
            int revision,
            String receipt,
            String title,
            String name,
            String receivedOn,
            String receivedAt,
            Chip state,
            String due,
            String late,
            String assignee,
            String section) {}

    /// @param acts those that at least one of the rows shown may have
    record Bulk(UUID onceId, List<Choice> acts) {}

    /// What an empty view says, and where one may go.
    record Empty(
            String title,
            String text,
            @Nullable String href,
            @Nullable String action) {}

    Empty emptyWords() {
        return switch (query.viewOf()) {
            case MINE ->
                new Empty("あなたの担当の案件はありません", "課の案件を開き、「自分が担当する」を押すと、ここに並びます。", "/office/cases?view=section", "課の案件を見る");
            case SECTION -> new Empty("課の案件はすべて終わっています", "新しい届出が届くと、ここに並びます。", "/office/cases?view=all", "終わった案件を見る");
            case OVERDUE -> new Empty("期限の切れた案件はありません", "期限を過ぎた案件があると、ここに並びます。", null, null);
            case ALL -> new Empty("まだ案件がありません", "届出が届くと、ここに並びます。", null, null);
        };
    }
}
