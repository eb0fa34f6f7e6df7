package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.demo.DemoAccount;
import town.machi.support.Browser;
import town.machi.support.RunningTown;

@DisplayName("避難行動要支援者の安否")
class MissingJourney {

    private static RunningTown town;
    private static Browser browser;
    private static BrowserContext office;
    private static WaterClerk chief;

    @BeforeAll
    static void open() {
        browser = Browser.open();
        town = RunningTown.start();
        OpenShelters.in(town);
        office = browser.desk(town.address());
        chief = WaterClerk.signsIn(office, DemoAccount.named("bosai"));
    }

    @AfterAll
    static void close() {
        town.close();
        browser.close();
    }

    @Test
    @DisplayName("受付で入った人が名簿の人として示され、職員が確かめる。ほかの人は聞いたことを書き、残りを紙に出す")
    void fromTheListToThePaper() {
        try (var tablet = browser.tablet(town.address())) {
            var desk = EntranceDesk.begin(tablet, chief, OpenShelters.CENTRE);
            desk.tap("新しく書く");
            desk.page().locator("[data-first]").fill("れい よしお はるえ");
            desk.tap("受け付ける");
            desk.hears("1人を受け付けました");
            desk.sync();
        }
        Page page = office.newPage();
        page.navigate("/office/supported");
        Browser.assertAccessible(page);
        page.getByText("まだ分からない人を確かめる").first().click();
        Browser.assertAccessible(page);
        page.getByText("同じ人と確かめた").click();
        assertThat(page.locator("main").textContent()).contains("確かめたことを記録しました");

        Locator hana = page.locator("article.missing", new Page.LocatorOptions().setHasText("例 湯浦 ハナ"));
        hana.locator("summary").click();
        hana.getByText("親族・知人の家").click();
        hana.getByText("無事を確認した").click();
        assertThat(page.locator("main").textContent()).contains("誰から聞いたかを書いてください");
        Browser.assertAccessible(page);
        hana.locator("[name=toldBy]").fill("長女");
        hana.getByText("無事を確認した").click();
        page.getByText("電話をかける表を印刷する").click();
        Browser.assertAccessible(page);
        Browser.screenshot(page, "call-list");
        assertThat(page.locator("table").textContent()).contains("例 佐敷 トヨ").doesNotContain("例 湯浦 ハナ", "例 吉尾 春江");
    }

    @Test
    @DisplayName("誤りのある名簿は、行とともにすべて示され、何も変わらない")
    void aFaultyListChangesNothing() {
        Page page = office.newPage();
        page.navigate("/office/supported");
        byte[] list = "氏名,かな,生年月日\n例 一,はじめ,昨日\n".getBytes(StandardCharsets.UTF_8);
        page.locator("input[type=file]").setInputFiles(new FilePayload("list.csv", "text/csv", list));
        page.getByText("試しに読む").click();
        assertThat(page.locator("main").textContent()).contains("2か所に誤りがあります", "2行目: 生年月日「昨日」", "2行目: 町字がなく");
        Browser.assertAccessible(page);
    }
}
