package town.machi.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Which rows of the trail are wanted, the newest first.
///
/// @param actors ids of any of them; empty Optional: everybody; empty set: nobody
/// @param action one kind of deed
/// @param subject a part of what stands there: a whole subject, an id, or a room
/// @param from the first moment, included
/// @param until the last moment, not included
public record AuditFilter(
        Optional<Set<String>> actors,
        Optional<AuditAction> action,
        String subject,
        Optional<Instant> from,
        Optional<Instant> until) {

    public static final AuditFilter ALL =
            new AuditFilter(Optional.empty(), Optional.empty(), "", Optional.empty(), Optional.empty());

    public AuditFilter {
        actors = actors.map(Set::copyOf);
    }
}
