package town.machi.shelter.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.shelter.Destination;
import town.machi.shelter.Disaster;
import town.machi.shelter.DisasterId;
import town.machi.shelter.Happening;
import town.machi.shelter.Hazard;
import town.machi.shelter.Opening;
import town.machi.shelter.OpeningId;
import town.machi.shelter.OpeningState;
import town.machi.shelter.Shelter;
import town.machi.shelter.ShelterEvent;
import town.machi.shelter.ShelterId;
import town.machi.shelter.ShelterKind;
import town.machi.shelter.Stay;

@DisplayName("昼と夜の人数")
class DayAndNightTests {

    private static final Instant SHOCK = Instant.parse("2026-07-28T06:00:00Z");
    private static final UUID HERE = new UUID(0, 1);
    private static final UUID DESK = new UUID(0, 2);
    private static final UUID GROUP = new UUID(1, 1);

    @Test
    @DisplayName("夜だけ泊まる人は夜に数え、まだ来ない時刻と地震の前は数えない")
    void sleepersAreCountedAtNight() {
        Report report = report("2026-07-30T05:30:00Z");
        var days =
                DayAndNight.of(report, DayAndNight.Hours.of("昼 14:00 夜 22:00")).days();
        assertThat(days).hasSize(3);
        assertThat(days.get(0).noon()).as("before the shock").isNull();
        assertThat(days.get(0).night()).matches(night -> night.inside() == 5 && night.outside() == 0);
        assertThat(days.get(1).noon()).matches(noon -> noon.inside() == 1);
        assertThat(days.get(1).night()).matches(night -> night.inside() == 1 && night.outside() == 3);
        assertThat(days.get(2).noon()).matches(noon -> noon.hour().equals(LocalTime.of(14, 0)));
        assertThat(days.get(2).night()).as("still to come").isNull();
    }

    @Test
    @DisplayName("表は避難所ごとの行と計。時刻は町が書いたとおりで、読めなければ14時と22時")
    void aRowForEachShelter() {
        var table = DayAndNight.of(report("2026-07-28T14:00:00Z"), DayAndNight.Hours.of("夜は２３時"))
                .table();
        assertThat(table.rows())
                .containsExactly(
                        List.of("2026-07-28", "夜", "23:00", "例の里", "5", "0"),
                        List.of("2026-07-28", "夜", "23:00", "計", "5", "0"));
    }

    private static Report report(String at) {
        var disaster =
                new Disaster(new DisasterId(new UUID(0, 3)), "地震", Set.of(Hazard.EARTHQUAKE), false, SHOCK, null);
        var shelter = new Shelter(
                new ShelterId(new UUID(0, 4)),
                new Shelter.NationalIds(null, null),
                "例の里",
                new Shelter.Where("", "", null),
                ShelterKind.DESIGNATED,
                Set.of(),
                75,
                true,
                new Shelter.House("", List.of(), null, "", "", "", ""));
        var opening = new Opening(
                new OpeningId(HERE),
                shelter.id(),
                disaster.id(),
                OpeningState.OPEN,
                "",
                Set.of(),
                null,
                false,
                new Opening.Times(SHOCK, SHOCK, null, SHOCK),
                1);
        List<ShelterEvent> events = List.of(
                event(GROUP, "2026-07-28T07:00:00Z", new Happening.Counted(5, null)),
                event(
                        new UUID(1, 2),
                        "2026-07-28T22:00:00Z",
                        new Happening.PlacesLeft(GROUP, 4, Destination.HOME, null)),
                event(new UUID(1, 3), "2026-07-29T11:00:00Z", new Happening.Counted(3, Stay.CAR)));
        Instant then = Instant.parse(at);
        var line = new Report.Line(
                opening,
                shelter,
                OpeningState.OPEN,
                Counts.of(List.of(), List.of()),
                Meals.of(List.of(), List.of()),
                List.of());
        return new Report(disaster, then, List.of(line), events);
    }

    private static ShelterEvent event(UUID id, String at, Happening what) {
        return ShelterEvent.of(id, DESK, HERE, Instant.parse(at), what);
    }
}
