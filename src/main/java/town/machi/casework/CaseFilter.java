package town.machi.casework;

import java.time.LocalDate;
import java.util.Optional;
import town.machi.kernel.SectionId;
import town.machi.procedure.ProcedureName;

/// Which cases of one's own sections to show, and in which order.
///
/// @param words name, kana, telephone or receipt number, from its beginning; blank: all
/// @param receivedFrom first day on which it was received, in Tokyo
/// @param receivedTo last such day
/// @param state id of a workflow's state
/// @param section one of one's own; empty: all of them
public record CaseFilter(
        View view,
        String words,
        Optional<LocalDate> receivedFrom,
        Optional<LocalDate> receivedTo,
        Optional<ProcedureName> procedure,
        Optional<String> state,
        Optional<SectionId> section,
        Sort sort) {

    public enum View {
        MINE("mine", "自分の担当"),
        SECTION("section", "課の案件"),
        OVERDUE("overdue", "期限切れ"),
        ALL("all", "すべて");

        private final String code;
        private final String label;

        View(String code, String label) {
            this.code = code;
            this.label = label;
        }

        public String code() {
            return code;
        }

        public String label() {
            return label;
        }
    }

    public enum Sort {
        DUE("due", "期限の近い順"),
        NEWEST("newest", "受付の新しい順"),
        OLDEST("oldest", "受付の古い順"),
        NAME("name", "名前順（カナ）");

        private final String code;
        private final String label;

        Sort(String code, String label) {
            this.code = code;
            this.label = label;
        }

        public String code() {
            return code;
        }

        public String label() {
            return label;
        }
    }

    public static CaseFilter of(View view) {
        return new CaseFilter(
                view,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Sort.DUE);
    }

    public CaseFilter withWords(String typed) {
        return new CaseFilter(view, typed, receivedFrom, receivedTo, procedure, state, section, sort);
    }

    public CaseFilter sortedBy(Sort order) {
        return new CaseFilter(view, words, receivedFrom, receivedTo, procedure, state, section, order);
    }
}
