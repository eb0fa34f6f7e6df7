package town.machi.shelter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import town.machi.kernel.Place;
import town.machi.shelter.jdbc.DeskPackageRows;
import town.machi.shelter.jdbc.ReportRows;

@DisplayName("訓練の最中に本番が来る")
class BrokenOffIntegrationTests extends ShelterRoom {

    @Autowired
    ReportRows reports;

    @Autowired
    DeskPackageRows packages;

    private DisasterId drill;

    @BeforeEach
    void drill() {
        drill = begin("秋の訓練", true);
    }

    @AfterEach
    void calm() {
        shelters.listLive()
                .forEach(each -> openings.close(each.id(), Destination.HOME, null, each.revision(), ids.next(), chief));
        shelters.listDisasters().forEach(each -> openings.end(each.id(), ids.next(), chief));
    }

    private DisasterId begin(String name, boolean practised) {
        var begun = openings.begin(name, Set.of(Hazard.EARTHQUAKE), practised, ids.next(), chief);
        return new DisasterId(((Openings.Outcome.Done) begun).id());
    }

    private ShelterId shelter(String name) {
        var shelter = new Shelter(
                new ShelterId(ids.next()),
                new Shelter.NationalIds(null, null),
                name,
                new Shelter.Where("", "芦北町", new Place(32.3, 130.5)),
                ShelterKind.DESIGNATED,
                Set.of(Hazard.EARTHQUAKE),
                100,
                true,
                new Shelter.House("", List.of(), null, "", "", "", ""));
        rows.insert(shelter, clock.instant());
        return shelter.id();
    }

    private Openings.Outcome call(DisasterId disaster, ShelterId... chosen) {
        return openings.prepare(disaster, List.of(chosen), "", ids.next(), chief);
    }

    private Opening live(ShelterId shelter) {
        return shelters.listLive().stream()
                .filter(each -> each.shelter().equals(shelter))
                .findFirst()
                .orElseThrow();
    }

    private OpeningId open(DisasterId disaster, ShelterId shelter) {
        call(disaster, shelter);
        OpeningId opening = live(shelter).id();
        openings.open(opening, Set.of(SafetyCheck.values()), 1, ids.next(), chief);
        return opening;
    }

    private void send(OpeningId opening, Happening what) {
        var event = event(opening, ids.next(), clock.instant(), what);
        arrivals.append(new Arrivals.Batch(event.desk(), clock.instant(), List.of(event)), chief);
    }

    private ReportRows.Tally tally(OpeningId opening) {
        return reports.tallies(List.of(opening.value())).getOrDefault(opening.value(), ReportRows.Tally.NOBODY);
    }

