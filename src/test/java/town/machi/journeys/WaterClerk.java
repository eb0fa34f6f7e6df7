package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import town.machi.demo.DemoAccount;
import town.machi.identity.Totp;
import town.machi.support.Browser;

/// A clerk of 上下水道課 at a desk, in with password and second factor.
final class WaterClerk {

    private final Page page;

    private WaterClerk(Page page) {
        this.page = page;
    }

    static WaterClerk signsIn(BrowserContext desk) {
        return signsIn(desk, DemoAccount.named("mizuno"));
    }

    static WaterClerk signsIn(BrowserContext desk, DemoAccount account) {
        Page page = desk.newPage();
        page.navigate("/office");
        Browser.assertAccessible(page);
        page.getByLabel("メールアドレス").fill(account.member().mail());
        page.locator("[name=password]").fill(account.password());
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("サインインする").setExact(true))
                .click();
        Browser.assertAccessible(page);
        Browser.screenshot(page, "walk-office-code");
        page.locator("[name=code]").fill(new Totp(account.totpSecret()).codeAt(Totp.stepAt(Instant.now())));
        page.locator("main button[type=submit]").first().click();
        page.waitForURL(url -> !url.contains("/office/sign-in"));
        return new WaterClerk(page);
    }

    Page page() {
        return page;
    }

    /// From the inbox, by the receipt number that the resident says on the telephone.
    void opens(String receipt) {
        page.navigate("/office/cases?view=section");
        Browser.assertAccessible(page);
        Browser.screenshot(page, "walk-inbox");
        page.locator("#f-q").fill(receipt);
        press("この条件で見る");
        Locator found = page.locator(".cases__name a");
        assertThat(found.count())
                .as("one case, though the resident pressed twice")
                .isEqualTo(1);
        found.click();
        sees("walk-case");
    }

    void sendsBack(String field, String words) {
        page.locator("summary:has-text('直してもらう')").click();
        Locator form = page.locator("details[open] form:has([name=act][value=sendBack])");
        form.getByLabel(field, new Locator.GetByLabelOptions().setExact(true)).check();
        form.locator("[name=words]").fill(words);
        sees("walk-case-send-back");
        form.locator("button[type=submit]").click();
        sees("walk-case-correcting");
    }

    void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
    }

    void sees(String picture) {
        Browser.assertAccessible(page);
        Browser.screenshot(page, picture);
    }
}
