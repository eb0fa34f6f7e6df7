package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.support.Browser;

@DisplayName("避難所の入口：あとから直す・書き足す")
class DeskNotesJourney extends OpenNight {

    @Test
    @DisplayName("QRで入れた人のことを、回線のないまま直し、ほかの受付・本部の名簿・食数に届く")
    void moreIsWrittenDownAboutSomebodyWhoIsIn() {
        try (BrowserContext tablet = browser.tablet(town.address());
                BrowserContext beside = browser.tablet(town.address())) {
            var desk = EntranceDesk.begin(tablet, chief, OpenShelters.KIZUNA);
            var other = EntranceDesk.begin(beside, chief, OpenShelters.KIZUNA);
            Page page = desk.page();
            desk.cutOff();
            desk.scan(shelters.code(ShelterDeskJourney.household(61, 2)));
            page.getByText("車中泊・テント・在宅の人").click();
            page.getByLabel("車中泊", new Page.GetByLabelOptions().setExact(true)).check();
            Browser.assertAccessible(page);
            desk.tap("2人を受け付ける");
            desk.hears("2人を受け付けました");
            desk.reconnect();
            desk.sync();
            int portions = portions();
            desk.cutOff();
            open(desk, "家族0");
            page.getByText("いるかどうか、まだ聞いていません").waitFor();
            desk.tap("直す・書き足す");
            Browser.assertAccessible(page);
            desk.tap("書きとめる");
            page.getByText("変えたところがありません").waitFor();
            page.getByLabel("いる", new Page.GetByLabelOptions().setExact(true)).check();
            page.getByLabel("居場所を知られてはいけない人").check();
            page.getByLabel("けが・体調").fill("足を打った");
            page.getByText("世帯のこと（").click();
            page.getByText("同じ世帯の 2人みんなのこと").waitFor();
            page.getByLabel("断水").check();
            desk.tap("書きとめる");
            desk.hears("さんのことを書きとめました");
            assertThat(desk.unsent()).isEqualTo(1);
            assertThat(page.locator(".desk-count").textContent()).contains("うち", "建物の外です");
            desk.reconnect();
            desk.sync();
            other.sync();

            open(other, "家族0");
            assertThat(other.page().locator(".desk-facts").textContent())
                    .contains("車中泊", "足を打った", "断水", "居場所を知られてはいけない人です")
                    .as("what nobody touched")
                    .contains("要介護", "0966-00-0000", "犬 1");
            other.tap("受付に戻る");
            open(other, "家族1");
            assertThat(other.page().locator(".desk-facts").textContent())
                    .contains("車中泊", "断水")
                    .doesNotContain("足を打った", "知られてはいけない");
            assertThat(portions()).as("one of those outside wants food").isEqualTo(portions + 1);
            Page office = chief.page();
            office.navigate("/office/shelters/openings/" + shelters.kizuna() + "/roster");
            assertThat(office.locator("main").textContent())
                    .contains("（名前は出しません）", "例 家族1", "車中泊")
                    .doesNotContain("例 家族0");
        }
    }

    private static void open(EntranceDesk desk, String name) {
        desk.tap("名簿");
        desk.page()
                .locator(".desk-row", new Page.LocatorOptions().setHasText(name))
                .last()
                .click();
    }

    private static int portions() {
        Page office = chief.page();
        office.navigate(
                "/office/shelters/reports/" + shelters.text("SELECT id::text FROM shelter.disaster") + "/meals");
        return Integer.parseInt(office.locator("main p b").first().textContent().replaceAll("\\D", ""));
    }
}