    @Test
    @DisplayName("本番が呼び出すと、訓練の開設はその場で終わり、訓練の人は退所になり、記録は残る")
    void theRealThingEndsTheDrill() {
        ShelterId here = shelter("重なる避難所");
        ShelterId untouched = shelter("訓練だけの避難所");
        OpeningId practice = open(drill, here);
        OpeningId other = open(drill, untouched);
        UUID person = ids.next();
        send(practice, Doors.arrive(person));
        send(practice, new Happening.Counted(4, null));
        clock.advance(Duration.ofMinutes(5));

        UUID request = ids.next();
        var done = openings.prepare(quake, List.of(here), "地震のため", request, chief);
        assertThat(done).isInstanceOf(Openings.Outcome.Done.class);
        assertThat(openings.prepare(quake, List.of(here), "地震のため", request, chief))
                .isEqualTo(done);

        Opening real = live(here);
        assertThat(real.disaster()).isEqualTo(quake);
        assertThat(real.state()).isEqualTo(OpeningState.PREPARING);
        assertThat(shelters.findOpening(practice).orElseThrow().state()).isEqualTo(OpeningState.CLOSED);
        assertThat(shelters.findOpening(other).orElseThrow().state()).isEqualTo(OpeningState.OPEN);
        assertThat(arrivals.find(person).orElseThrow().state()).isEqualTo(Presence.State.LEFT);
        assertThat(tally(practice)).isEqualTo(ReportRows.Tally.NOBODY);
        assertThat(tally(real.id())).isEqualTo(ReportRows.Tally.NOBODY);
        assertThat(reports.events(List.of(practice.value()), clock.instant()))
                .extracting(each -> each.what().kind())
                .containsExactlyInAnyOrder(
                        Happening.Kind.ARRIVED,
                        Happening.Kind.COUNTED,
                        Happening.Kind.LEFT,
                        Happening.Kind.PLACES_LEFT);
        assertThat(reports.brokenOff(drill))
                .isEqualTo(reports.brokenOff(quake))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.shelter()).isEqualTo("重なる避難所");
                    assertThat(each.drillName()).isEqualTo("秋の訓練");
                    assertThat(each.realName()).isEqualTo("地震");
                });
        assertThat(published.stream(ShelterClosed.class)).containsExactly(new ShelterClosed(here, practice, true));
    }

    @Test
    @DisplayName("知らずにいた受付が遅れて送る訓練の記録は、本番の人数に入らず、本番の人を動かさない")
    void lateEventsOfTheDrillStayInTheDrill() {
        ShelterId here = shelter("遅れの避難所");
        OpeningId practice = open(drill, here);
        UUID practised = ids.next();
        send(practice, Doors.arrive(practised));
        clock.advance(Duration.ofMinutes(5));
        OpeningId real = open(quake, here);
        clock.advance(Duration.ofMinutes(5));
        send(real, Doors.arrive(practised));
        assertThat(arrivals.conflicts(real)).isEmpty();
        clock.advance(Duration.ofMinutes(5));

        send(practice, Doors.arrive(ids.next()));
        send(practice, new Happening.Counted(7, null));
        send(practice, Doors.arrive(practised));
        send(practice, new Happening.Left(List.of(practised), Destination.HOME, null));

        assertThat(tally(real).inside()).isEqualTo(1);
        assertThat(arrivals.find(practised).orElseThrow())
                .matches(standing -> standing.state() == Presence.State.IN)
                .matches(standing -> standing.opening().equals(real.value()));
        assertThat(arrivals.conflicts(real)).isEmpty();
        assertThat(tally(practice).inside()).isEqualTo(8);
        assertThat(reports.brokenOff(quake))
                .extracting(ReportRows.BrokenOff::late)
                .containsExactly(3);
    }

    @Test
    @DisplayName("訓練の避難所にいることになっている人が本番に来ても食い違いにせず、帰ったあとは訓練に出られる")
    void whoPractisesElsewhereIsTakenIn() {
        OpeningId practice = open(drill, shelter("となりの訓練"));
        OpeningId real = open(quake, shelter("本番の避難所"));
        UUID person = ids.next();
        send(practice, Doors.arrive(person));
        clock.advance(Duration.ofMinutes(1));
        assertThat(packages.elsewhere(real.value())).doesNotContainKey(person);
        assertThat(packages.others(
                        shelters.findOpening(real).orElseThrow().shelter().value()))
                .noneMatch(each -> each.opening().equals(practice.value()));

        send(real, Doors.arrive(person));
        assertThat(tally(real).inside()).isEqualTo(1);
        assertThat(tally(practice).inside()).isZero();
        assertThat(arrivals.conflicts(real)).isEmpty();
        assertThat(openings.close(real, Destination.SHELTER, practice, 2, ids.next(), chief))
                .isEqualTo(Openings.Outcome.refused("shelter.refused.no-destination"));

        clock.advance(Duration.ofMinutes(1));
        send(real, new Happening.Left(List.of(person), Destination.HOME, null));
        clock.advance(Duration.ofMinutes(1));
        send(practice, Doors.arrive(person));
        assertThat(tally(practice).inside()).isEqualTo(1);
    }

    @Test
    @DisplayName("本番で使っている避難所は訓練では呼び出せず、何の本番かを言う")
    void aDrillTakesNothingFromTheRealThing() {
        ShelterId busy = shelter("本番中");
        ShelterId free = shelter("空き");
        OpeningId real = open(quake, busy);
        assertThat(call(drill, busy)).isEqualTo(Openings.Outcome.refused("shelter.refused.real-on", "地震"));
        assertThat(call(drill, busy, free)).isInstanceOf(Openings.Outcome.Done.class);
        assertThat(live(busy).id()).isEqualTo(real);
        assertThat(live(free).disaster()).isEqualTo(drill);
        assertThat(call(drill, free)).isEqualTo(Openings.Outcome.refused("shelter.refused.called"));
    }

    @Test
    @DisplayName("二つの本番が同時に呼び出し、訓練の受付が同時に送っても、避難所ごとに開設は一つ、誰も失われない")
    void twoAtOnce() throws Exception {
        DisasterId flood = begin("余震", false);
        List<ShelterId> places =
                IntStream.range(0, 4).mapToObj(i -> shelter("同時 " + i)).toList();
        List<OpeningId> practices =
                places.stream().map(each -> open(drill, each)).toList();
        clock.advance(Duration.ofMinutes(1));
        List<Callable<Object>> acts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            DisasterId disaster = i % 2 == 0 ? quake : flood;
            List<ShelterId> order = i % 2 == 0 ? places : places.reversed();
            acts.add(() -> openings.prepare(disaster, order, "", ids.next(), chief));
            practices.forEach(practice -> acts.add(() -> {
                send(practice, Doors.arrive(ids.next()));
                return practice;
            }));
        }
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Object> each : people.invokeAll(acts)) {
                each.get();
            }
        }
        assertThat(shelters.listLive())
                .extracting(Opening::shelter)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(places);
        assertThat(shelters.listLive()).extracting(Opening::disaster).doesNotContain(drill);
        assertThat(reports.brokenOff(drill)).hasSize(4);
        assertThat(shelters.listLive())
                .allSatisfy(each -> assertThat(tally(each.id())).isEqualTo(ReportRows.Tally.NOBODY));
        for (OpeningId practice : practices) {
            assertThat(reports.events(List.of(practice.value()), clock.instant()))
                    .filteredOn(each -> each.what().kind() == Happening.Kind.ARRIVED)
                    .hasSize(6);
        }
    }
}
