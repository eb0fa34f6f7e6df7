package town.machi.shelter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("避難所を開き、閉じる")
class OpeningsIntegrationTests extends ShelterRoom {

    @Test
    @DisplayName("閉鎖と再開のあいだオフラインだった受付の記録は、あとの開設で数える")
    void aDeskThatSleptThroughACloseAndAReopening() {
        OpeningId first = open("再開", Hazard.EARTHQUAKE);
        Shelter shelter = shelters.find(
                        shelters.findOpening(first).orElseThrow().shelter())
                .orElseThrow();
        openings.close(first, null, null, 2, ids.next(), chief);
        assertThat(published.stream(ShelterClosed.class)).hasSize(1);
        clock.advance(Duration.ofMinutes(10));
        openings.prepare(quake, List.of(shelter.id()), "余震のため", ids.next(), chief);
        OpeningId second = shelters.listLive().stream()
                .filter(each -> each.shelter().equals(shelter.id()))
                .findFirst()
                .orElseThrow()
                .id();
        clock.advance(Duration.ofMinutes(10));
        var late = event(first, ids.next(), clock.instant(), Doors.arrive(ids.next()));
        arrivals.append(new Arrivals.Batch(late.desk(), clock.instant(), List.of(late)), chief);
        assertThat(arrivals.roster(second)).hasSize(1);
        assertThat(arrivals.roster(first)).isEmpty();
    }

    @Test
    @DisplayName("安全確認が済むまで開設できず、対応していない災害では呼び出されない")
    void safetyFirst() {
        OpeningId open = open("安全", Hazard.EARTHQUAKE);
        assertThat(published.stream(ShelterOpened.class).map(ShelterOpened::opening))
                .contains(open);
        Shelter flood = new Shelter(
                new ShelterId(ids.next()),
                new Shelter.NationalIds(null, null),
                "洪水だけ",
                new Shelter.Where("", "", null),
                ShelterKind.DESIGNATED,
                Set.of(Hazard.FLOOD),
                null,
                false,
                new Shelter.House("", List.of(), null, "", "", "", ""));
        rows.insert(flood, clock.instant());
        assertThat(openings.prepare(quake, List.of(flood.id()), "", ids.next(), chief))
                .isEqualTo(Openings.Outcome.refused("shelter.refused.none-fits"));
    }

    @Test
    @DisplayName("ほかの人が先に変えていて閉鎖を断るときは、だれも退所にしない")
    void aRefusedClosingSendsNobodyAway() {
        OpeningId here = open("古い画面", Hazard.EARTHQUAKE);
        UUID person = ids.next();
        var arrived = event(here, ids.next(), clock.instant(), Doors.arrive(person));
        arrivals.append(new Arrivals.Batch(arrived.desk(), clock.instant(), List.of(arrived)), chief);
        clock.advance(Duration.ofMinutes(1));
        openings.forceFull(here, true, 2, ids.next(), chief);
        assertThat(openings.close(here, Destination.HOME, null, 2, ids.next(), chief))
                .isEqualTo(Openings.Outcome.refused("shelter.refused.stale"));
        assertThat(arrivals.find(person).orElseThrow().state()).isEqualTo(Presence.State.IN);
        assertThat(openings.close(here, Destination.HOME, null, 3, ids.next(), chief))
                .isInstanceOf(Openings.Outcome.Done.class);
        assertThat(arrivals.find(person).orElseThrow().state()).isEqualTo(Presence.State.LEFT);
    }

    @Test
    @DisplayName("中に人がいる避難所は、行き先を聞いてから閉まる")
    void closingAsksWhereTheyGo() {
        OpeningId here = open("閉鎖", Hazard.EARTHQUAKE);
        OpeningId there = open("移る先", Hazard.EARTHQUAKE);
        UUID person = ids.next();
        var arrived = event(here, ids.next(), clock.instant(), Doors.arrive(person));
        var counted = event(here, arrived.desk(), clock.instant(), new Happening.Counted(3, null));
        arrivals.append(new Arrivals.Batch(arrived.desk(), clock.instant(), List.of(arrived, counted)), chief);
        clock.advance(Duration.ofMinutes(1));

        assertThat(openings.close(here, null, null, 2, ids.next(), chief))
                .isEqualTo(Openings.Outcome.refused("shelter.refused.people-inside"));
        UUID request = ids.next();
        var done = openings.close(here, Destination.SHELTER, there, 2, request, chief);
        assertThat(done).isInstanceOf(Openings.Outcome.Done.class);
        assertThat(openings.close(here, Destination.SHELTER, there, 2, request, chief))
                .isEqualTo(done);
        assertThat(arrivals.find(person).orElseThrow())
                .matches(standing -> standing.state() == Presence.State.EXPECTED)
                .matches(standing -> standing.opening().equals(there.value()));
        assertThat(arrivals.openPlaces(there))
                .extracting(Presence.OpenPlaces::open)
                .containsExactly(3);
        assertThat(arrivals.openPlaces(here)).isEmpty();
    }
}
