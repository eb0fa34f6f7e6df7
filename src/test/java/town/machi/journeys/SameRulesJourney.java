package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.kernel.Kana;
import town.machi.shelter.Conflict;
import town.machi.shelter.Destination;
import town.machi.shelter.EventsJson;
import town.machi.shelter.Happening;
import town.machi.shelter.HouseholdFacts;
import town.machi.shelter.PersonFacts;
import town.machi.shelter.Presence;
import town.machi.shelter.ShelterEvent;
import town.machi.shelter.Stay;
import town.machi.support.Browser;
import town.machi.support.RunningTown;

/// The desk computes on the device what the town computes: the same rules written twice must say the same.
@DisplayName("端末の計算は、役場の計算と同じ")
class SameRulesJourney {

    private static final int ROUNDS = 120;
    private static final int EVENTS = 45;

    private static RunningTown town;
    private static Browser browser;
    private static Page page;

    @BeforeAll
    static void open() {
        browser = Browser.open();
        town = RunningTown.start();
        page = browser.desk(town.address()).newPage();
        page.navigate("/desk");
        page.evaluate("""
                async () => {
                    const base = document.querySelector('script[type=module]').src.replace('main.js', '');
                    for (const name of ['presence', 'kana', 'qr']) {
                        globalThis[name] = await import(`${base}${name}.js`);
                    }
                }
                """);
    }

    @AfterAll
    static void close() {
        town.close();
        browser.close();
    }

