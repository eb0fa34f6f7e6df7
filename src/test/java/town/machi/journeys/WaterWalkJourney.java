package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import town.machi.support.Browser;
import town.machi.support.RunningTown;

/// The walk of docs/water-walk.md, each of its parts from the resident's phone to the notice.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("水道を一回り：中止・転居・休止・再開を、住民の電話から、受付、班、精算、お知らせまで")
class WaterWalkJourney {

    private RunningTown town;
    private Browser browser;
    private WaterClerk clerk;
    private WaterCrewPhone crew;

    @BeforeAll
    void begin() {
        town = RunningTown.start();
        browser = Browser.open();
        clerk = WaterClerk.signsIn(browser.desk(town.address()));
        clerk.letsCrewsDo(12);
        crew = WaterCrewPhone.of(browser.phone(town.address()), "kawai");
    }

    @AfterAll
    void end() {
        if (browser != null) {
            browser.close();
        }
        if (town != null) {
            town.close();
        }
    }

    @Test
    @DisplayName("使用中止：班が閉め、指針が一度だけ料金システムへ行き、決まった額を住民が読む")
    void stop() {
        var resident = resident("water-stop");
        var receipt = new WaterNotice(resident, WaterHouse.STOPPED).stops();
        crew.closes(clerk.acceptsForToday(receipt.number()), WaterHouse.STOPPED.lastReading() + 11);
        resident.looksUp(receipt);
        resident.arrivesAt("最後の料金を計算しています", "estimate");
        assertThat(resident.text("main")).doesNotContain("取り下げる");
        assertThat(resident.text("main"))
                .contains("精算見込", "11m³", "水道料金", "下水道使用料", "見本")
                .doesNotContain("農業集落排水");
        clerk.settles(WaterHouse.STOPPED.customer(), "2345", "1800");
        resident.looksUp(receipt);
        resident.arrivesAt("精算が終わりました", "settled");
        assertThat(resident.text("main")).contains("2,345円", "1,800円", "4,145円");
        readsMail(resident, receipt.number(), "4,145円");
    }

    @Test
    @DisplayName("転居：一つの届出が二つの作業になり、開栓と閉栓のあと、住民は一つの受付番号で終わりまで読む")
    void move() {
        var resident = resident("water-move");
        var receipt = new WaterNotice(resident, WaterHouse.LEFT).movesTo(WaterHouse.MOVED_INTO);
        isAskedWhichHalfToTakeBack(resident, receipt);
        String closing = clerk.acceptsForToday(receipt.number());
        String opening = clerk.acceptsOtherHalfForToday(receipt.number());
        crew.opens(opening, WaterHouse.MOVED_INTO.lastReading());
        assertThat(clerk.papersOf(opening)).contains("使用開始確認届");
        crew.closes(closing, WaterHouse.LEFT.lastReading() + 7);
        clerk.settles(WaterHouse.LEFT.customer(), "1980", "1500");
        resident.looksUp(receipt);
        resident.arrivesAt("今の家の水道を閉め、精算が終わりました", "settled");
        assertThat(resident.text("main")).contains("3,480円");
        readsMail(resident, receipt.number(), "3,480円");
    }

    @Test
    @DisplayName("休止と再開：閉めて休み、同じ場所をまた開ける。二つめの届出に未納も重複もない")
    void pauseAndResume() {
        var resident = resident("water-pause");
        var notice = new WaterNotice(resident, WaterHouse.PAUSED);
        var paused = notice.pauses();
        crew.closes(clerk.acceptsForToday(paused.number()), WaterHouse.PAUSED.lastReading() + 3);
        resident.looksUp(paused);
        resident.arrivesAt("水道を閉め、休止にしました", "paused");
        readsMail(resident, paused.number(), "休止");
        clerk.settles(WaterHouse.PAUSED.customer(), "1716", "");
        resident.looksUp(paused);
        resident.arrivesAt("ここまでの料金が決まりました", "paused-settled");
        assertThat(resident.text("main")).contains("1,716円").doesNotContain("教示");
        readsMail(resident, paused.number(), "1,716円");
        var resumed = notice.resumes();
        crew.opens(clerk.acceptsForToday(resumed.number()), WaterHouse.PAUSED.lastReading() + 3);
        resident.looksUp(resumed);
        resident.arrivesAt("水道を開け、再開しました", "resumed");
        readsMail(resident, resumed.number(), "水道を開けました");
    }

    /// Both halves stand on the page; whoever takes back is asked, and nothing is ticked beforehand.
    private static void isAskedWhichHalfToTakeBack(WaterResident resident, WaterResident.Receipt receipt) {
        Page page = resident.page();
        resident.looksUp(receipt);
        resident.arrivesAt("受け付けました", "both");
        assertThat(resident.text("main")).contains("いっしょに届け出たもの", "新しい家の水道を使い始める");
        page.getByText("この届出を取り下げる").click();
        resident.arrivesAt("取り下げますか", "withdraw");
        assertThat(page.locator("[name=what]").count()).isEqualTo(2);
        assertThat(page.locator("[name=what]:checked").count()).isZero();
        resident.press("取り下げる");
        resident.arrivesAt("取り下げますか", "withdraw-which");
        assertThat(resident.text("main")).contains("取り下げるものを選んでください");
    }

    private WaterResident resident(String pictures) {
        return new WaterResident(browser.phone(town.address()), pictures);
    }

    private static void readsMail(WaterResident resident, String number, String words) {
        Page page = resident.page();
        page.navigate("/demo/mail");
        page.waitForCondition(() -> {
            page.reload();
            return page.locator(".letter").all().stream()
                    .map(letter -> letter.textContent())
                    .anyMatch(letter -> List.of(number, words).stream().allMatch(letter::contains));
        });
    }
}
