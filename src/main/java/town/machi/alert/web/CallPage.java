package town.machi.alert.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;
import town.machi.shell.component.Chip;
import town.machi.shell.component.MapModel;

/// One matter of one resident.
///
/// @param alert the message under which it was told; empty: none
/// @param mayAnswer whether the resident can still be answered in the talk
/// @param lineName as LINE said it just now; empty: not asked
/// @param typed kept where an answer was refused
record CallPage(
        String id,
        String title,
        Chip state,
        String district,
        String section,
        String takenBy,
        boolean mine,
        boolean open,
        boolean mayAnswer,
        String lineName,
        Link alert,
        List<Said> said,
        @Nullable MapModel map,
        String refused,
        String typed,
        UUID onceId)
        implements Template {

    @Override
    public int status() {
        return refused.isEmpty() ? 200 : 422;
    }

    CallPage named(String name) {
        return new CallPage(
                id, title, state, district, section, takenBy, mine, open, mayAnswer, name, alert, said, map, refused,
                typed, onceId);
    }

    UUID onceId(String form) {
        return UUID.nameUUIDFromBytes((onceId + "/" + form).getBytes(StandardCharsets.UTF_8));
    }

    record Link(String href, String label) {}

    /// @param ours whether the office said it
    /// @param photo address of the picture; empty: none
    record Said(String who, boolean ours, String when, String words, String photo, String place) {}
}
