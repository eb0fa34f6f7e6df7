package town.machi.shelter.report;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.shelter.Conflict;
import town.machi.shelter.Happening;
import town.machi.shelter.ShelterEvent;

/// How a drill went, from its log alone: how long each way in took, what was taken back, what did not fit together. No
/// names.
///
/// @param receptions how often people came in, alone or together
/// @param ways in the order of [WayIn]; those by which nobody came are left out
public record DrillReport(
        int receptions,
        int people,
        List<Way> ways,
        List<Undone> undone,
        List<Contradiction> conflicts,
        List<Desk> desks) {

    /// How somebody came in, as the desk offers it.
    public enum WayIn {
        QR("世帯のQR"),
        WALL("壁のQR"),
        SEARCH("名前で探す"),
        COUNTED("人数だけ"),
        TYPED("新しく書く"),
        PAPER("紙から入れる"),
        OFFICE("本部の記録");

        private final String label;

        WayIn(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /// One way in.
    ///
    /// @param people how many came in by it
    /// @param seconds what the desks measured; null: nothing
    /// @param undone how many receptions were taken back; they are in none of the other numbers
    public record Way(
            WayIn way, int receptions, int people, @Nullable Seconds seconds, int undone) {}

    /// @param people how many the desks measured
    /// @param perPerson on average
    /// @param median of a reception, however many came together
    public record Seconds(int people, double perPerson, double median, double slowest) {}

    /// What was taken back.
    ///
    /// @param after median seconds until then
    public record Undone(Happening.Kind kind, int count, double after) {}

    public record Contradiction(Conflict.Kind kind, int all, int settled) {}

    /// What one desk did at one opening.
    ///
    /// @param first when the first came in there
    public record Desk(UUID desk, UUID opening, int receptions, int people, Instant first, Instant last) {}

    /// @param events of all openings of the drill, in any order
    public static DrillReport of(Collection<ShelterEvent> events) {
        return new DrillReading(events).report();
    }
}
