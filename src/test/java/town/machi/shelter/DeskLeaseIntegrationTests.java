package town.machi.shelter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.ProblemException;
import town.machi.platform.Jobs;
import town.machi.platform.Settings;
import town.machi.shelter.after.Afterwards;
import town.machi.shelter.entrance.DeskDevice;
import town.machi.shelter.entrance.Devices;
import town.machi.shelter.entrance.Lease;
import town.machi.shelter.entrance.Passes;
import town.machi.shelter.entrance.Sync;
import town.machi.support.TestKeys;

@DisplayName("受付の端末が名簿を見られる時間と、本部が読み上げる番号")
class DeskLeaseIntegrationTests extends ShelterRoom {

    private static final byte[] KEY = TestKeys.publicKey();

    @Autowired
    Passes passes;

    @Autowired
    Devices devices;

    @Autowired
    Sync sync;

    @Autowired
    Settings settings;

    @Autowired
    Afterwards afterwards;

    @Autowired
    Jobs jobs;

    @AfterEach
    void standardHours() {
        settings.put("shelter.lease-hours", "72", chief);
        settings.put("shelter.card-hours", "24", chief);
    }

    private ShelterId shelterOf(OpeningId opening) {
        return shelters.findOpening(opening).orElseThrow().shelter();
    }

    private Devices.Entered enter(ShelterId shelter, @Nullable UUID before) {
        String code = passes.giveForThisDevice(shelter, ids.next(), chief)
                .orElseThrow()
                .code();
        return devices.enter(code, new Devices.Device(before, 1, KEY)).orElseThrow();
    }

    private Lease heardBy(DeskDevice desk) {
        return sync.exchange(desk, new Sync.Said(now(), List.of(), null, 0, 1, 10))
                .lease();
    }

    private Instant now() {
        return clock.instant();
    }

    @Test
    @DisplayName("設定の5時間は、始めるとき・同期・もう一度入るときのどれにも効き、その時から数える")
    void theHoursOfTheSetting() {
        settings.put("shelter.lease-hours", "5", chief);
        ShelterId shelter = shelterOf(open("五時間の避難所", Hazard.EARTHQUAKE));
        Devices.Entered entered = enter(shelter, null);
        assertThat(entered.lease().hours()).isEqualTo(5);
        assertThat(entered.lease().cardUntil()).isNull();
        assertThat(Duration.between(now(), entered.lease().until()))
                .isBetween(Duration.ofMinutes(299), Duration.ofHours(5));

        clock.advance(Duration.ofDays(3));
        Devices.Entered again = enter(shelter, entered.desk().id());
        assertThat(again.desk().id()).isEqualTo(entered.desk().id());
        assertThat(Duration.between(now(), again.lease().until()))
                .as("from now on, whenever it became a desk")
                .isBetween(Duration.ofMinutes(299), Duration.ofHours(5));
        Lease heard = heardBy(again.desk());
        assertThat(heard.hours()).isEqualTo(5);
        assertThat(Duration.between(now(), heard.until())).isBetween(Duration.ofMinutes(299), Duration.ofHours(5));
    }

    @Test
    @DisplayName("応援カードの端末は、カードの終わりを知り、終わったあとは番号を読み上げない")
    void noCodeOutlastsTheCard() {
        settings.put("shelter.card-hours", "2", chief);
        ShelterId shelter = shelterOf(open("カードの避難所", Hazard.EARTHQUAKE));
        Passes.Given card = passes.giveCard(shelter, ids.next(), chief).orElseThrow();
        Devices.Entered entered =
                devices.enter(card.code(), new Devices.Device(null, 1, KEY)).orElseThrow();
        Instant end = card.pass().goodUntil();
        assertThat(List.of(entered.lease(), heardBy(entered.desk()))).allSatisfy(lease -> {
            assertThat(lease.cardUntil()).isEqualTo(end);
            assertThat(lease.until()).isEqualTo(end);
        });
        UUID desk = entered.desk().id();
        assertThat(devices.readOut(desk, chief)).isPresent();
        clock.advance(Duration.ofHours(3));
        assertRefused(desk, DeskProblem.CARD_OVER);
    }

    @Test
    @DisplayName("名前を消したことを知らない端末には、番号を読み上げない。つながって知れば、また読み上げる")
    void noCodeForForgottenNames() {
        OpeningId opening = open("消した避難所", Hazard.EARTHQUAKE);
        DeskDevice away = enter(shelterOf(opening), null).desk();
        heardBy(away);
        clock.advance(Duration.ofDays(1));
        int revision = shelters.findOpening(opening).orElseThrow().revision();
        openings.close(opening, Destination.HOME, null, revision, ids.next(), chief);
        openings.end(quake, ids.next(), chief);
        clock.advance(Duration.ofDays(30));
        assertThat(devices.readOut(away.id(), chief)).as("the names are there").isPresent();

        Disaster over = shelters.listDisasters().stream()
                .filter(each -> each.id().equals(quake))
                .findFirst()
                .orElseThrow();
        afterwards.plan(over, LocalDate.ofInstant(now(), BusinessCalendar.TOKYO), "", chief);
        jobs.runNow("shelter.forget-names");
        assertRefused(away.id(), DeskProblem.NAMES_GONE);

        clock.advance(Duration.ofMinutes(1));
        heardBy(away);
        assertThat(devices.readOut(away.id(), chief)).as("it has let them go").isPresent();
    }

    @Test
    @DisplayName("消していない災害の名前もある端末には、番号を読み上げる")
    void aLaterNightStillCounts() {
        OpeningId first = open("続けて開く避難所", Hazard.EARTHQUAKE);
        DeskDevice desk = enter(shelterOf(first), null).desk();
        heardBy(desk);
        db.sql("""
                INSERT INTO shelter.disaster (id, name, hazards, drill, started_at, by_kind, by_id)
                VALUES (:id, '前の地震', '{EARTHQUAKE}', false, now(), 'system', 'test')
                """).param("id", other()).update();
        db.sql("""
                INSERT INTO shelter.opening (id, shelter_id, disaster_id, state, prepared_at, closed_at, confirmed_at, revision)
                SELECT :id, shelter_id, :id, 'CLOSED', prepared_at, now() + interval '100 years', prepared_at, 1
                FROM shelter.opening WHERE id = :first
                """).param("id", other()).param("first", first.value()).update();
        db.sql("INSERT INTO shelter.aftermath (disaster_id, forgotten_at) VALUES (:id, now() + interval '100 years')")
                .param("id", other())
                .update();
        assertThat(devices.readOut(desk.id(), chief)).isPresent();
    }

    private static UUID other() {
        return new UUID(77, 77);
    }

    private void assertRefused(UUID desk, DeskProblem why) {
        assertThatThrownBy(() -> devices.readOut(desk, chief))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(why));
    }
}
