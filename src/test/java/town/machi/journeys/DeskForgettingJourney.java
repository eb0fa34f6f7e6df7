package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.demo.DemoAccount;
import town.machi.support.Browser;
import town.machi.support.RunningTown;

/// What the nightly job does to the tables, `ForgettingIntegrationTests` tells; here it meets a desk that was away.
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
            desk.takeIn(shelters.code(ShelterDeskJourney.household(71, 3)), 3);
            recordsForAStranger(desk.page());
            desk.sync();
            assertThat(desk.page().evaluate("machiDesk.desk.refused().length")).isEqualTo(1);
            desk.cutOff();
            desk.takeIn(shelters.code(ShelterDeskJourney.household(72, 2)), 2);
            assertThat(desk.unsent()).isEqualTo(1);
            assertThat(records(desk.page())).isEqualTo(3);
            assertThat(all(desk.page())).contains("カゾク", "0966-00-0000");

            theNightComes();
            assertThat(records(desk.page()))
                    .as("without a line it knows nothing of it")
                    .isEqualTo(3);
            assertThat(askForACode(chief, desk)).contains("更新コードは出せません");
            desk.reconnect();
            desk.sync();
            desk.sync();
            assertThat(records(desk.page())).as("taken or refused").isZero();
            assertThat(all(desk.page()))
                    .doesNotContain("カゾク")
                    .doesNotContain("家族")
                    .doesNotContain("コトワリ")
                    .doesNotContain("0966-00-0000");
            assertThat(askForACode(chief, desk)).as("it has let them go").contains("更新コード", "番: ");
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

    /// Something that the town refuses, with a name in it.
    private static void recordsForAStranger(Page page) {
        page.evaluate("""
                async () => {
                    const { desk } = machiDesk;
                    const id = '019dc000-0000-7000-8000-00000000beef';
                    const body = { way: 'TYPED', from: null, household: null, persons: [{ id }] };
                    const event = desk.event('ARRIVED', body, { persons: { [id]: { kana: 'コトワリ カゾク' } } });
                    await desk.record({ ...event, desk: id });
                }
                """);
    }

    private static String askForACode(WaterClerk chief, EntranceDesk desk) {
        Page office = chief.page();
        office.navigate("/office/shelter-desks");
        office.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(OpenShelters.KIZUNA))
                .click();
        office.locator("form[action$='/desks/" + desk.id() + "/code'] button").click();
        Browser.assertAccessible(office);
        return office.locator("main").textContent();
    }

    /// All is over, the day has come, and the town's own job of the night runs.
    private static void theNightComes() {
        JdbcClient look = town.look();
        look.sql("UPDATE shelter.opening SET state = 'CLOSED', closed_at = now()")
                .update();
        look.sql("UPDATE shelter.disaster SET closed_at = now()").update();
        look.sql(
                        "INSERT INTO shelter.aftermath (disaster_id, forget_on) SELECT id, current_date - 1 FROM shelter.disaster")
                .update();
        look.sql("UPDATE platform.scheduled_tasks SET execution_time = now() WHERE task_name = 'shelter.forget-names'")
                .update();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> shelters.number("SELECT count(*) FROM shelter.deletion") == 1);
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