    @Test
    @DisplayName("どんな出来事の集まりからも、同じ人が同じところにいる")
    void theSameEventsGiveTheSameRegister() {
        Random chance = new Random(20260728);
        int settled = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<ShelterEvent> events = wild(chance);
            List<String> json = events.stream()
                    .map(event -> EventsJson.write(event).toString())
                    .toList();
            Object device = page.evaluate("""
                    (events) => {
                        const { persons, places, conflicts } = presence.register(events.map((event) => JSON.parse(event)));
                        const lines = [];
                        persons.forEach((each, id) => lines.push(`${id} ${each.state} ${each.opening} ${each.to}`,
                            `${id} ${presence.stayOf(each)} ${each.facts.meals ?? null} ${presence.isSecret(each)} ${each.household?.language ?? null} ${each.details.phone ?? null}`));
                        places.forEach((each, id) => lines.push(`${id} open ${each.open} ${each.opening}`));
                        conflicts.forEach((each) => lines.push(`${each.subject} ${each.kind} ${each.opening} ${each.settled}`));
                        return lines.sort();
                    }
                    """, json);
            Presence.Register register = Presence.of(events);
            assertThat(device).as("round " + round).isEqualTo(told(register));
            settled += (int)
                    register.conflicts().stream().filter(Conflict::settled).count();
        }
        assertThat(settled).as("conflicts that staff settled").isPositive();
    }

    private static List<String> told(Presence.Register register) {
        List<String> lines = new ArrayList<>();
        register.persons().forEach((id, each) -> {
            lines.add(id + " " + each.state() + " " + each.opening() + " " + each.to());
            var home = each.known().household();
            lines.add("%s %s %s %s %s %s"
                    .formatted(
                            id,
                            each.stay(),
                            each.known().facts().meals(),
                            each.isSecret(),
                            home == null ? null : home.language(),
                            each.known().details().get("phone")));
        });
        register.places().forEach((id, each) -> lines.add(id + " open " + each.open() + " " + each.opening()));
        register.conflicts()
                .forEach(each ->
                        lines.add(each.subject() + " " + each.kind() + " " + each.opening() + " " + each.settled()));
        return lines.stream().sorted().toList();
    }

    private static List<ShelterEvent> wild(Random chance) {
        List<ShelterEvent> events = new ArrayList<>();
        for (int n = 0; n < EVENTS; n++) {
            int where = chance.nextInt(3);
            Instant at = Instant.parse("2026-07-28T08:00:00Z").plusSeconds(60L * chance.nextInt(EVENTS));
            Happening what = happening(events, chance);
            events.add(new ShelterEvent(
                    new UUID(9, chance.nextInt(1_000_000)),
                    new UUID(8, where * 2 + chance.nextInt(2)),
                    opening(where),
                    at,
                    what,
                    personal(what, chance)));
        }
        Presence.of(events).conflicts().stream()
                .filter(_ -> chance.nextBoolean())
                .forEach(conflict -> events.add(settled(conflict, chance)));
        return events;
    }

    /// Staff looked at it, in the office.
    private static ShelterEvent settled(Conflict conflict, Random chance) {
        return ShelterEvent.of(
                new UUID(5, chance.nextInt(1_000_000)),
                new UUID(0, 0),
                conflict.opening(),
                Instant.parse("2026-07-29T08:00:00Z"),
                new Happening.Settled(conflict.id()));
    }

    private static UUID opening(int number) {
        return new UUID(7, number);
    }

    private static Happening happening(List<ShelterEvent> before, Random chance) {
        UUID person = new UUID(6, chance.nextInt(8));
        UUID earlier = before.isEmpty()
                ? person
                : before.get(chance.nextInt(before.size())).id();
        UUID to = chance.nextBoolean() ? opening(chance.nextInt(3)) : null;
        var facts = new PersonFacts(
                person, null, null, null, null, null, null, null, null, chance.nextInt(3) == 0 ? earlier : null);
        return switch (chance.nextInt(13)) {
            case 0, 1, 2 -> new Happening.Arrived(Happening.Way.TYPED, to, null, List.of(facts));
            case 3 -> new Happening.Counted(1 + chance.nextInt(5), null);
            case 4 -> new Happening.Left(List.of(person), to == null ? Destination.HOME : Destination.SHELTER, to);
            case 5 -> new Happening.WentOut(List.of(person));
            case 6 -> new Happening.CameBack(List.of(person));
            case 7 -> new Happening.RollCalled(3, List.of(person, new UUID(6, chance.nextInt(8))));
            case 8 -> new Happening.PlacesLeft(earlier, 1 + chance.nextInt(3), Destination.HOME, to);
            case 9 -> new Happening.Corrected(earlier);
            case 10, 11 -> new Happening.Noted(home(chance), List.of(better(person, chance)));
            default -> new Happening.Same(person, new UUID(6, 8 + chance.nextInt(3)), chance.nextInt(4) > 0);
        };
    }

    /// Sometimes a telephone, sometimes the word that takes it away.
    private static ShelterEvent.Personal personal(Happening what, Random chance) {
        List<PersonFacts> persons = switch (what) {
            case Happening.Arrived arrived -> arrived.persons();
            case Happening.Noted noted -> noted.persons();
            default -> List.of();
        };
        String phone = chance.nextInt(3) == 0 ? "" : "090" + chance.nextInt(10);
        return persons.isEmpty() || chance.nextBoolean()
                ? ShelterEvent.Personal.NONE
                : new ShelterEvent.Personal(null, Map.of(persons.getFirst().id(), Map.of("phone", phone)));
    }

    private static PersonFacts better(UUID person, Random chance) {
        Stay stay = chance.nextBoolean() ? Stay.values()[chance.nextInt(Stay.values().length)] : null;
        return new PersonFacts(person, null, null, null, null, null, stay, maybe(chance), maybe(chance), null);
    }

    private static @Nullable HouseholdFacts home(Random chance) {
        return chance.nextBoolean()
                ? null
                : new HouseholdFacts(
                        new UUID(5, chance.nextInt(2)),
                        null,
                        null,
                        maybe(chance),
                        null,
                        null,
                        chance.nextBoolean() ? "en" : null);
    }

    private static @Nullable Boolean maybe(Random chance) {
        return chance.nextInt(3) == 0 ? null : Boolean.valueOf(chance.nextBoolean());
    }

    @Test
    @DisplayName("かなの探し方も同じ")
    void theSameKanaKeys() {
        List<String> names = List.of(
                "オーノ",
                "オオノ",
                "オウノ",
                "ｶﾞ",
                "きょうこ",
                "キヨウコ",
                "ヴァイオリン",
                "サヽキ",
                "いすゞ",
                "ﾀﾉｳﾗ ﾀﾛｳ",
                "たのうら　たろう",
                "セイイチ",
                "ちぢみ",
                "つづく",
                "ヲトメ",
                "ヰエ",
                "ABC abc",
                "ッチ",
                "ユウ・コ",
                "ケイコー",
                "ガギグゲゴ");
        Map<String, String> server = new TreeMap<>();
        names.forEach(name -> server.put(name, Kana.searchKey(name)));
        Object device = page.evaluate(
                "(names) => Object.fromEntries(names.map((name) => [name, kana.searchKey(name)]))", names);
        assertThat(device).isEqualTo(server);
    }

    @Test
    @DisplayName("端末が描いたQRは、読み取れる")
    void whatTheDeskDrawsCanBeRead() throws Exception {
        for (int length : new int[] {1, 20, 77, 330, 680, 2000}) {
            String text = "MACHIDX1A2B3C4D5E6F7G".repeat(100).substring(0, length);
            @SuppressWarnings("unchecked")
            List<List<Boolean>> rows = (List<List<Boolean>>) page.evaluate("(text) => qr.qrSquares(text)", text);
            BitMatrix squares = new BitMatrix(rows.size());
            for (int y = 0; y < rows.size(); y++) {
                for (int x = 0; x < rows.size(); x++) {
                    if (rows.get(y).get(x)) {
                        squares.set(x, y);
                    }
                }
            }
            assertThat(new Decoder().decode(squares).getText()).isEqualTo(text);
        }
    }
}
