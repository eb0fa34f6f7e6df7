package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Wareki;
import town.machi.support.Browser;
import town.machi.support.RunningTown;

@DisplayName("折り返しの電話：選べる日より早く水道を使いたい人が、電話を頼み、課の職員が電話する")
class CallbackJourney {

    private static RunningTown town;
    private static Browser browser;

    @BeforeAll
    static void open() {
        town = RunningTown.start();
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        browser.close();
        town.close();
    }

    @Test
    @DisplayName("書いてあった名前と電話番号のまま一度押すだけで頼め、課の一覧に並び、決めたことが残る")
    void asksToBeCalled() {
        var resident = new WaterResident(browser.phone(town.address()), "callback");
        Page page = resident.page();
        resident.begin();
        resident.fillsAll();
        page.locator("a[href*='/when']").first().click();
        wants(resident, LocalDate.now(BusinessCalendar.TOKYO).plusDays(1));
        resident.arrivesAt("いつから使いますか", "too-near");
        resident.press("電話をください");
        resident.arrivesAt("電話をください", "asks");
        assertThat(page.url()).doesNotContain("090");
        assertThat(page.getByLabel("お名前").inputValue()).isEqualTo(WaterResident.FAMILY + " " + WaterResident.GIVEN);
        page.getByLabel("電話番号").fill("12");
        resident.press("電話を頼む");
        resident.arrivesAt("電話をください", "wrong-number");
        page.getByLabel("電話番号").fill("090-1234-5678");
        resident.press("電話を頼む");
        resident.arrivesAt("お電話のご希望を受け取りました", "done");
        theOfficeCalls();
    }

    /// A day was typed before: the first day that is offered is picked, and another one typed all the same. Whoever
    /// types has changed their mind.
    private static void wants(WaterResident resident, LocalDate day) {
        Page page = resident.page();
        page.locator("[type=radio][name=startsOn]").first().check();
        assertThat(page.locator("[name=startsOn-day]").inputValue()).isEmpty();
        Wareki wareki = Wareki.of(day);
        resident.date("令和" + wareki.year(), "" + wareki.month(), "" + wareki.day());
        page.locator("form.ask .button--primary").click();
    }

    private static void theOfficeCalls() {
        WaterClerk clerk = WaterClerk.signsIn(browser.desk(town.address()));
        Page page = clerk.page();
        page.navigate("/office/water/callbacks");
        clerk.sees("callback-office");
        Locator row = page.locator("tr:has-text('090-1234-5678')");
        assertThat(row.textContent()).contains("使用開始", WaterResident.FAMILY);
        row.locator("[name=outcome]").fill("明日の15時に開けることにした");
        row.locator("button").click();
        clerk.sees("callback-called");
        assertThat(page.locator("main").textContent()).contains("電話したことを記録しました", "明日の15時に開けることにした");
        assertThat(page.locator("tr:has-text('090-1234-5678') [name=outcome]").count())
                .isZero();
    }
}
