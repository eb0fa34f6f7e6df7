package town.machi.messaging;

import java.util.Optional;
import town.machi.kernel.Place;
import town.machi.platform.FileId;

/// What a friend said or did in the talk.
public sealed interface Heard {

    record Text(String text) implements Heard {}

    /// Tapped a button that carries this.
    record Tapped(Postback postback) implements Heard {}

    /// Sent a photo. It is stored already, owned by `line-event:<uuid>` and gone after a day unless the topic claims
    /// it (`Files.claim`).
    record Image(FileId file) implements Heard {}

    /// Sent a place; LINE may name it.
    record Located(Place place, Optional<String> name) implements Heard {}
}
