package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import town.machi.demo.DemoAccount;
import town.machi.identity.Totp;
import town.machi.support.Browser;

/// A clerk of 上下水道課 at a desk, in with password and second factor.
final class WaterClerk {

    private final Page page;
    private final Map<String, String> cases = new HashMap<>();

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

    /// So many jobs on each weekday, for each crew: the demo's own work has taken most of today.
    void letsCrewsDo(int jobs) {
        page.navigate("/office/water/crews");
        int crews = page.locator(".crew").count();
        for (int i = 0; i < crews; i++) {
            Locator crew = page.locator(".crew").nth(i);
            for (Locator box : crew.locator(".crew__days input").all()) {
                box.fill("" + jobs);
            }
            crew.locator("button[type=submit]").click();
        }
        sees("water-walk-crews");
    }

    /// Accepts it, and puts its work on the first crew's next day.
    ///
    /// @return the work order, as the board calls it
    String acceptsForToday(String receipt) {
        opens(receipt);
        return acceptsOpenCase();
    }

    /// The 使用開始 that was filed with a move, from the move's own page.
    String acceptsOtherHalfForToday(String receipt) {
        opens(receipt);
        page.locator(".case-link a").first().click();
        page.waitForURL(Pattern.compile("/office/cases/[0-9a-f-]+$"));
        assertThat(page.locator("main").textContent()).contains("使用開始");
        return acceptsOpenCase();
    }

    private String acceptsOpenCase() {
        press("受け付ける");
        sees("water-walk-case");
        return putsOpenCaseOnFirstDay();
    }

    /// From the case that is on the screen to the board, this week's or that of the day wanted, and onto the first
    /// day with room that is shown there.
    ///
    /// @return the work order, as the board calls it
    String putsOpenCaseOnFirstDay() {
        String path = page.url().replaceFirst("^https?://[^/]+", "").replaceFirst("[?#].*", "");
        Locator card = page.locator("article[data-card]:has(a[href^='" + path + "'])");
        page.navigate("/office/water/board");
        if (card.count() == 0) {
            page.navigate(path);
            page.getByText("作業予定を見る").click();
        }
        String order = card.getAttribute("data-card");
        card.locator("summary").click();
        Locator to = card.locator("select[name=to]");
        to.selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        card.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("移す").setExact(true))
                .click();
        sees("water-walk-board");
        cases.put(order, path);
        return order;
    }

    /// What is written on the case of a work order: papers and all.
    String papersOf(String order) {
        page.navigate(cases.get(order));
        sees("water-walk-papers");
        return page.locator("main").textContent();
    }

    /// The reading goes to the billing system as a file; what it answers is taken back.
    ///
    /// @param sewer empty where the home has none
    void settles(String customer, String water, String sewer) {
        page.navigate("/office/water/settlements");
        page.getByText(Pattern.compile("\\d+件の送付ファイルを作る")).click();
        sees("water-walk-batch");
        Download file = page.waitForDownload(
                () -> page.getByText(Pattern.compile("^CSVで保存")).first().click());
        String line = lines(file).stream()
                .filter(each -> each.contains(customer))
                .reduce((a, b) -> {
                    throw new AssertionError("sent twice: " + a + " and " + b);
                })
                .orElseThrow();
        long total = Long.parseLong(water) + (sewer.isEmpty() ? 0 : Long.parseLong(sewer));
        String answer = "精算番号,水道料金,下水道使用料,農業集落排水使用料,合計,調定日\r\n"
                + String.join(",", line.split(",")[0], water, sewer, "", "" + total, "2026-12-10") + "\r\n";
        page.navigate("/office/water/settlements");
        page.locator("#f-amounts")
                .setInputFiles(new FilePayload(
                        "amounts.csv", "text/csv", answer.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        press("取り込む");
        sees("water-walk-taken-back");
        assertThat(page.locator("main").textContent()).contains("1件を取り込みました");
    }

    private static List<String> lines(Download file) {
        try {
            return Files.readAllLines(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
