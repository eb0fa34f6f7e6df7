package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.demo.DemoAccount;
import town.machi.support.Browser;
import town.machi.support.RunningTown;

/// What the nightly job does to the tables, `ForgettingIntegrationTests` tells; here it is done to a desk that was
/// away.
@DisplayName("避難所の入口：名前が消えたあとの端末")
class DeskForgettingJourney {

    private static final DemoAccount CHIEF = DemoAccount.named("bosai");

    private static RunningTown town;
    private static Browser browser;
    private static OpenShelters shelters;

    @BeforeAll
    static void open() {
        browser = Browser.open();
        town = RunningTown.start();
        shelters = OpenShelters.in(town);
    }

    @AfterAll
    static void close() {
        town.close();
        browser.close();
    }

    @Test
    @DisplayName("町が名前を消すと、次につながった端末からも記録が消える。未送信だったものは数だけ町に届く")
    void nothingOfThemStaysOnTheTablet() {
        WaterClerk chief = WaterClerk.signsIn(browser.desk(town.address()), CHIEF);
        try (BrowserContext tablet = browser.tablet(town.address())) {
            EntranceDesk desk = EntranceDesk.begin(tablet, chief, OpenShelters.KIZUNA);
            takeIn(desk, 71, 3);
            desk.sync();
            desk.cutOff();
            takeIn(desk, 72, 2);
            assertThat(desk.unsent()).isEqualTo(1);
            assertThat(records(desk.page())).isEqualTo(2);
            assertThat(all(desk.page())).contains("カゾク", "0966-00-0000");

            theNightComes();
            assertThat(records(desk.page()))
                    .as("without a line it knows nothing of it")
                    .isEqualTo(2);
            desk.reconnect();
            desk.sync();
            desk.sync();
            assertThat(records(desk.page())).isZero();
            assertThat(all(desk.page()))
                    .doesNotContain("カゾク")
                    .doesNotContain("家族")
                    .doesNotContain("0966-00-0000");
            desk.reopen();
            desk.unlock();
            assertThat(desk.eventIds()).isEmpty();
            assertThat(all(desk.page())).doesNotContain("カゾク");

            assertThat(shelters.number("SELECT count(*) FROM shelter.event WHERE kind = 'ARRIVED'"))
                    .isEqualTo(2);
            assertThat(shelters.number("SELECT count(*) FROM shelter.event WHERE personal IS NOT NULL"))
                    .as("what came late brought no name back")
                    .isZero();
            assertThat(shelters.number("SELECT count(*) FROM shelter.presence WHERE personal IS NOT NULL"))
                    .isZero();
        }
    }

    private static void takeIn(EntranceDesk desk, int household, int people) {
        desk.scan(shelters.code(ShelterDeskJourney.household(household, people)));
        desk.tap(people + "人を受け付ける");
        desk.hears(people + "人を受け付けました");
    }

    private static void theNightComes() {
        JdbcClient night = town.look();
        night.sql("UPDATE shelter.opening SET state = 'CLOSED', closed_at = now()")
                .update();
        night.sql("UPDATE shelter.disaster SET closed_at = now()").update();
        night.sql("UPDATE shelter.event SET personal = NULL").update();
        night.sql("UPDATE shelter.presence SET personal = NULL, kana_key = NULL, birth = NULL, person_marks = '{}'")
                .update();
        night.sql("""
                INSERT INTO shelter.aftermath (disaster_id, forget_on, forgotten_at)
                SELECT id, current_date, now() FROM shelter.disaster
                """).update();
    }

    /// What lies in the tablet's store, opened or not.
    private static int records(Page page) {
        return ((Number) page.evaluate("""
                () => new Promise((resolve, reject) => {
                    const asked = indexedDB.open('machi-desk');
                    asked.onerror = () => reject(asked.error);
                    asked.onsuccess = () => {
                        const count = asked.result.transaction('events').objectStore('events').count();
                        count.onsuccess = () => { asked.result.close(); resolve(count.result); };
                    };
                })
                """)).intValue();
    }

    /// Everything that the opened desk knows and shows, as text.
    private static String all(Page page) {
        return (String) page.evaluate("""
                () => {
                    const { desk } = machiDesk;
                    const known = [desk.events(), [...desk.register.persons.values()], desk.expected, desk.visits];
                    return JSON.stringify(known) + document.body.textContent + JSON.stringify({ ...localStorage });
                }
                """);
    }
}
