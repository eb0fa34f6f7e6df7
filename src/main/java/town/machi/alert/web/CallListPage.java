package town.machi.alert.web;

import java.util.List;
import town.machi.shell.Template;

/// Whom to call about a message, by district.
///
/// @param known how many are on the town's list at all; 0: 未設定
record CallListPage(String id, String title, int known, List<Group> groups, boolean mayMark) implements Template {

    /// @param left how many have not been reached
    record Group(String district, int left, List<Line> lines) {}

    /// @param outcome empty: not called yet
    record Line(String id, String kind, String name, String telephone, String note, String outcome) {}
}
