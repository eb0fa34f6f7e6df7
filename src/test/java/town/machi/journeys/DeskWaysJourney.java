package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import town.machi.support.Browser;

@DisplayName("避難所の入口：ほかの受付・応援の人・壁のQR・紙")
class DeskWaysJourney extends OpenNight {

    @Test
    @DisplayName("回線のない二つの受付が、ファイルとQRで名簿を合わせ、同じ人を二人に数えない")
    void twoDesksMergeWithoutALine() throws IOException {
        try (var one = browser.tablet(town.address());
                var other = browser.tablet(town.address());
                var elsewhere = browser.tablet(town.address())) {
            var first = EntranceDesk.begin(one, chief, OpenShelters.KIZUNA);
            var second = EntranceDesk.begin(other, chief, OpenShelters.KIZUNA);
            var stranger = EntranceDesk.begin(elsewhere, chief, OpenShelters.CENTRE);
            int before = first.inside();
            List.of(first, second, stranger).forEach(EntranceDesk::cutOff);
            String code = shelters.code(ShelterDeskJourney.household(21, 3));
            first.takeIn(code, 3);
            second.takeIn(code, 3);
            second.takeIn(shelters.code(ShelterDeskJourney.household(22, 2)), 2);

            byte[] file = giveFile(second);
            assertThat(new String(file, StandardCharsets.UTF_8))
                    .doesNotContain("カゾク")
                    .doesNotContain("家族");
            takeFile(first, file);
            first.hears("ほかの受付の記録 2件を取り込みました");
            assertThat(first.inside())
                    .as("three who were taken in twice, and two")
                    .isEqualTo(before + 5);
            Browser.assertAccessible(first.page());
            takeFile(first, file);
            first.hears("新しい記録はありませんでした");
            takeFile(stranger, file);
            stranger.page().getByText("別の避難所の受付の記録です").waitFor();

            for (String frame : giveFrames(first)) {
                second.scan(frame);
            }
            second.hears("ほかの受付の記録 1件を取り込みました");
            assertThat(second.inside()).isEqualTo(before + 5);

            List.of(first, second).forEach(EntranceDesk::reconnect);
            List.of(first, second).forEach(EntranceDesk::sync);
            first.sync();
            assertThat(first.inside()).isEqualTo(before + 5);
            assertThat(shelters.countedAt(shelters.kizuna())).isEqualTo(before + 5);
            assertThat(shelters.number("SELECT count(*) FROM shelter.conflict WHERE kind = 'TAKEN_IN_TWICE'"))
                    .as("staff look at what two desks did")
                    .isEqualTo(3);
            var asks = first.page().getByText("確かめてください");
            asks.waitFor();
            settleAll();
            first.sync();
            assertThat(asks.count())
                    .as("what staff settled is no question here")
                    .isZero();
        }
    }

