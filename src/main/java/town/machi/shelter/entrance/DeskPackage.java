package town.machi.shelter.entrance;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a desk has to know of its shelter and the world, so that it can work without a line.
///
/// @param shelter its own
/// @param opening where people are taken in; null while the shelter is not open
/// @param others the other shelters that are open: where somebody may go on to
/// @param keys the town's public keys, SubjectPublicKeyInfo in Base64: whose household codes are believed
/// @param exchangeKey with which the desks of this shelter close what they hand to each other, Base64
/// @param paper the desk's own certificate, for other desks of this shelter
public record DeskPackage(
        Named shelter, @Nullable Open opening, List<Other> others, List<String> keys, String exchangeKey, Paper paper) {

    public record Named(UUID id, String name, @Nullable Integer capacity) {}

    /// @param state `PREPARING`, `OPEN` or `UNUSABLE`
    public record Open(UUID id, String state, String disaster, boolean drill) {}

    /// @param opening its opening
    public record Other(UUID opening, String name) {}

    /// That the town knows this desk: signed over the text.
    ///
    /// @param text `machi-desk desk shelter key`
    public record Paper(String text, String signature) {

        static final Paper NONE = new Paper("", "");
    }

    /// The same for the desk with this paper.
    DeskPackage with(Paper other) {
        return new DeskPackage(shelter, opening, others, keys, exchangeKey, other);
    }
}
