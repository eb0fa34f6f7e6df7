package town.machi.shelter.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;

/// The desks and the helpers' cards of one shelter.
///
/// @param poster where the poster for the wall is
/// @param drill whether a drill has the shelter now
/// @param chief whether the reader may give cards, read out codes and shut out
record DesksPage(
        String shelter,
        String href,
        String poster,
        List<Desk> desks,
        List<Card> cards,
        boolean chief,
        boolean drill,
        UUID deviceId,
        UUID cardId)
        implements Template {

    /// @param clock empty when its clock is right
    /// @param code the renewal code, when it was asked for
    record Desk(
            String id,
            String label,
            String who,
            String seen,
            String clock,
            String lease,
            @Nullable String code,
            boolean revoked) {}

    record Card(String id, long number, String state, boolean good) {}
}
