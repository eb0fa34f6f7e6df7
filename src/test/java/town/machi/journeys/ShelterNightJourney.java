package town.machi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.demo.DemoAccount;
import town.machi.support.Browser;
import town.machi.support.RunningTown;

@DisplayName("避難所の夜：呼び出しから閉鎖まで")
class ShelterNightJourney {

    private static final DemoAccount CHIEF = DemoAccount.named("bosai");

    private static RunningTown town;
    private static Browser browser;
    private static BrowserContext office;

    @BeforeAll
    static void open() {
        browser = Browser.open();
        town = RunningTown.start(Map.of("MACHI_REPLAY", "true", "MACHI_REPLAYPAUSE", "100ms"));
        office = browser.desk(town.address());
        WaterClerk.signsIn(office, CHIEF);
    }

    @AfterAll
    static void close() {
        office.close();
        town.close();
        browser.close();
    }

    @Test
    @DisplayName("一押しで準備中、安全を確かめて開設、住民に空き、満員、閉鎖。どの画面も読み上げで使える")
    void fromTheCallToTheClosing() {
        try (BrowserContext phone = browser.phone(town.address())) {
            Page chief = office.newPage();
            Page resident = phone.newPage();
            chief.navigate("/office/shelters");
            Browser.assertAccessible(chief);
            begin(chief);
            see(resident, "開設準備中（まだ入れません）");

            chief.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("芦北町民総合センター"))
                    .first()
                    .click();
            Browser.assertAccessible(chief);
            chief.locator("input[name=safety]").all().forEach(box -> box.check());
            press(chief, "安全を確かめたので開設する");
            assertThat(chief.locator("main")).containsText("開設しました");
            see(resident, "空いています");
            Browser.assertAccessible(resident);

            press(chief, "住民に「満員」と出す");
            see(resident, "満員");
            callTheRoll(chief);
            chief.locator("summary", new Page.LocatorOptions().setHasText("閉鎖する"))
                    .click();
            press(chief, "閉鎖する");
            assertThat(chief.locator("main")).containsText("閉鎖しました");
            askAndEnd(chief);
        }
    }

    /// 安否照会 for somebody whom nobody knows; the end, and the page of what comes after it.
    private static void askAndEnd(Page chief) {
        chief.navigate("/office/shelters/inquiries");
        Browser.assertAccessible(chief);
        chief.locator("#asker").fill("例 花子");
        chief.locator("#askerAddress").fill("熊本市中央区（例）");
        chief.locator("input[name=relation][value=KIN]").check();
        chief.locator("input[name=proof][value=SEEN]").check();
        chief.locator("#reason").fill("連絡がとれないため");
        chief.locator("#kana").fill("シラナイ ヒト");
        chief.locator("#birth").fill("昭和30年4月1日");
        press(chief, "照会する");
        assertThat(chief.locator(".inquiry-answer")).hasText("お答えできる情報がありません");
        Browser.assertAccessible(chief);

        chief.navigate("/office/shelters");
        chief.onDialog(com.microsoft.playwright.Dialog::accept);
        chief.locator("section", new Page.LocatorOptions().setHasText("高波の例"))
                .getByRole(
                        AriaRole.BUTTON,
                        new com.microsoft.playwright.Locator.GetByRoleOptions().setName("この災害への対応を終える"))
                .click();
        assertThat(chief.locator("main")).containsText("対応を終えました");
        chief.locator("li", new Page.LocatorOptions().setHasText("高波の例"))
                .getByText("終わったあと")
                .click();
        assertThat(chief.locator("main")).containsText("未設定");
        Browser.assertAccessible(chief);
    }

    private static void begin(Page chief) {
        chief.locator("summary", new Page.LocatorOptions().setHasText("災害への対応を始め"))
                .click();
        chief.locator("input[name=name]").fill("高波の例");
        chief.locator("input[name=hazard][value=TSUNAMI]").check();
        var form = chief.locator("form[action='/office/shelters/begin']");
        form.locator("input[name=shelter]").all().forEach(box -> box.setChecked(false));
        form.locator("label", new com.microsoft.playwright.Locator.LocatorOptions().setHasText("芦北町民総合センター"))
                .locator("input")
                .check();
        press(chief, "始めて、選んだ避難所を開設準備中にする");
        assertThat(chief.locator("main")).containsText("開設準備中にしました");
    }

    private static void callTheRoll(Page chief) {
        chief.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("名簿と点呼"))
                .click();
        Browser.assertAccessible(chief);
        chief.locator("#heads").fill("0");
        press(chief, "点呼を記録する");
        assertThat(chief.locator("main")).containsText("点呼を記録しました");
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /// The board is at most a second old.
    private static void see(Page resident, String words) {
        org.awaitility.Awaitility.await().untilAsserted(() -> {
            resident.navigate("/shelters?look=" + System.nanoTime());
            assertThat(resident.locator(".vacancy__item", new Page.LocatorOptions().setHasText("芦北町民総合センター"))
                            .textContent())
                    .contains(words);
        });
    }

    @Test
    @DisplayName("七月の夜の再生を、グラフと表で見まもれる")
    void theNightsCanBeWatched() {
        Page page = office.newPage();
        page.navigate("/office/shelters");
        page.locator("section", new Page.LocatorOptions().setHasText("令和8年熊本地震"))
                .getByRole(AriaRole.LINK, new com.microsoft.playwright.Locator.GetByRoleOptions().setName("報告と推移のグラフ"))
                .click();
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofMinutes(2))
                .untilAsserted(() -> {
                    page.reload();
                    assertThat(page.locator("main").textContent()).contains("8/7 14:00");
                });
        page.getByText("7/29 07:30").click();
        assertThat(page.locator(".figures-row").textContent()).contains("71人");
        assertThat(page.locator("svg.chart")).isVisible();
        Browser.assertAccessible(page);
        page.navigate("/office/shelters/places");
        Browser.assertAccessible(page);
    }
}
