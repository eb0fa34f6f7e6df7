package town.machi.shelter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.kernel.Reading;
import town.machi.shelter.Happening.Way;
import town.machi.shelter.report.DrillReport;
import town.machi.shelter.report.DrillReport.WayIn;

@DisplayName("訓練の報告")
class DrillReportTests {

    private static ShelterEvent arrival(int minute, Way way, int first, int people, @Nullable Integer took) {
        List<PersonFacts> persons = IntStream.range(first, first + people)
                .mapToObj(number -> PersonFacts.of(Doors.person(number)))
                .toList();
        return Doors.at(minute, 0, new Happening.Arrived(way, null, null, persons, took));
    }

    @Test
    @DisplayName("一人あたりの秒数は、計った人だけで割る。計らない方法は空のまま")
    void secondsForEachPerson() {
        DrillReport report = DrillReport.of(List.of(
                arrival(1, Way.QR, 1, 6, 9_000),
                arrival(2, Way.QR, 11, 2, 5_000),
                arrival(3, Way.QR, 21, 3, null),
                arrival(4, Way.PAPER, 31, 1, null),
                Doors.at(5, 0, new Happening.Counted(5, null, 3_000))));
        assertThat(report.people()).isEqualTo(17);
        assertThat(report.ways())
                .extracting(DrillReport.Way::way)
                .containsExactly(WayIn.QR, WayIn.COUNTED, WayIn.PAPER);
        DrillReport.Way qr = report.ways().getFirst();
        assertThat(qr.people()).isEqualTo(11);
        assertThat(qr.seconds()).isEqualTo(new DrillReport.Seconds(8, 14.0 / 8, 7, 9));
        assertThat(report.ways().getLast().seconds()).isNull();
    }

    @Test
    @DisplayName("取り消した受け付けは誤りとして数え、人数と秒数には入れない")
    void mistakesCountApart() {
        DrillReport report = DrillReport.of(List.of(
                arrival(1, Way.TYPED, 1, 1, 80_000),
                arrival(2, Way.TYPED, 2, 1, 500_000),
                Doors.at(4, 0, new Happening.Corrected(Doors.event(2)))));
        assertThat(report.people()).isEqualTo(1);
        DrillReport.Way typed = report.ways().getFirst();
        assertThat(typed.undone()).isEqualTo(1);
        assertThat(typed.seconds()).isEqualTo(new DrillReport.Seconds(1, 80, 80, 80));
        assertThat(report.undone()).containsExactly(new DrillReport.Undone(Happening.Kind.ARRIVED, 1, 120));
    }

    @Test
    @DisplayName("二つの避難所に入った人は食い違いとして出て、職員が確かめたものも数に残る")
    void contradictionsStay() {
        var here = Doors.at(1, 0, Doors.arrive(Doors.person(1)));
        var there = Doors.at(2, 1, Doors.arrive(Doors.person(1)));
        var conflict = Presence.of(List.of(here, there)).conflicts().getFirst();
        var settled = Doors.at(3, 1, new Happening.Settled(conflict.id()));
        assertThat(DrillReport.of(List.of(here, there, settled)).conflicts())
                .containsExactly(new DrillReport.Contradiction(Conflict.Kind.IN_TWO_SHELTERS, 1, 1));
        assertThat(DrillReport.of(List.of(here, there)).desks()).hasSize(2);
    }

    @Property(tries = 100)
    @Label("同じ記録なら、どの順で何度届いても同じ報告になる")
    void orderAndRepeatsDoNotMatter(@ForAll long seed) {
        Random chance = new Random(seed);
        List<ShelterEvent> events = new ArrayList<>();
        for (int i = 1; i < 20; i++) {
            events.add(
                    chance.nextInt(5) == 0
                            ? Doors.at(i, 0, new Happening.Corrected(Doors.event(1 + chance.nextInt(i))))
                            : arrival(
                                    i,
                                    Way.values()[chance.nextInt(6)],
                                    i * 10,
                                    1 + chance.nextInt(4),
                                    chance.nextInt(90_000)));
        }
        DrillReport before = DrillReport.of(events);
        List<ShelterEvent> twice = new ArrayList<>(events);
        twice.addAll(events);
        Collections.shuffle(twice, chance);
        assertThat(DrillReport.of(twice)).isEqualTo(before);
    }

    @Test
    @DisplayName("秒数は記録とともに送られ、あり得ない秒数の記録は受け取らない")
    void theTimeTravelsWithTheEvent() {
        var event = arrival(1, Way.QR, 1, 2, 7_500);
        assertThat(EventsJson.read(EventsJson.write(event))).isEqualTo(Reading.of(event));
        assertThat(EventsJson.read(EventsJson.write(arrival(1, Way.QR, 1, 2, -1))))
                .isInstanceOf(Reading.Refused.class);
    }
}
