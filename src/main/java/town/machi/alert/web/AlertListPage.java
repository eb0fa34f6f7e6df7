package town.machi.alert.web;

import java.util.List;
import town.machi.alert.jma.FeedWatch;
import town.machi.shell.Template;
import town.machi.shell.component.Chip;

/// The list of messages of a world.
///
/// @param drill whether it is the list of 内部訓練
/// @param words what was looked for
/// @param on what is on now
/// @param open drafts and those that wait
/// @param past what was sent or given up
/// @param faults of the town's templates
/// @param toConfirm what the town has not confirmed yet
/// @param sky how it stands with the 気象庁's feed
record AlertListPage(
        boolean drill,
        String words,
        List<Line> on,
        List<Line> open,
        List<Line> past,
        boolean mayWrite,
        List<String> faults,
        List<String> toConfirm,
        FeedWatch.Health sky)
        implements Template {

    /// @param drill whether it is a 住民参加訓練
    record Line(
            String href,
            String number,
            String title,
            String kind,
            String where,
            String when,
            Chip state,
            boolean drill) {}
}
