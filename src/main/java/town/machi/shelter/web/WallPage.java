package town.machi.shelter.web;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;

/// Who are you? Asked on the evacuee's own phone.
///
/// @param open whether the shelter takes people in
/// @param typed what stood in the fields
/// @param wrong a sentence, or null
record WallPage(
        String shelter,
        boolean open,
        UUID onceId,
        Map<String, String> typed,
        @Nullable String wrong) implements Template {

    /// So many people one can write down at once.
    static final int MOST = 6;

    static WallPage empty(String shelter, boolean open, UUID onceId) {
        return new WallPage(shelter, open, onceId, Map.of(), null);
    }

    static WallPage again(String shelter, boolean open, UUID onceId, Map<String, String> typed, String wrong) {
        return new WallPage(shelter, open, onceId, typed, wrong);
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
