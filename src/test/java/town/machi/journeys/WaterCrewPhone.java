package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import town.machi.demo.DemoAccount;
import town.machi.support.Browser;

/// Somebody of 第1班（例） with a phone in the hand.
final class WaterCrewPhone {

    private final Page page;

    private WaterCrewPhone(Page page) {
        this.page = page;
    }

    static WaterCrewPhone of(BrowserContext phone, String account) {
        return new WaterCrewPhone(
                WaterClerk.signsIn(phone, DemoAccount.named(account)).page());
    }

    /// @param order as the board calls it
    /// @param reading in m³
    void opens(String order, int reading) {
        report(order, reading, "open");
    }

    void closes(String order, int reading) {
        report(order, reading, "closed");
    }

    private void report(String order, int reading, String valve) {
        page.navigate("/office/water/today");
        Locator stop = page.locator("[data-order='" + order + "'] .crew__go");
        if (stop.count() == 1) {
            stop.click();
        } else {
            // On a closed day the board has no column for today, and the page of today lists nothing.
            page.navigate("/office/water/today/" + order);
        }
        Browser.assertAccessible(page);
        page.locator("[name=same][value=yes]").check();
        page.locator("[name=reading]").fill("" + reading);
        page.locator("[name=valve][value=" + valve + "]").check();
        if (valve.equals("open")) {
            page.locator("[name=pilot][value=STILL]").check();
        }
        page.locator("[name=result][value=DONE]").check();
        page.locator("[data-visit] button[type=submit]").click();
        page.waitForURL("**/office/water/today");
        page.waitForCondition(() -> {
            page.reload();
            return stop.count() == 0 || stop.textContent().contains("済み");
        });
        Browser.assertAccessible(page);
        assertThat(page.locator("[data-outbox-list] li").count())
                .as("reports that wait on the phone")
                .isZero();
    }
}
