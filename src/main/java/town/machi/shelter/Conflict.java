package town.machi.shelter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// What does not fit together, for staff to settle. All events stay.
///
/// @param id follows from kind and events: the same conflict has the same id wherever it is computed
/// @param subject the person or the group of open places that it is about
/// @param opening where it is shown first
/// @param at when it came about
public record Conflict(UUID id, Kind kind, UUID subject, UUID opening, List<UUID> events, Instant at, boolean settled) {

    public enum Kind {
        /// Two desks of one shelter took the same person in.
        TAKEN_IN_TWICE("同じ人が二つの受付で入所になっています"),
        /// Taken in here while counted elsewhere, without a word that they left.
        IN_TWO_SHELTERS("ほかの避難所にいるはずの人が入所になっています"),
        /// A desk let somebody leave who is counted elsewhere.
        LEFT_FROM_ELSEWHERE("ここにいないはずの人が退所になっています"),
        /// More names took places of a group than were counted.
        TOO_MANY_NAMES("人数だけ受け付けた数より、あとで名前がついた人が多くなっています");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /// The sentence for staff.
        public String label() {
            return label;
        }
    }

    static Conflict of(Kind kind, UUID subject, ShelterEvent at, List<ShelterEvent> events) {
        List<UUID> ids = events.stream().map(ShelterEvent::id).toList();
        String key = kind + ":" + subject + ":"
                + ids.stream().map(UUID::toString).sorted().collect(Collectors.joining(","));
        UUID id = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        return new Conflict(id, kind, subject, at.opening(), ids, at.at(), false);
    }

    Conflict asSettled() {
        return new Conflict(id, kind, subject, opening, events, at, true);
    }
}
