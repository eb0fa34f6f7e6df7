package town.machi.shelter.entrance;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import town.machi.shelter.OpeningId;
import town.machi.shelter.jdbc.DeskPackageRows;
import town.machi.shelter.jdbc.PresenceRows;

/// What all desks of a shelter have to know alike, read a few times a second for all of them, however many ask. What
/// happened at the doors is not among it: that every desk hears from the log itself.
@Component
class Circumstances {

    private static final int NAME_BYTES = 12;

    private final DeskPackages packages;
    private final DeskPackageRows rows;
    private final PresenceRows presence;
    private final WallVisits visits;
    private final LeaseTerms terms;
    private final long pauseNanos;
    private final Map<UUID, Read> known = new ConcurrentHashMap<>();
    private final Map<UUID, Editions<UUID, UUID>> elsewhere = new ConcurrentHashMap<>();

    /// @param pause between two readings, whatever changed
    Circumstances(
            DeskPackages packages,
            DeskPackageRows rows,
            PresenceRows presence,
            WallVisits visits,
            LeaseTerms terms,
            @Value("${machi.shelter.desk-pause:250ms}") Duration pause) {
        this.packages = packages;
        this.rows = rows;
        this.presence = presence;
        this.visits = visits;
        this.terms = terms;
        this.pauseNanos = pause.toNanos();
    }

    private record Read(Around around, long at) {}

    Around of(UUID shelter) {
        Read last = known.get(shelter);
        if (last != null && System.nanoTime() - last.at() < pauseNanos) {
            return last.around();
        }
        Around around = read(shelter);
        known.put(shelter, new Read(around, System.nanoTime()));
        return around;
    }

    private Around read(UUID shelter) {
        DeskPackage content = packages.content(shelter);
        DeskPackage.Open opening = content.opening();
        return new Around(
                content,
                packages.text(content),
                terms.lease(),
                opening == null ? List.of() : presence.expected(new OpeningId(opening.id())),
                elsewhere(shelter, opening),
                visits.waiting(shelter),
                rows.forgotten(shelter));
    }

    private Editions<UUID, UUID> elsewhere(UUID shelter, DeskPackage.@Nullable Open opening) {
        Map<UUID, UUID> now = opening == null ? Map.of() : rows.elsewhere(opening.id());
        Editions<UUID, UUID> editions = elsewhere.computeIfAbsent(shelter, _ -> new Editions<>());
        editions.publish(nameOf(now), now);
        return editions;
    }

    /// The same on every node that finds the same people at the same places.
    private static String nameOf(Map<UUID, UUID> places) {
        ByteBuffer bytes = ByteBuffer.allocate(places.size() * 2 * 2 * Long.BYTES);
        new TreeMap<>(places)
                .forEach((person, opening) -> Stream.of(person, opening)
                        .forEach(id ->
                                bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits())));
        return HexFormat.of().formatHex(Codes.sha256(bytes.array()), 0, NAME_BYTES);
    }
}
