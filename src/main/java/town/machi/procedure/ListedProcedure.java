package town.machi.procedure;

import java.util.OptionalInt;

/// A row of 手続台帳.
///
/// @param section in the town's words
/// @param yearly how many a year; empty: not counted
/// @param planned when it goes online: 令和9年度; empty: not said
/// @param here whether it is a procedure that this program offers
public record ListedProcedure(
        String title,
        String basis,
        String section,
        OptionalInt yearly,
        Online online,
        String planned,
        String note,
        boolean here) {

    /// Stored by name.
    public enum Online {
        DONE("済"),
        NOT_YET("未"),
        /// It cannot be: somebody has to come, or a thing has to be shown.
        NEVER("対象外");

        private final String label;

        Online(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
