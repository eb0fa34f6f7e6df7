package town.machi.waste.web;

import java.util.List;
import java.util.Map;
import town.machi.messaging.District;
import town.machi.shell.Template;
import town.machi.waste.CollectionDays;
import town.machi.waste.WasteKind;

/// The whole table.
///
/// @param saved how many districts have just been changed; 0: none
record WasteListPage(List<Row> rows, int saved) implements Template {

    record Row(District district, Map<WasteKind, CollectionDays> kinds) {

        /// Empty where it is 未設定.
        String words(WasteKind kind) {
            CollectionDays days = kinds.get(kind);
            return days == null ? "" : days.words();
        }
    }
}
