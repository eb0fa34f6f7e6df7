package town.machi.kernel;

import java.util.List;

/// A business rule says no. It is an answer, so it is returned and never thrown.
///
/// @param key key of the sentence in the room's message file, such as `kernel.wareki.era-over`
/// @param args what the sentence names, in its order
public record Refusal(String key, List<Object> args) {

    public Refusal {
        args = List.copyOf(args);
    }

    public static Refusal of(String key, Object... args) {
        return new Refusal(key, List.of(args));
    }
}
