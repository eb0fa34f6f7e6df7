package town.machi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.demo.DemoAccount;
import town.machi.kernel.BusinessCalendar;
import town.machi.support.Browser;
import town.machi.support.RunningTown;

@DisplayName("水道の班の一日：予定、線の切れた電話、届かない写真、不在、精算、数字")
class CrewJourney {

    private static RunningTown town;
    private static Browser browser;

    @BeforeAll
    static void open() {
        town = RunningTown.start();
        browser = Browser.open();
        bringTheWorkToToday();
    }

    @AfterAll
    static void close() {
        browser.close();
        town.close();
    }

    /// The demo plans for the next day that is worked; the walk is taken on any day.
    private static void bringTheWorkToToday() {
        LocalDate today = LocalDate.now(BusinessCalendar.TOKYO);
        town.look().sql("""
                        INSERT INTO water.crew_day (crew_id, day, capacity) SELECT id, :today, 90 FROM water.crew
                        ON CONFLICT (crew_id, day) DO UPDATE SET capacity = 90
                        """).param("today", today).update();
        town.look()
                .sql("UPDATE water.slot SET day = :today WHERE day = (SELECT min(day) FROM water.slot)")
                .param("today", today)
                .update();
    }

    @Test
    @DisplayName("線が切れても報告と写真は電話に残り、戻ると一度だけ届く。JavaScript がなくても、届かなかった写真を名指しされても、送れる")
    void fromBoardToFigures() throws IOException {
        try (var phone = browser.person(town.address(), 320);
                var plain = browser.personWithoutScript(town.address(), 320);
                var tablet = browser.tablet(town.address())) {
            Page page = WaterClerk.signsIn(phone, DemoAccount.named("kawai")).page();
            plain.addCookies(phone.cookies());
            tablet.addCookies(phone.cookies());
            looksAtThePages(tablet.newPage(), "wide");
            looksAtThePages(page, "narrow");
            List<String> orders = valves(page);
            withoutALine(phone, page, orders.get(0));
            withoutScript(plain.newPage(), orders.get(1));
            aPhotoThatNeverArrives(page, plain.newPage(), orders.get(2));
            nobodyAtHome(page, orders.get(3));
            looksAtWhatCameOfIt(tablet.newPage());
        }
    }

    /// The orders of today's list whose valve is turned, not those whose meter is exchanged.
    private static List<String> valves(Page page) {
        page.navigate("/office/water/today");
        Locator stops = page.locator(".crew__stop:not(:has-text('取替'))");
        assertThat(stops.count()).as("orders of the first crew").isGreaterThanOrEqualTo(4);
        return stops.all().stream().map(stop -> stop.getAttribute("data-order")).toList();
    }

    private static void looksAtThePages(Page page, String width) {
        sees(page, "/office/water/board", "crew-board-" + width);
        sees(page, "/office/water/today", "crew-today-" + width);
        String order = valves(page).getFirst();
        sees(page, "/office/water/today/" + order, "crew-order-" + width);
        for (String paper : List.of("today/" + order + "/slip.pdf", sheet(page))) {
            var answer = page.request().get("/office/water/" + paper);
            assertThat(answer.status()).as(paper).isEqualTo(200);
            assertThat(answer.headers()).containsEntry("content-type", "application/pdf");
        }
    }

    private static String sheet(Page page) {
        page.navigate("/office/water/today");
        String href = page.locator("a[href*='day-sheet.pdf']").first().getAttribute("href");
        return href.replace("/office/water/", "");
    }

    private static void sees(Page page, String path, String picture) {
        page.navigate(path);
        Browser.assertAccessible(page);
        Browser.screenshot(page, picture);
    }

    private static void withoutALine(BrowserContext phone, Page page, String order) throws IOException {
        page.navigate("/office/water/today/" + order);
        page.waitForFunction("""
                async order => {
                    const kept = (await (await caches.open('water-pages')).keys()).map(each => each.url);
                    return navigator.serviceWorker.controller
                        && ['/today', order].every(end => kept.some(url => url.endsWith(end)));
                }
                """, order);
        phone.setOffline(true);
        page.navigate("/office/water/today");
        page.locator("[data-order='" + order + "'] .crew__go").click();
        Browser.screenshot(page, "crew-order-without-line");
        fill(page, "線なし.png");
        send(page);
        assertThat(page.locator("[data-outbox-count]")).hasText("未送信 1件");
        assertThat(page.locator("[data-outbox-list]")).containsText("報告を送っていません");
        Browser.screenshot(page, "crew-today-without-line");
        assertThat(visits(order, "true")).isZero();
        phone.setOffline(false);
        assertThat(page.locator("[data-outbox-count]")).hasText("未送信 0件");
        page.reload();
        assertThat(page.locator("[data-order='" + order + "']")).containsText("済み");
        assertThat(visits(order, "photo_file IS NOT NULL")).isEqualTo(1);
        assertThat(visits(order, "true")).isEqualTo(1);
    }

