package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import town.machi.demo.DemoAccount;
import town.machi.support.Browser;
import town.machi.support.RunningTown;

@DisplayName("避難所の訓練と、その報告")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
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
    @Order(1)
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

    @Test
    @Order(2)
    @DisplayName("訓練の最中に本番を始めると、受付は本番に替わり、遅れた訓練の記録は訓練に残り、同じ世帯を食い違いなく受け付ける")
    void theRealThingTakesOver() {
        try (var tablet = browser.tablet(town.address())) {
            var desk = EntranceDesk.begin(tablet, chief, OpenShelters.KIZUNA);
            String household = shelters.code(ShelterDeskJourney.household(32, 2));
            desk.scan(household);
            desk.tap("2人を受け付ける");
            desk.hears("2人を受け付けました");
            desk.sync();
            desk.cutOff();
            UUID real = beginReally();
            desk.scan(shelters.code(ShelterDeskJourney.household(33, 4)));
            desk.tap("4人を受け付ける");
            desk.hears("4人を受け付けました");
            desk.reconnect();
            desk.sync();
            assertThat(desk.page().locator("body.desk--drill").count()).isZero();
            assertThat(shelters.countedAt(real)).isZero();
            assertThat(desk.inside()).isZero();

            desk.scan(household);
            desk.tap("2人を受け付ける");
            desk.hears("2人を受け付けました");
            desk.sync();
            assertThat(shelters.countedAt(real)).isEqualTo(2);
            assertThat(desk.inside()).isEqualTo(2);
            assertThat(desk.page().locator("main").textContent()).doesNotContain("確かめてください");
        }
        Page page = office.newPage();
        page.navigate("/office/shelters");
        assertThat(page.locator("main").textContent()).contains("打ち切りました", "訓練としての受け付けが 1件 届きました");
        Browser.assertAccessible(page);
        page.close();
    }

    /// From the overview, with the drill going on.
    ///
    /// @return the real opening at the desk's shelter
    private static UUID beginReally() {
        Page page = office.newPage();
        page.navigate("/office/shelters");
        page.getByText("災害への対応を始め、主な避難所を開設準備中にする").click();
        page.locator("[name=name]").fill("夜中の地震");
        page.locator("[name=hazard][value=EARTHQUAKE]").check();
        page.getByText("始めて、選んだ避難所を開設準備中にする").click();
        assertThat(page.locator("main").textContent()).contains("ここで開いていた訓練を打ち切りました");
        String real =
                shelters.text("SELECT o.id::text FROM shelter.opening o JOIN shelter.shelter s ON s.id = o.shelter_id"
                        + " WHERE s.name = '" + OpenShelters.KIZUNA + "' AND o.state = 'PREPARING'");
        page.navigate("/office/shelters/openings/" + real);
        page.locator("[name=safety]").all().forEach(Locator::check);
        page.getByText("安全を確かめたので開設する").click();
        assertThat(page.locator("main").textContent()).contains("開設しました。住民に「開いています」と出ています。");
        page.close();
        return UUID.fromString(real);
    }
}
