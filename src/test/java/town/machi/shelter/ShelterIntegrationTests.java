package town.machi.shelter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import town.machi.kernel.Actor;
import town.machi.kernel.Place;
import town.machi.kernel.Role;
import town.machi.platform.Ids;
import town.machi.shelter.jdbc.ShelterRows;
import town.machi.support.MachiModuleTest;
import town.machi.support.TestClock;
import town.machi.support.TestStaff;

/// The room boots with the foundations alone.
@MachiModuleTest
@RecordApplicationEvents
@DisplayName("避難所は、ほかの部屋がなくても動く")
class ShelterIntegrationTests {

    @Autowired
    Shelters shelters;

    @Autowired
    Openings openings;

    @Autowired
    Arrivals arrivals;

    @Autowired
    ShelterRows rows;

    @Autowired
    Ids ids;

    @Autowired
    TestClock clock;

    @Autowired
    TestStaff staff;

    @Autowired
    JdbcClient db;

    @Autowired
    ApplicationEvents published;

    private Actor.Staff chief;
    private DisasterId quake;

    @BeforeEach
    void begin() {
        chief = staff.add("本部 長子", "general", Role.HANDLER);
        var begun = openings.begin("地震", Set.of(Hazard.EARTHQUAKE), false, ids.next(), chief);
        quake = new DisasterId(((Openings.Outcome.Done) begun).id());
    }

    private OpeningId open(String name, Hazard... hazards) {
        Shelter shelter = new Shelter(
                new ShelterId(ids.next()),
                new Shelter.NationalIds(null, null),
                name,
                new Shelter.Where("", "芦北町", new Place(32.3, 130.5)),
                ShelterKind.DESIGNATED,
                Set.of(hazards),
                100,
                true,
                new Shelter.House("", List.of(), null, "", "", "", ""));
        rows.insert(shelter, clock.instant());
        openings.prepare(quake, List.of(shelter.id()), "地震のため", ids.next(), chief);
        Opening opening = shelters.listLive().stream()
                .filter(each -> each.shelter().equals(shelter.id()))
                .findFirst()
                .orElseThrow();
        openings.open(opening.id(), Set.of(SafetyCheck.values()), 1, ids.next(), chief);
        return opening.id();
    }

    private ShelterEvent event(OpeningId opening, UUID desk, Instant at, Happening what) {
        return ShelterEvent.of(ids.next(), desk, opening.value(), at, what);
    }

    @Test
    @DisplayName("どんな順で何度送られても、表はすべての出来事から計算したものと同じ")
    void theTablesFollowTheLog() {
        List<OpeningId> open =
                List.of(open("一", Hazard.EARTHQUAKE), open("二", Hazard.EARTHQUAKE), open("三", Hazard.EARTHQUAKE));
        Random chance = new Random(7);
        List<UUID> persons = Stream.generate(ids::next).limit(12).toList();
        List<ShelterEvent> events = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            OpeningId here = open.get(chance.nextInt(3));
            Instant at = clock.instant().minus(Duration.ofMinutes(200 - i));
            events.add(event(here, here.value(), at, wild(events, persons, open, chance)));
        }
        List<ShelterEvent> sent = new ArrayList<>(events);
        sent.addAll(events.subList(0, 60));
        Collections.shuffle(sent, chance);
        for (int from = 0; from < sent.size(); from += 7) {
            List<ShelterEvent> some = sent.subList(from, Math.min(sent.size(), from + 7));
            arrivals.append(new Arrivals.Batch(ids.next(), clock.instant(), some), chief);
        }

