package town.machi.shelter.web;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;

/// Who are you? Asked on the evacuee's own phone.
///
/// @param at which shelter
/// @param typed what stood in the fields
/// @param wrong a sentence, or null
record WallPage(
        At at,
        UUID onceId,
        Map<String, String> typed,
        @Nullable String wrong) implements Template {

    /// So many people one can write down at once.
    static final int MOST = 6;

    /// The shelter that one stands before.
    ///
    /// @param open whether it takes people in
    /// @param drill whether it practises
    record At(String shelter, boolean open, boolean drill) {}

    static WallPage empty(At at, UUID onceId) {
        return new WallPage(at, onceId, Map.of(), null);
    }

    static WallPage again(At at, UUID onceId, Map<String, String> typed, String wrong) {
        return new WallPage(at, onceId, typed, wrong);
    }

    public int most() {
        return MOST;
    }

    public String typedIn(String name) {
        return typed.getOrDefault(name, "");
    }

    @Override
    public int status() {
        return wrong == null ? 200 : 422;
    }
}
