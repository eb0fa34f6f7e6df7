package town.machi.alert;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import town.machi.kernel.Place;
import town.machi.messaging.FriendId;

/// One matter of one resident, from their first word to the end.
///
/// @param what which damage; empty for the others
/// @param alert under which message; empty: without one
/// @param friend whose it is; empty once they have left. It never becomes another's
/// @param district id of the friend's district; empty where they have not said it
/// @param section short name of the section in charge
/// @param takenBy `staff:<uuid>`
public record Call(
        UUID id,
        CallKind kind,
        Optional<Damage> what,
        Optional<AlertId> alert,
        Optional<FriendId> friend,
        String district,
        Optional<Place> place,
        String section,
        State state,
        Optional<String> takenBy,
        Instant openedAt,
        Instant movedAt) {

    public enum State {
        NEW("未対応"),
        TAKEN("対応中"),
        CLOSED("済み");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /// Something said about it.
    ///
    /// @param who `friend`, `staff:<uuid>`
    /// @param file a photo
    /// @param source the event or request that brought it; unique
    public record Entry(
            UUID id,
            UUID call,
            Instant at,
            String who,
            String words,
            Optional<UUID> file,
            Optional<Place> place,
            UUID source) {}

    /// As the audit and the outbox name it.
    public String subject() {
        return "alert.call:" + id;
    }
}
