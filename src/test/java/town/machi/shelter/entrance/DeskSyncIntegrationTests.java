package town.machi.shelter.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import town.machi.kernel.Actor;
import town.machi.kernel.Refusal;
import town.machi.kernel.Role;
import town.machi.platform.Ids;
import town.machi.shelter.Destination;
import town.machi.shelter.Disaster;
import town.machi.shelter.DisasterId;
import town.machi.shelter.EventsJson;
import town.machi.shelter.Happening;
import town.machi.shelter.Hazard;
import town.machi.shelter.Opening;
import town.machi.shelter.OpeningId;
import town.machi.shelter.Openings;
import town.machi.shelter.PersonFacts;
import town.machi.shelter.SafetyCheck;
import town.machi.shelter.Shelter;
import town.machi.shelter.ShelterEvent;
import town.machi.shelter.Shelters;
import town.machi.support.MachiModuleTest;
import town.machi.support.TestClock;
import town.machi.support.TestKeys;
import town.machi.support.TestStaff;

@MachiModuleTest
@DisplayName("受付と役場のやりとり")
class DeskSyncIntegrationTests {

    private static final byte[] KEY = TestKeys.publicKey();

    @Autowired
    Passes passes;

    @Autowired
    Devices devices;

    @Autowired
    Sync sync;

    @Autowired
    Shelters shelters;

    @Autowired
    Openings openings;

    @Autowired
    Ids ids;

    @Autowired
    TestClock clock;

    @Autowired
    TestStaff staff;

    @Autowired
    JdbcClient db;

    private Actor.Staff chief;
    private Shelter shelter;
    private OpeningId opening;

    @BeforeEach
    void open() {
        chief = staff.add("本部 長子", "general", Role.HANDLER);
        shelter = shelters.list().stream()
                .filter(each -> each.hazards().contains(Hazard.EARTHQUAKE))
                .filter(each -> shelters.listLive().stream()
                        .noneMatch(live -> live.shelter().equals(each.id())))
                .findFirst()
                .orElseThrow();
        opening = openAnew();
    }

    private OpeningId openAnew() {
        DisasterId quake = shelters.listDisasters().stream()
                .findFirst()
                .map(Disaster::id)
                .orElseGet(() -> new DisasterId(((Openings.Outcome.Done)
                                openings.begin("地震", Set.of(Hazard.EARTHQUAKE), false, ids.next(), chief))
                        .id()));
        openings.prepare(quake, List.of(shelter.id()), "地震のため", ids.next(), chief);
        Opening live = live();
        openings.open(live.id(), Set.of(SafetyCheck.values()), live.revision(), ids.next(), chief);
        return live.id();
    }

    private Opening live() {
        return shelters.listLive().stream()
                .filter(each -> each.shelter().equals(shelter.id()))
                .findFirst()
                .orElseThrow();
    }

    private Devices.Entered enter() {
        return enter(passes.giveForThisDevice(shelter.id(), ids.next(), chief)
                .orElseThrow()
                .code());
    }

    private Devices.Entered enter(String code) {
        return devices.enter(code, new Devices.Device(null, 1, KEY)).orElseThrow();
    }

    private JsonNode counted(DeskDevice desk, Instant at, int count) {
        return json(desk.id(), at, new Happening.Counted(count, null));
    }

    private JsonNode json(UUID desk, Instant at, Happening what) {
        return EventsJson.write(ShelterEvent.of(ids.next(), desk, opening.value(), at, what));
    }

    private Sync.Heard say(DeskDevice desk, Instant now, List<JsonNode> events) {
        return sync.exchange(desk, new Sync.Said(now, events, null, 0, 1, 10));
    }

    private int log() {
        return db.sql("SELECT count(*) FROM shelter.event WHERE opening_id = :opening")
                .param("opening", opening.value())
                .query(Integer.class)
                .single();
    }

