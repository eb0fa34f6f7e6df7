package town.machi.water.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;
import town.machi.shell.component.Chip;
import town.machi.shell.component.MapModel;
import town.machi.shell.component.SummaryRow;

/// One supply point.
///
/// @param map where it is; null: its place on the map is not known
record PointPage(
        Head head, List<SummaryRow> rows, @Nullable MapModel map, List<CaseRow> cases, List<Debt> debts, UUID onceId)
        implements Template {

    record Head(String id, String number, String place, Chip standing) {}

    /// A notice about it.
    record CaseRow(String href, String receipt, String kind, String day) {}

    /// @param path where it is settled
    record Debt(String name, String since, String path, UUID onceId) {}
}
