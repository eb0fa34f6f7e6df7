package town.machi.casework.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;
import town.machi.shell.component.Chip;

/// 私の決裁: what waits for the person who looks, what was decided in their place, and what they wrote.
///
/// @param seats the seats of the person: 総務課 課長
/// @param awayUntil until when they said to be away; null: they are here
/// @param done what was just done; null: nothing
/// @param refused why something did not happen; null: nothing was refused
record DecisionsPage(
        List<Line> waiting,
        List<Line> afterwards,
        List<Line> own,
        String seats,
        @Nullable String awayUntil,
        @Nullable String done,
        @Nullable String refused,
        Away away,
        UUID onceId,
        int status)
        implements Template {

    /// From when until when somebody is away, as typed in a form that was refused.
    record Away(String from, String until) {
        static final Away NOTHING = new Away("", "");
    }

    /// Only the days of absence are asked on this page; whoever may not see a decision is told so with another status.
    boolean isAwayRefused() {
        return refused != null && status == 422;
    }

    /// @param seat as which one is asked; empty where one wrote it
    record Line(
            String href,
            String title,
            String act,
            String receipt,
            String seat,
            String drafter,
            String when,
            Chip state) {}
}