    @Test
    @DisplayName("同じ束が十回、ばらばらの順で届いても、一度ずつ数える")
    void theSameBatchTenTimesCountsOnce() {
        DeskDevice desk = enter().desk();
        List<JsonNode> events = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            events.add(counted(desk, clock.instant().minus(Duration.ofMinutes(i)), 1));
        }
        Random chance = new Random(5);
        for (int time = 0; time < 10; time++) {
            Collections.shuffle(events, chance);
            Sync.Heard heard = say(desk, clock.instant(), events);
            assertThat(heard.taken()).as("the desk may stop sending them").hasSize(20);
            assertThat(heard.refused()).isEmpty();
        }
        assertThat(log()).isEqualTo(20);
    }

    @Test
    @DisplayName("時計が二時間進んだ端末の時刻は直し、ずれは端末に、もとの時刻は出来事に残す")
    void aClockTwoHoursWrongIsPutRight() {
        DeskDevice desk = enter().desk();
        Instant wrong = clock.instant().plus(Duration.ofHours(2));
        Instant tenMinutesAgo = wrong.minus(Duration.ofMinutes(10));
        Sync.Heard heard = say(desk, wrong, List.of(counted(desk, tenMinutesAgo, 3)));
        assertThat(heard.offsetMillis()).isEqualTo(Duration.ofHours(2).toMillis());
        record Times(Instant deviceAt, Instant at) {}
        Times times = db.sql("SELECT device_at, at FROM shelter.event WHERE opening_id = :opening")
                .param("opening", opening.value())
                .query((row, number) -> new Times(
                        row.getTimestamp(1).toInstant(), row.getTimestamp(2).toInstant()))
                .single();
        assertThat(times.deviceAt()).isEqualTo(tenMinutesAgo.truncatedTo(java.time.temporal.ChronoUnit.MICROS));
        assertThat(Duration.between(times.at(), clock.instant()))
                .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));
        assertThat(devices.list(shelter.id()).getLast().offsetMillis())
                .isEqualTo(Duration.ofHours(2).toMillis());
    }

    @Test
    @DisplayName("時計のずれた端末の記録を、ほかの受付が先に届けても、時刻は直る。紙の時刻は書いてあるまま")
    void anotherDeskHandsOverWhatAWrongClockSaw() {
        DeskDevice wrong = enter().desk();
        DeskDevice right = enter().desk();
        say(wrong, clock.instant().plus(Duration.ofHours(2)), List.of());
        Instant tenMinutesAgo = clock.instant().minus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MICROS);
        JsonNode seen = counted(wrong, tenMinutesAgo.plus(Duration.ofHours(2)), 3);
        JsonNode paper = json(wrong.id(), tenMinutesAgo, new Happening.Counted(2, null, null, true));
        Sync.Heard heard = say(right, clock.instant(), List.of(seen, paper));
        assertThat(heard.taken()).hasSize(2);
        assertThat(heard.heard())
                .extracting(each ->
                        Duration.between(tenMinutesAgo, each.event().at()).abs())
                .allMatch(off -> off.compareTo(Duration.ofSeconds(10)) < 0);
        say(wrong, clock.instant().plus(Duration.ofHours(2)), List.of(seen, paper));
        assertThat(log()).as("delivered by both, counted once").isEqualTo(2);
    }

    @Test
    @DisplayName("閉鎖と再開のあいだ回線がなかった端末の出来事は、その時刻の開設に数える")
    void aDeskThatWasOfflineThroughACloseAndAReopen() {
        DeskDevice desk = enter().desk();
        UUID person = ids.next();
        Instant before = clock.instant();
        clock.advance(Duration.ofHours(1));
        openings.close(opening, null, null, live().revision(), ids.next(), chief);
        clock.advance(Duration.ofHours(5));
        OpeningId again = openAnew();
        clock.advance(Duration.ofHours(1));
        Instant after = clock.instant().minus(Duration.ofMinutes(5));
        List<JsonNode> events = List.of(
                counted(desk, before, 2),
                json(
                        desk.id(),
                        after,
                        new Happening.Arrived(Happening.Way.TYPED, null, null, List.of(PersonFacts.of(person)))));
        Sync.Heard heard = say(desk, clock.instant(), events);
        assertThat(heard.taken()).hasSize(2);
        assertThat(heard.opening()).as("the desk learns of the new opening").isEqualTo(again.value());
        assertThat(log())
                .as("what was before the closing stays with the closed one")
                .isEqualTo(1);
        assertThat(heard.heard()).extracting(each -> each.event().opening()).containsOnly(again.value());
    }

    @Test
    @DisplayName("一つ読めない出来事があっても、ほかは数え、読めないものは理由をつけて返す")
    void oneUnreadableEventStopsNothing() {
        DeskDevice desk = enter().desk();
        JsonNode good = counted(desk, clock.instant(), 4);
        JsonNode bad = JsonMapper.builder().build().readTree("{\"id\":\"x1\",\"kind\":\"DANCED\"}");
        JsonNode stranger = json(ids.next(), clock.instant(), new Happening.Counted(9, null));
        Sync.Heard heard = say(desk, clock.instant(), List.of(bad, good, stranger));
        assertThat(heard.taken()).hasSize(1);
        assertThat(heard.refused())
                .extracting(Sync.Refused::refusal)
                .extracting(Refusal::key)
                .containsExactly("shelter.event.unknown-kind", "desk.stranger");
        assertThat(log()).isEqualTo(1);
    }

    @Test
    @DisplayName("一つの受付は、同じ避難所のもう一つの受付がしたことを聞く")
    void oneDeskHearsWhatTheOtherDid() {
        DeskDevice one = enter().desk();
        DeskDevice other = enter().desk();
        UUID person = ids.next();
        Happening arrived = new Happening.Arrived(Happening.Way.TYPED, null, null, List.of(PersonFacts.of(person)));
        say(one, clock.instant(), List.of(json(one.id(), clock.instant(), arrived)));
        Sync.Heard heard = say(other, clock.instant(), List.of());
        assertThat(heard.heard()).hasSize(1);
        assertThat(heard.more()).isFalse();
        Sync.Heard later =
                sync.exchange(other, new Sync.Said(clock.instant(), List.of(), opening.value(), heard.cursor(), 1, 10));
        assertThat(later.heard()).as("nothing twice").isEmpty();
        say(
                other,
                clock.instant(),
                List.of(json(
                        other.id(), clock.instant(), new Happening.Left(List.of(person), Destination.HOME, null))));
        assertThat(say(one, clock.instant(), List.of()).heard()).hasSize(2);
    }

    @Test
    @DisplayName("職員の番号は一度だけ、応援カードは期限まで何度でも。取り消すとその端末も止まる")
    void passesAreGoodAsLongAsTheySay() {
        String once = passes.giveForThisDevice(shelter.id(), ids.next(), chief)
                .orElseThrow()
                .code();
        enter(once);
        assertThat(devices.enter(once, new Devices.Device(null, 1, KEY))).isEmpty();
        Passes.Given card = passes.giveCard(shelter.id(), ids.next(), chief).orElseThrow();
        enter(card.code().toLowerCase(java.util.Locale.ROOT));
        Devices.Entered second = enter(card.code());
        assertThat(second.desk().leaseUntil())
                .as("a card's lease ends with the card")
                .isEqualTo(card.pass().goodUntil());
        passes.revoke(card.pass().id(), chief);
        assertThat(devices.find(second.token()).orElseThrow().isRevoked()).isTrue();
        assertThat(devices.enter(card.code(), new Devices.Device(null, 1, KEY))).isEmpty();
        clock.advance(Duration.ofHours(25));
        assertThat(devices.find(second.token()).orElseThrow().isCardOver(clock.instant()))
                .isTrue();
    }

    @Test
    @DisplayName("読み上げる更新コードは、端末が持っている次の一つと同じ")
    void theCodeReadOutOpensTheNextSlot() {
        Devices.Entered entered = enter();
        assertThat(entered.renewals()).hasSize(Devices.CODES_AHEAD);
        assertThat(devices.readOut(entered.desk().id(), chief))
                .contains(entered.renewals().getFirst());
        sync.exchange(entered.desk(), new Sync.Said(clock.instant(), List.of(), null, 0, 2, 9));
        assertThat(devices.readOut(entered.desk().id(), chief))
                .as("the first was used without a line")
                .contains(entered.renewals().get(1));
        Sync.Heard runsShort = sync.exchange(entered.desk(), new Sync.Said(clock.instant(), List.of(), null, 0, 9, 2));
        assertThat(runsShort.renewals()).hasSize(Devices.CODES_AHEAD);
        assertThat(runsShort.renewals().getFirst().number()).isEqualTo(9);
    }
}
