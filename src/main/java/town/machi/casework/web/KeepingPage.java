package town.machi.casework.web;

import java.util.List;
import town.machi.shell.Template;
import town.machi.shell.component.Chip;

/// 保存期間が過ぎた案件: the candidates for 廃棄, what is on its way, and how long each procedure is kept.
///
/// @param words that were searched for; empty: nothing was
/// @param found what the search found
record KeepingPage(
        List<Open> open, List<Shelf> shelves, String words, List<Found> found, List<Term> terms, List<Other> others)
        implements Template {

    /// A 廃棄の伺い that is on its way.
    ///
    /// @param mine whether it waits for whoever looks
    record Open(String href, String number, String what, String count, String by, Chip state, boolean mine) {}

    record Shelf(String href, String title, String section, String year, long cases, long held, long proposed) {}

    /// @param href of the case, or of the record of its destruction; empty: not for this person
    /// @param until the last day of its 保存期間, in words
    /// @param says what can be done with it now
    record Found(String receipt, String href, String title, String closed, String until, String says) {}

    /// @param set whether the town has told it
    record Term(String title, String keep, String says, boolean set) {}

    /// What forgets by itself, with no 伺い.
    record Other(String what, String when) {}
}