    /// The chief asked the people, and says so in the office.
    private static void settleAll() {
        Page office = chief.page();
        office.navigate("/office/shelters/openings/" + shelters.kizuna() + "/roster");
        var settle = office.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("本人に確かめた"));
        for (int left = settle.count(); left > 0; left--) {
            settle.first().click();
            assertThat(settle.count()).isEqualTo(left - 1);
        }
    }

    private static byte[] giveFile(EntranceDesk desk) throws IOException {
        desk.tap("そのほか");
        desk.tap("ほかの受付と受け渡す");
        Browser.assertAccessible(desk.page());
        Download file = desk.page().waitForDownload(() -> desk.tap("ファイルにする"));
        desk.tap("受付に戻る");
        return Files.readAllBytes(file.path());
    }

    private static void takeFile(EntranceDesk desk, byte[] file) {
        if (desk.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("受付に戻る"))
                .isVisible()) {
            desk.tap("受付に戻る");
        }
        desk.tap("そのほか");
        desk.tap("ほかの受付と受け渡す");
        desk.page().getByLabel("ファイルを選ぶ").setInputFiles(new FilePayload("a.machi", "application/octet-stream", file));
    }

    /// What the other desk's scanner reads off the screen, frame by frame.
    @SuppressWarnings("unchecked")
    private static List<String> giveFrames(EntranceDesk desk) {
        return (List<String>) desk.page().evaluate("""
                async () => {
                    const base = document.querySelector('script[type=module]').src.replace('main.js', '');
                    const { batchOf } = await import(`${base}exchange.js`);
                    const { framesOf } = await import(`${base}frames.js`);
                    const { desk } = machiDesk;
                    const mine = desk.waiting().map(({ event }) => event).filter((event) => event.desk === desk.meta.desk);
                    return framesOf(await batchOf(desk, mine));
                }
                """);
    }

    @Test
    @DisplayName("応援の人はカードで受付に入り、本部が取り消すと名簿は閉じる")
    void aHelperComesInWithACardUntilItIsTakenBack() {
        try (BrowserContext tablet = browser.tablet(town.address())) {
            Page office = chief.page();
            office.navigate("/office/shelter-desks");
            office.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(OpenShelters.CENTRE))
                    .click();
            office.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("応援カードを作る"))
                    .click();
            Browser.assertAccessible(office);
            String code = office.locator(".helper-card__code").textContent();
            EntranceDesk desk = EntranceDesk.again(tablet);
            Browser.assertAccessible(desk.page());
            desk.page().getByLabel("カードの番号").fill(code.toLowerCase(java.util.Locale.ROOT));
            desk.choosePin("受付を始める");
            desk.waitForHome();
            desk.takeIn(shelters.code(ShelterDeskJourney.household(31, 2)), 2);
            desk.sync();
            assertThat(shelters.number("SELECT count(*) FROM shelter.event WHERE by_id LIKE 'shelter.card:%'"))
                    .as("written down as the holder of this card")
                    .isEqualTo(1);

            office.navigate("/office/shelter-desks");
            office.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(OpenShelters.CENTRE))
                    .click();
            office.locator("form[action*='/cards/'] button").first().click();
            desk.page().evaluate("machiDesk.sync.now()");
            desk.page().reload();
            desk.page().getByText("名簿を見られる時間が過ぎました").waitFor();
            assertThat(desk.page().locator("body").textContent()).doesNotContain("カゾク");
        }
    }

    @Test
    @DisplayName("壁のQRを自分のスマホで読み、番号を受付に見せると、そこで初めて数える")
    void theWallCountsOnlyAtTheDesk() {
        try (BrowserContext tablet = browser.tablet(town.address());
                BrowserContext phone = browser.phone(town.address())) {
            var desk = EntranceDesk.begin(tablet, chief, OpenShelters.CENTRE);
            int before = desk.inside();
            Page mine = phone.newPage();
            mine.navigate("/here/" + shelterOf(desk) + "?lang=en");
            Browser.assertAccessible(mine);
            mine.locator("[name=name0]").fill("ほけん はな");
            mine.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Get a number"))
                    .click();
            String number = mine.locator(".wall-number").textContent();
            Browser.assertAccessible(mine);
            desk.sync();
            assertThat(desk.inside()).as("a number counts nobody").isEqualTo(before);
            desk.tap("壁のQRで 1組が待っています");
            desk.page().getByText(number + "番").click();
            desk.tap("1人を受け付ける");
            desk.hears("1人を受け付けました");
            assertThat(desk.inside()).isEqualTo(before + 1);
            desk.sync();
            assertThat(desk.page().getByText("組が待っています").count()).isZero();
        }
    }

    private static UUID shelterOf(EntranceDesk desk) {
        return UUID.fromString((String) desk.page().evaluate("machiDesk.desk.meta.shelter"));
    }

    @Test
    @DisplayName("紙で受け付けた人を、紙に書いてある時刻のまま入れ、出て、戻り、点呼し、取り消す")
    void paperIsTypedInWithItsOwnTimes() {
        try (BrowserContext tablet = browser.tablet(town.address())) {
            var desk = EntranceDesk.begin(tablet, chief, OpenShelters.CENTRE);
            desk.cutOff();
            int before = desk.inside();
            desk.tap("そのほか");
            desk.tap("紙の受付票から入れる");
            Page page = desk.page();
            page.getByLabel("入所した日").fill((String) page.evaluate(
                    "new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(Date.now() - 86400000)"));
            page.getByLabel("時刻").fill("21:40");
            page.getByLabel("かな（名字と名前）").fill("かみ はな");
            page.getByLabel("生まれた年（または年齢）").fill("昭和99");
            desk.tap("受け付ける");
            page.getByText("生まれた年を読めません。").waitFor();
            page.getByLabel("生まれた年（または年齢）").fill("昭和23");
            Browser.assertAccessible(page);
            desk.tap("受け付ける");
            desk.hears("1人を受け付けました");

            desk.tap("出る・戻る");
            page.locator(".desk-row", new Page.LocatorOptions().setHasText("カミ ハナ"))
                    .click();
            Browser.assertAccessible(page);
            desk.tap("一時外出");
            desk.hears("1人が一時外出しました");
            assertThat(desk.inside()).isEqualTo(before);
            desk.tap("取り消す");
            desk.hears("取り消しました");
            assertThat(desk.inside()).isEqualTo(before + 1);

            desk.tap("点呼");
            page.getByLabel("数えた人数").fill("0");
            desk.tap("次へ");
            page.getByText("カミ ハナ").click();
            desk.tap("1人がいない");
            desk.hears("点呼を記録しました");
            assertThat(desk.inside()).isEqualTo(before);
            desk.tap("名簿");
            page.getByText("所在不明・退所見込").first().waitFor();
            Browser.assertAccessible(page);
            desk.tap("名簿を印刷する");
            Browser.assertAccessible(page);
            desk.reconnect();
            desk.sync();
            assertThat(shelters.number("""
                    SELECT count(*) FROM shelter.event WHERE body ->> 'way' = 'PAPER'
                    AND to_char(at AT TIME ZONE 'Asia/Tokyo', 'HH24:MI') = '21:40' AND at < now() - interval '1 hour'
                    """)).as("with the time of the paper").isEqualTo(1);
        }
    }

    @Test
    @DisplayName("名簿の紙では、居場所を知られてはいけない人に印がつき、ほかの人にはつかない")
    void theProtectedAreMarkedOnPaper() {
        try (BrowserContext tablet = browser.tablet(town.address())) {
            var desk = EntranceDesk.begin(tablet, chief, OpenShelters.CENTRE);
            desk.cutOff();
            desk.page().evaluate("""
                    async () => {
                        const { desk } = machiDesk;
                        const [one, other] = [1, 2].map((n) => `019dc000-0000-7000-8000-0000000051a${n}`);
                        const persons = [{ id: one, secret: true }, { id: other }];
                        const personal = { persons: { [one]: { kana: 'カクス ヒト' }, [other]: { kana: 'フツウ ヒト' } } };
                        await desk.record(desk.event('ARRIVED', { way: 'TYPED', from: null, household: null, persons }, personal));
                    }
                    """);
            Page page = desk.page();
            desk.tap("そのほか");
            desk.tap("名簿を印刷する");
            assertThat(row(page, "カクス ヒト")).contains("【居場所を知られてはいけない人】");
            assertThat(row(page, "フツウ ヒト")).doesNotContain("【");
            page.getByText("この紙を受付の外に出さず").waitFor();
            Browser.assertAccessible(page);
            Browser.screenshot(page, "desk-printed-roster");
        }
    }

    private static String row(Page page, String name) {
        return page.locator("tr", new Page.LocatorOptions().setHasText(name)).textContent();
    }

    @Test
    @DisplayName("受付はホーム画面に入れられる。名前・始まり・絵は、あるものだけを指す")
    void theDeskCanBePutOnTheHomeScreen() {
        try (BrowserContext tablet = browser.tablet(town.address())) {
            Page page = tablet.newPage();
            page.navigate("/desk");
            String address = page.locator("link[rel=manifest]").getAttribute("href");
            var answer = page.request().get(address);
            assertThat(answer.headers().get("content-type")).startsWith("application/manifest+json");
            JsonNode manifest = JsonMapper.shared().readTree(answer.text());
            assertThat(manifest.path("short_name").stringValue()).isEqualTo("避難所受付");
            assertThat(manifest.path("display").stringValue()).isEqualTo("standalone");
            assertThat(manifest.path("start_url").stringValue())
                    .startsWith(manifest.path("scope").stringValue());
            assertThat(page.request()
                            .get(manifest.path("start_url").stringValue())
                            .status())
                    .isEqualTo(200);
            assertThat(manifest.path("icons")).hasSize(2).allSatisfy(icon -> {
                var picture = page.request().get(icon.path("src").stringValue());
                assertThat(picture.status()).isEqualTo(200);
                assertThat(picture.headers().get("content-type"))
                        .isEqualTo(icon.path("type").stringValue());
            });
        }
    }
}
