package town.machi.casework.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import town.machi.shell.component.Chip;

/// A draft as pages show it: what is asked, and who was asked in which order.
///
/// @param id of the draft
/// @param title of the act: 一部を開示する
/// @param elsewhere 文書番号 of a decision that was made elsewhere; null: it is decided here
/// @param writer the person looking at it wrote it and may take it back
/// @param turn it waits for the person looking at it
record DecisionPart(
        String id,
        String title,
        Chip state,
        String words,
        String reason,
        String drafter,
        String draftedAt,
        List<Step> steps,
        @Nullable String elsewhere,
        boolean writer,
        boolean turn) {

    DecisionPart {
        steps = List.copyOf(steps);
    }

    /// @param seat 総務課 課長
    /// @param word what stands beside it: 承認, 代決, いまここ, これから
    /// @param who who did it, or who is asked now; empty: nobody yet
    /// @param state `done`, `now`, `next` or `back`
    record Step(String seat, String word, String who, String when, String state) {}

    /// An act that needs a decision, for which a draft can be written.
    ///
    /// @param way 係長 → 課長 → 副町長
    /// @param words a draft to begin with, or the words that came back
    record Draftable(String act, String label, boolean needsReason, String way, String words, String reason) {}
}