    private static void withoutScript(Page page, String order) throws IOException {
        page.navigate("/office/water/today/" + order);
        fill(page, "地の文.png");
        page.locator(".visit__send button").click();
        assertThat(page.locator("main")).containsText("報告を送りました");
        assertThat(visits(order, "photo_file IS NOT NULL")).isEqualTo(1);
    }

    /// The report goes through; the photo hangs on the phone, and the phone falls into the ditch.
    private static void aPhotoThatNeverArrives(Page page, Page other, String order) throws IOException {
        page.route("**/office/water/visits/*/photo", route -> route.abort());
        page.navigate("/office/water/today/" + order);
        fill(page, "溝に落ちた.png");
        send(page);
        assertThat(page.locator("[data-outbox-list]")).containsText("写真「溝に落ちた.png」を送っていません");
        assertThat(visits(order, "photo_file IS NULL")).isEqualTo(1);
        other.navigate("/office/water/today");
        Locator missing = other.locator(".crew__missing");
        assertThat(missing).containsText("写真「溝に落ちた.png」がまだ届いていません");
        Browser.screenshot(other, "crew-missing-photo");
        missing.locator("input[type=file]").setInputFiles(photo("溝に落ちた.png"));
        missing.getByText("写真を送る").click();
        assertThat(other.locator("main")).containsText("写真が届きました");
        assertThat(other.locator(".crew__missing")).hasCount(0);
        page.unroute("**/office/water/visits/*/photo");
        page.reload();
        assertThat(page.locator("[data-outbox-count]")).hasText("未送信 0件");
        assertThat(visits(order, "photo_file IS NOT NULL")).isEqualTo(1);
    }

    private static void nobodyAtHome(Page page, String order) {
        page.navigate("/office/water/today/" + order);
        page.locator("[name=result][value=AWAY]").check();
        send(page);
        assertThat(page.locator("[data-outbox-count]")).hasText("未送信 0件");
        assertThat(visits(order, "result = 'AWAY'")).isEqualTo(1);
    }

    private static void looksAtWhatCameOfIt(Page page) {
        sees(page, "/office/water/settlements", "crew-settlements-wide");
        sees(page, "/office/water/figures", "crew-figures-wide");
        assertThat(page.locator("table")).containsText("開栓");
        String csv = page.request().get("/office/water/figures.csv").text();
        assertThat(csv.lines().toList()).hasSize(13);
        page.setViewportSize(320, 844);
        sees(page, "/office/water/settlements", "crew-settlements-narrow");
        sees(page, "/office/water/figures", "crew-figures-narrow");
    }

    private static void fill(Page page, String photo) throws IOException {
        boolean opens = page.locator("[name=pilot]").count() > 0;
        String last = page.locator("form[data-visit]").getAttribute("data-last");
        page.locator("[name=same][value=yes]").check();
        page.locator("[name=reading]").fill(Integer.toString((last.isEmpty() ? 0 : Integer.parseInt(last)) + 7));
        page.locator("[name=valve][value=" + (opens ? "open" : "closed") + "]").check();
        if (opens) {
            page.locator("[name=pilot][value=STILL]").check();
        }
        page.locator("[name=photo]").setInputFiles(photo(photo));
    }

    private static void send(Page page) {
        page.locator(".visit__send button").click();
        page.waitForURL("**/office/water/today");
    }

    private static FilePayload photo(String name) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
        return new FilePayload(name, "image/png", out.toByteArray());
    }

    private static int visits(String order, String which) {
        return town.look()
                .sql("SELECT count(*) FROM water.visit WHERE order_id = CAST(:order AS uuid) AND " + which)
                .param("order", order)
                .query(Integer.class)
                .single();
    }
}
