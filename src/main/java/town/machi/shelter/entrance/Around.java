package town.machi.shelter.entrance;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.shelter.Presence;

/// How things stand around the desks of one shelter.
///
/// @param content of their package, without a desk's own paper
/// @param text the content as text: what tells one from another
/// @param lease how long a desk may work without having heard of us
/// @param expected who is on the way here
/// @param elsewhere who is counted at another shelter: person → opening
/// @param waiting who scanned the code on the wall and is not confirmed yet
/// @param forgotten openings whose names were taken away
record Around(
        DeskPackage content,
        String text,
        Duration lease,
        List<Presence.Standing> expected,
        Editions<UUID, UUID> elsewhere,
        List<WallVisit> waiting,
        List<UUID> forgotten) {

    @Nullable
    UUID opening() {
        return content.opening() == null ? null : content.opening().id();
    }
}
