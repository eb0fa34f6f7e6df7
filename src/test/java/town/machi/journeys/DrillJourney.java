package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.demo.DemoAccount;
import town.machi.support.Browser;
import town.machi.support.RunningTown;

@DisplayName("避難所の訓練と、その報告")
class DrillJourney {

    private static RunningTown town;
    private static Browser browser;
    private static OpenShelters shelters;
    private static BrowserContext office;
    private static WaterClerk chief;

    @BeforeAll
    static void open() {
        browser = Browser.open();
        town = RunningTown.start();
        shelters = OpenShelters.in(town, true);
        office = browser.desk(town.address());
        chief = WaterClerk.signsIn(office, DemoAccount.named("bosai"));
    }

    @AfterAll
    static void close() {
        town.close();
        browser.close();
    }

    @Test
    @DisplayName("受付は訓練の色になり、回線がなくても秒数を計り、取り消しとともに報告に出る")
    void measuredAtTheDesk() {
        try (var tablet = browser.tablet(town.address())) {
            var desk = EntranceDesk.begin(tablet, chief, OpenShelters.CENTRE);
            assertThat(desk.page().locator("body.desk--drill").count()).isEqualTo(1);
            desk.cutOff();
            desk.scan(shelters.code(ShelterDeskJourney.household(31, 3)));
            desk.tap("3人を受け付ける");
            desk.hears("3人を受け付けました");
            desk.tap("人数だけ");
            desk.page()
                    .getByText("5", new Page.GetByTextOptions().setExact(true))
                    .click();
            desk.tap("5人を受け付ける");
            desk.hears("5人を受け付けました");
            desk.tap("取り消す");
            desk.hears("取り消しました");
            desk.reconnect();
            desk.sync();
        }
        assertThat(shelters.number(
                        "SELECT count(*) FROM shelter.event WHERE (body ->> 'took')::int BETWEEN 1 AND 60000"))
                .isEqualTo(2);
        UUID drill = UUID.fromString(shelters.text("SELECT id::text FROM shelter.disaster WHERE drill"));
        Page page = office.newPage();
        page.navigate("/office/shelters");
        page.getByText("訓練の報告").first().click();
        assertThat(page.url()).endsWith(drill + "/drill");
        Browser.assertAccessible(page);
        Browser.screenshot(page, "drill-report");
        String words = page.locator("main").textContent();
        assertThat(words).contains("【訓練】", "世帯のQR", "いちばん速いのは「世帯のQR」", "入所（人数だけ）：1件", "食い違いはありませんでした");
        String csv = office.request()
                .get("/office/shelters/reports/" + drill + "/drill.csv")
                .text();
        assertThat(csv).contains("受け付け方,世帯のQR,1,3,3,").contains("取り消し,入所（人数だけ）,1");
    }
}
