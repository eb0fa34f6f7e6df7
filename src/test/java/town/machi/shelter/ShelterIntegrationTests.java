package town.machi.shelter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.kernel.PersonKey;

/// The room boots with the foundations alone.
@DisplayName("避難所は、ほかの部屋がなくても動く")
class ShelterIntegrationTests extends ShelterRoom {

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
    @DisplayName("着かないまま点呼で見つからなかった人は、人数から外れ、受付には伝わる")
    void whoWasMissedOnTheWayIsStillTold() {
        OpeningId from = open("出た所", Hazard.EARTHQUAKE);
        OpeningId there = open("着く所", Hazard.EARTHQUAKE);
        UUID person = ids.next();
        arrivals.append(batch(from, Doors.arrive(person)), chief);
        clock.advance(Duration.ofMinutes(1));
        var left = new Happening.Left(List.of(person), Destination.SHELTER, there.value());
        arrivals.append(batch(from, left), chief);
        clock.advance(Duration.ofMinutes(1));
        arrivals.append(batch(there, new Happening.RollCalled(0, List.of(person))), chief);
        assertThat(arrivals.listExpected(there))
                .extracting(Presence.Standing::person, Presence.Standing::state)
                .containsExactly(tuple(person, Presence.State.UNACCOUNTED));
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
    @DisplayName("書けない束があっても、同時に送ったほかの受付の束は残る")
    void aBatchThatCannotBeWrittenFailsAlone() throws Exception {
        OpeningId here = open("書けない", Hazard.EARTHQUAKE);
        UUID odd = ids.next();
        var person = new PersonFacts(odd, null, null, null, Set.of("\u0000"), null, null, null, null, null);
        List<Arrivals.Batch> batches = new ArrayList<>(Stream.generate(() -> Doors.arrive(ids.next()))
                .limit(12)
                .map(what -> batch(here, what))
                .toList());
        batches.add(6, batch(here, new Happening.Arrived(Happening.Way.TYPED, null, null, List.of(person))));
        int refused = 0;
        try (var desks = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = batches.stream()
                    .map(each -> desks.submit(() -> arrivals.append(each, chief)))
                    .toList();
            for (var each : sent) {
                try {
                    assertThat(each.get().accepted()).hasSize(1);
                } catch (java.util.concurrent.ExecutionException e) {
                    refused++;
                }
            }
        }
        assertThat(refused).isEqualTo(1);
        assertThat(arrivals.since(here, 0, 100)).hasSize(12);
        assertThat(arrivals.find(odd)).isEmpty();
    }

    private Arrivals.Batch batch(OpeningId here, Happening what) {
        UUID desk = ids.next();
        return new Arrivals.Batch(desk, clock.instant(), List.of(event(here, desk, clock.instant(), what)));
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

    @Test
    @DisplayName("その人について持っているものは、読みで見つかり、消せば記録のどこにも残らず、人数は変わらない")
    void whatIsHeldOnAPersonCanBeForgotten() {
        OpeningId here = open("忘れる", Hazard.EARTHQUAKE);
        UUID one = ids.next();
        UUID other = ids.next();
        var names = Map.of(
                one, Map.of("name", "例 忘郎", "kana", "レイ ワスロウ"),
                other, Map.of("name", "例 残子", "kana", "レイ ノコリコ"));
        var family = new Happening.Arrived(
                Happening.Way.TYPED, null, null, List.of(PersonFacts.of(one), PersonFacts.of(other)));
        var event = new ShelterEvent(
                ids.next(),
                ids.next(),
                here.value(),
                clock.instant(),
                family,
                new ShelterEvent.Personal(Map.of("phone", "0966-00-9876"), names));
        arrivals.append(new Arrivals.Batch(event.desk(), clock.instant(), List.of(event)), chief);

        PersonKey key = new PersonKey(null, "れい わすろう", null, null, Set.of());
        assertThat(held.find(key)).hasSize(1);
        assertThat(held.export(key).getFirst().values())
                .containsEntry("氏名", "例 忘郎")
                .containsEntry("世帯の電話", "0966-00-9876");
        assertThat(held.erase(key)).isPositive();
        assertThat(held.find(key)).isEmpty();
        assertThat(arrivals.roster(here)).hasSize(2);
        String all = String.join(
                        "",
                        db.sql("SELECT coalesce(personal::text, '') FROM shelter.event")
                                .query((row, number) -> row.getString(1))
                                .list())
                + String.join(
                        "",
                        db.sql("SELECT coalesce(personal::text, '') || coalesce(kana_key, '') FROM shelter.presence")
                                .query((row, number) -> row.getString(1))
                                .list());
        assertThat(all).contains("残子").doesNotContain("忘郎", "ワスロ");
    }
}
