package town.machi.shelter.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import town.machi.shelter.Arrivals;
import town.machi.shelter.Destination;
import town.machi.shelter.EventsJson;
import town.machi.shelter.Happening;
import town.machi.shelter.ShelterEvent;

@DisplayName("出来事の正しい時刻")
class RightTimeTests {

    private static final Instant NOW = Instant.parse("2026-07-28T09:00:00Z");
    private static final Instant TOLD = NOW.minus(Duration.ofHours(5));
    private static final Duration TWO_HOURS = Duration.ofHours(2);
    private static final UUID SENDER = new UUID(2, 1);
    private static final UUID OTHER = new UUID(2, 2);
    private static final UUID SOMEBODY = new UUID(3, 1);
    private static final Happening COUNTED = new Happening.Counted(3, null);

    private static Instant right(UUID desk, Happening what, Instant sentAt, Map<UUID, Duration> clocks) {
        var event = ShelterEvent.of(new UUID(4, 1), desk, new UUID(1, 1), TOLD, what);
        return RightTime.of(event, new Arrivals.Batch(SENDER, sentAt, List.of(event), clocks), NOW);
    }

    @Test
    @DisplayName("送った端末の時計が二時間進んでいれば、その端末の記録を二時間戻す")
    void theSendersClock() {
        assertThat(right(SENDER, COUNTED, NOW.plus(TWO_HOURS), Map.of())).isEqualTo(TOLD.minus(TWO_HOURS));
        assertThat(right(SENDER, COUNTED, NOW.plusSeconds(90), Map.of())).isEqualTo(TOLD);
    }

    @Test
    @DisplayName("ほかの端末から預かった記録は、その端末のずれで直し、送った端末のずれでは直さない")
    void anotherDesksClock() {
        assertThat(right(OTHER, COUNTED, NOW, Map.of(OTHER, TWO_HOURS))).isEqualTo(TOLD.minus(TWO_HOURS));
        assertThat(right(OTHER, COUNTED, NOW, Map.of(OTHER, TWO_HOURS.negated())))
                .isEqualTo(TOLD.plus(TWO_HOURS));
        assertThat(right(OTHER, COUNTED, NOW.plus(TWO_HOURS), Map.of())).isEqualTo(TOLD);
        assertThat(right(OTHER, COUNTED, NOW.plus(TWO_HOURS), Map.of(OTHER, Duration.ofSeconds(90))))
                .isEqualTo(TOLD);
    }

    static List<Happening> typed() {
        List<UUID> one = List.of(SOMEBODY);
        return List.of(
                new Happening.Arrived(Happening.Way.PAPER, null, null, List.of()),
                new Happening.Counted(3, null, null, true),
                new Happening.PlacesLeft(SOMEBODY, 2, Destination.UNKNOWN, null, true),
                new Happening.Left(one, Destination.HOME, null, true),
                new Happening.WentOut(one, true),
                new Happening.CameBack(one, true));
    }

    @ParameterizedTest
    @MethodSource("typed")
    @DisplayName("紙を見て入れた時刻は、どの端末の時計がどうでも、書いてあるとおり")
    void whatStandsOnPaperStays(Happening what) {
        assertThat(right(SENDER, what, NOW.plus(TWO_HOURS), Map.of())).isEqualTo(TOLD);
        assertThat(right(OTHER, what, NOW, Map.of(OTHER, TWO_HOURS))).isEqualTo(TOLD);
    }

    @ParameterizedTest
    @MethodSource("typed")
    @DisplayName("紙からの印は、記録に残る")
    void theMarkIsKept(Happening what) {
        assertThat(EventsJson.body(what.kind(), EventsJson.body(what))).isEqualTo(what);
        assertThat(EventsJson.body(COUNTED)).doesNotContain("paper", "typed");
    }
}
