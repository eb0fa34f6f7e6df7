package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.demo.DemoAccount;
import town.machi.support.Browser;
import town.machi.support.RunningTown;

/// Done when (1) of the issue on shelters: five desks with no line, a day apart, one of them killed while it writes.
@DisplayName("五つの受付が一日ずつ離れた時刻に、回線なしで二百人を入れ、五十人を出す")
class FiveDesksJourney {

    private static final DemoAccount CHIEF = DemoAccount.named("bosai");
    private static final int DESKS = 5;
    private static final int COMING = 200;
    private static final int LEAVING = 50;

    @Test
    @DisplayName("一台が書きこみの途中で落ちても、つながるとすべてが一度ずつ、時刻の順にあり、人数は手で数えたものと同じ")
    void allIsThereOnceAndTheCountsAgree() throws IOException {
        Path battery = Files.createTempDirectory("machi-desk");
        try (var town = RunningTown.start();
                var browser = Browser.open();
                var dying = new DyingTablet(town.address(), battery)) {
            OpenShelters shelters = OpenShelters.in(town);
            WaterClerk chief = WaterClerk.signsIn(browser.desk(town.address()), CHIEF);
            List<EntranceDesk> desks = new ArrayList<>();
            for (int i = 0; i < DESKS; i++) {
                BrowserContext tablet = i == 2 ? dying.context() : browser.tablet(town.address());
                String shelter = i < 3 ? OpenShelters.KIZUNA : OpenShelters.CENTRE;
                desks.add(EntranceDesk.begin(tablet, chief, shelter));
            }
            desks.forEach(EntranceDesk::cutOff);
            long now = System.currentTimeMillis();
            int events = 0;
            for (int i = 0; i < DESKS; i++) {
                EntranceDesk desk = desks.get(i);
                desk.setClock(now - Duration.ofDays(DESKS - i).toMillis());
                if (i == 2) {
                    desks.set(i, dying.dieWhileWriting(desk, seed(i)));
                    desk = desks.get(i);
                    desk.setClock(now - Duration.ofDays(DESKS - i).toMillis() + 600_000);
                    desk.comeAndGo(seed(i), 150, 50, 0);
                    desk.goHome(seed(i), LEAVING);
                } else {
                    desk.comeAndGo(seed(i), 0, COMING, LEAVING);
                }
                events += desk.unsent();
            }
            assertThat(events).as("nothing more and nothing less than was done").isEqualTo(DESKS * (COMING + LEAVING));

            for (int i : new int[] {3, 0, 4, 2, 1}) {
                desks.get(i).setClock(System.currentTimeMillis());
                desks.get(i).reconnect();
                desks.get(i).sync();
            }
            desks.forEach(EntranceDesk::sync);
            List<UUID> log = shelters.eventsInOrder();
            assertThat(log).hasSize(DESKS * (COMING + LEAVING)).doesNotHaveDuplicates();
            assertThat(shelters.number(
                            "SELECT count(DISTINCT (device_at AT TIME ZONE 'Asia/Tokyo')::date) FROM shelter.event"))
                    .as("five days")
                    .isGreaterThanOrEqualTo(DESKS);
            assertThat(shelters.number("""
                    SELECT count(*) FROM shelter.event l JOIN shelter.event_subject s ON s.event_id = l.id
                    JOIN shelter.event_subject t ON t.subject = s.subject JOIN shelter.event a ON a.id = t.event_id
                    WHERE l.kind = 'LEFT' AND a.kind = 'ARRIVED' AND a.at >= l.at
                    """)).as("nobody left before they came").isZero();
            int byHand = COMING - LEAVING;
            assertThat(shelters.countedAt(shelters.kizuna())).isEqualTo(3 * byHand);
            assertThat(shelters.countedAt(shelters.centre())).isEqualTo(2 * byHand);
            for (int i = 0; i < DESKS; i++) {
                assertThat(desks.get(i).inside()).as("desk " + i).isEqualTo(i < 3 ? 3 * byHand : 2 * byHand);
                assertThat(desks.get(i).unsent()).isZero();
            }
        } finally {
            FileUtils.deleteDirectory(battery.toFile());
        }
    }

    private static String seed(int desk) {
        return "0198000" + desk;
    }

    /// A tablet with a disk of its own, whose battery can die: the browser is killed as by `kill -9`.
    private static final class DyingTablet implements AutoCloseable {

        private static final int WRITING = 150;
        private static final int ENOUGH = 90;

        private final String address;
        private final Path disk;
        private Playwright playwright;
        private BrowserContext context;

        DyingTablet(String address, Path disk) {
            this.address = address;
            this.disk = disk;
            this.playwright = start();
            this.context = open();
        }

        private static Playwright start() {
            return Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        }

        private BrowserContext open() {
            return playwright.chromium().launchPersistentContext(disk, Browser.persistent(address));
        }

        BrowserContext context() {
            return context;
        }

        /// Takes people in, one by one; the page says who was answered for. Somewhere on the way everything stops.
        EntranceDesk dieWhileWriting(EntranceDesk desk, String seed) {
            Set<String> answered = new ConcurrentSkipListSet<>();
            CountDownLatch enough = new CountDownLatch(ENOUGH);
            desk.page().exposeFunction("answered", args -> {
                answered.add((String) args[0]);
                enough.countDown();
                return null;
            });
            desk.page().evaluate("""
                    ([seed, writing]) => {
                        const { desk } = machiDesk;
                        const person = (n) => `${seed}-0000-7000-8000-${String(n).padStart(12, '0')}`;
                        const one = async (n) => {
                            const body = { way: 'TYPED', from: null, household: null, persons: [{ id: person(n) }] };
                            const event = desk.event('ARRIVED', body, { persons: { [person(n)]: { kana: `ヒナン ${n}` } } });
                            await desk.record(event);
                            answered(event.id);
                        };
                        (async () => { for (let n = 0; n < writing; n++) { await one(n); } })();
                    }
                    """, new Object[] {seed, WRITING});
            while (enough.getCount() > 0) {
                desk.page().waitForTimeout(20);
            }
            kill();
            playwright = start();
            context = open();
            EntranceDesk again = EntranceDesk.again(context);
            again.cutOff();
            again.unlock();
            Set<String> kept = new TreeSet<>(again.eventIds());
            assertThat(kept).as("whatever was answered for is on the disk").containsAll(answered);
            again.finish(seed, WRITING);
            return again;
        }

        private void kill() {
            ProcessHandle.current()
                    .descendants()
                    .filter(process -> process.info().commandLine().orElse("").contains(disk.toString()))
                    .forEach(ProcessHandle::destroyForcibly);
            try {
                playwright.close();
            } catch (PlaywrightException alreadyGone) {
                assertThat(alreadyGone).isNotNull();
            }
        }

        @Override
        public void close() {
            playwright.close();
        }
    }
}
