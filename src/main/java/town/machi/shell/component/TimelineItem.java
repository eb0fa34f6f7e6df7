package town.machi.shell.component;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing that happened.
///
/// @param title what, e.g. 受け付けました
/// @param who by whom; empty: not said
/// @param text more words; may be empty
/// @param tone null: an ordinary step
public record TimelineItem(Instant at, String title, String who, String text, Chip.@Nullable Tone tone) {

    public static TimelineItem of(Instant at, String title, String who) {
        return new TimelineItem(at, title, who, "", null);
    }
}