        Presence.Register whole = Presence.of(events);
        for (UUID person : persons) {
            UUID first = whole.aliases().getOrDefault(person, person);
            assertThat(arrivals.find(person))
                    .isEqualTo(Optional.ofNullable(whole.persons().get(first)));
        }
        for (OpeningId opening : open) {
            long named = arrivals.roster(opening).stream()
                    .filter(Presence.Standing::isPresent)
                    .count();
            int unnamed = arrivals.openPlaces(opening).stream()
                    .mapToInt(Presence.OpenPlaces::open)
                    .sum();
            assertThat((int) named + unnamed).isEqualTo(whole.count(opening.value()));
            assertThat(arrivals.conflicts(opening).stream().map(Conflict::id))
                    .containsExactlyInAnyOrderElementsOf(whole.conflicts().stream()
                            .filter(conflict -> conflict.opening().equals(opening.value()) && !conflict.settled())
                            .map(Conflict::id)
                            .distinct()
                            .toList());
        }
    }

    private static Happening wild(List<ShelterEvent> before, List<UUID> persons, List<OpeningId> open, Random chance) {
        UUID person = persons.get(chance.nextInt(persons.size()));
        UUID other = persons.get(chance.nextInt(persons.size()));
        UUID earlier = before.isEmpty()
                ? UUID.randomUUID()
                : before.get(chance.nextInt(before.size())).id();
        UUID there = open.get(chance.nextInt(open.size())).value();
        return switch (chance.nextInt(11)) {
            case 0, 1, 2 -> Doors.arrive(person);
            case 3 -> Doors.arrive(person, there, earlier);
            case 4 -> Doors.leave(person);
            case 5 -> new Happening.Left(List.of(person, other), Destination.SHELTER, there);
            case 6 -> new Happening.Counted(1 + chance.nextInt(4), null);
            case 7 -> new Happening.PlacesLeft(earlier, 1, Destination.SHELTER, there);
            case 8 -> new Happening.RollCalled(3, List.of(person));
            case 9 ->
                person.equals(other)
                        ? new Happening.CameBack(List.of(person))
                        : new Happening.Same(person, other, chance.nextInt(3) > 0);
            default -> new Happening.Corrected(earlier);
        };
    }

    @Test
    @DisplayName("同じ束を十回送っても、一度だけ残る")
    void theSameBatchTenTimes() {
        OpeningId here = open("十回", Hazard.EARTHQUAKE);
        UUID desk = ids.next();
        var arrived = event(here, desk, clock.instant(), Doors.arrive(ids.next()));
        var batch = new Arrivals.Batch(desk, clock.instant(), List.of(arrived, arrived));
        assertThat(arrivals.append(batch, chief).accepted()).containsExactly(arrived.id());
        for (int i = 0; i < 9; i++) {
            assertThat(arrivals.append(batch, chief).repeated()).containsExactly(arrived.id());
        }
        assertThat(arrivals.roster(here)).hasSize(1);
        assertThat(arrivals.since(here, 0, 100)).hasSize(1);
    }

    @Test
    @DisplayName("二十の受付が同時に送っても、一つも失われず、一つも重ならない")
    void twentyDesksAtOnce() throws Exception {
        OpeningId here = open("同時", Hazard.EARTHQUAKE);
        ShelterEvent shared = event(here, ids.next(), clock.instant(), Doors.arrive(ids.next()));
        List<Arrivals.Batch> batches = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            UUID desk = ids.next();
            List<ShelterEvent> own = Stream.generate(() -> event(here, desk, clock.instant(), Doors.arrive(ids.next())))
                    .limit(10)
                    .toList();
            batches.add(new Arrivals.Batch(
                    desk,
                    clock.instant(),
                    Stream.concat(own.stream(), Stream.of(shared)).toList()));
        }
        batches.add(new Arrivals.Batch(
                ids.next(),
                clock.instant(),
                List.of(event(new OpeningId(ids.next()), ids.next(), clock.instant(), Doors.arrive(ids.next())))));
        List<Arrivals.Outcome> outcomes;
        try (var desks = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = batches.stream()
                    .map(batch -> desks.submit(() -> arrivals.append(batch, chief)))
                    .toList();
            outcomes = new ArrayList<>();
            for (var each : sent) {
                outcomes.add(each.get());
            }
        }
        assertThat(outcomes.stream().mapToInt(each -> each.accepted().size()).sum())
                .isEqualTo(201);
        assertThat(outcomes.stream().mapToInt(each -> each.repeated().size()).sum())
                .isEqualTo(19);
        assertThat(outcomes.getLast().refused()).hasSize(1);
        assertThat(arrivals.roster(here)).hasSize(201);
    }

    @Test
    @DisplayName("二時間進んだ時計の受付でも、正しい時刻で並ぶ")
    void aClockTwoHoursWrong() {
        OpeningId here = open("時計", Hazard.EARTHQUAKE);
        UUID desk = ids.next();
        UUID person = ids.next();
        Instant twoHoursAhead = clock.instant().plus(Duration.ofHours(2));
        var arrived = event(here, desk, twoHoursAhead.minus(Duration.ofMinutes(30)), Doors.arrive(person));
        arrivals.append(new Arrivals.Batch(desk, twoHoursAhead, List.of(arrived)), chief);
        assertThat(arrivals.find(person).orElseThrow().times().arrivedAt())
                .isEqualTo(clock.instant().minus(Duration.ofMinutes(30)));
    }

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

    @Test
    @DisplayName("記録から名前は取り去れるが、記録は変えられない")
    void theLogCannotBeChanged() {
        OpeningId here = open("変えられない", Hazard.EARTHQUAKE);
        UUID person = ids.next();
        var named = new ShelterEvent(
                ids.next(),
                ids.next(),
                here.value(),
                clock.instant(),
                Doors.arrive(person),
                new ShelterEvent.Personal(null, Map.of(person, Map.of("name", "例 太郎", "kana", "れい たろう"))));
        arrivals.append(new Arrivals.Batch(named.desk(), clock.instant(), List.of(named)), chief);
        assertThat(arrivals.find(person).orElseThrow().known().details()).containsEntry("name", "例 太郎");
        assertThat(db.sql("UPDATE shelter.event SET personal = NULL WHERE id = :id")
                        .param("id", named.id())
                        .update())
                .isEqualTo(1);
        assertThatThrownBy(
                        () -> db.sql("UPDATE shelter.event SET kind = 'LEFT'").update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> db.sql("DELETE FROM shelter.event").update())
                .hasStackTraceContaining("permission denied");
    }
}
