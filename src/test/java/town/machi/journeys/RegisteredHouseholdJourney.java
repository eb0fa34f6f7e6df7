package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.support.Browser;

@DisplayName("町に預けた世帯を、受付が名前で見つける")
class RegisteredHouseholdJourney extends OpenNight {

    @Test
    @DisplayName("QRを忘れても、回線のない受付がかなと生まれた年で見つけて家族で受け付ける。取り消すと受付からも消える")
    void foundWithoutTheCode() {
        try (var tablet = browser.tablet(town.address());
                var phone = browser.phone(town.address())) {
            Page home = phone.newPage();
            String number = leaves(home);
            var desk = EntranceDesk.begin(tablet, chief, OpenShelters.CENTRE);
            desk.sync();
            desk.cutOff();
            search(desk, "あずけ 1948");
            desk.page().locator(".desk-row").first().click();
            desk.page().getByText("アズケ タロウ").click();
            desk.tap("2人を受け付ける");
            desk.hears("2人を受け付けました");
            desk.reconnect();
            desk.sync();
            assertThat(shelters.number("SELECT count(*) FROM shelter.event WHERE body ->> 'way' = 'SEARCH'"))
                    .isEqualTo(1);

            takesBack(home, number);
            desk.sync();
            assertThat(desk.page().evaluate("machiDesk.desk.households.length")).isEqualTo(0);
        }
    }

    private static String leaves(Page home) {
        home.navigate("/household");
        home.locator("[name=kana0]").fill("あずけ はなこ");
        home.locator("[name=birth0]").fill("昭和23年2月11日");
        home.getByText("いっしょに避難する人を加える").click();
        home.locator("[name=kana1]").fill("あずけ たろう");
        home.locator("[name=birth1]").fill("1950");
        home.getByText("書いた内容を町に預けます").click();
        Browser.assertAccessible(home);
        home.locator("main button[type=submit]").last().click();
        home.locator(".household-number").waitFor();
        Browser.assertAccessible(home);
        Browser.screenshot(home, "household-left");
        return home.locator(".household-number").textContent();
    }

    private static void search(EntranceDesk desk, String words) {
        desk.tap("名前で探す");
        desk.page().locator("#find").fill(words);
        Browser.assertAccessible(desk.page());
        assertThat(desk.page().locator(".desk-row").count()).isEqualTo(1);
    }

    private static void takesBack(Page home, String number) {
        home.navigate("/household/take-back");
        home.locator("[name=number]").fill("ABCD-EFGH-JKLM");
        home.locator("main button[type=submit]").last().click();
        home.getByText("この番号で預かっているものはありません").first().waitFor();
        Browser.assertAccessible(home);
        home.locator("[name=number]").fill(number.toLowerCase(java.util.Locale.ROOT));
        home.locator("main button[type=submit]").last().click();
        home.getByText("町に預けた内容を消しました").waitFor();
        Browser.assertAccessible(home);
    }
}
