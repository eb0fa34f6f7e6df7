package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Wareki;
import town.machi.support.Browser;

/// A resident who files 水道の使用開始, as the page says and no faster: each page is read, checked with axe and pictured.
final class WaterResident {

    static final String FAMILY = "髙橋";
    static final String GIVEN = "葛\uDB40\uDD00子";
    static final String MAIL = "kuzuko@example.jp";
    private static final Pattern SUBMISSION = Pattern.compile("/my/([0-9a-f-]{36})");

    private final Page page;
    private final String pictures;
    private final boolean scripted;

    /// What stands on the receipt.
    record Receipt(String number, String passcode, UUID submission) {}

    WaterResident(BrowserContext person, String pictures) {
        this(person.newPage(), pictures);
    }

    /// A clerk who types for somebody goes on where she is.
    WaterResident(Page page, String pictures) {
        this(page, pictures, true);
    }

    private WaterResident(Page page, String pictures, boolean scripted) {
        this.page = page;
        this.pictures = pictures;
        this.scripted = scripted;
    }

    /// Where no script runs, axe does not either; the same pages are checked with it elsewhere.
    static WaterResident withoutScript(BrowserContext person, String pictures) {
        return new WaterResident(person.newPage(), pictures, false);
    }

    Page page() {
        return page;
    }

    /// From the procedure's page to the first question.
    void begin() {
        page.navigate("/procedures/water-start");
        arrivesAt("水道の使用開始", "procedure");
        press("この手続きを始める");
        arrivesAt("どこの水道を使いますか", "where");
    }

    void saysWhere() {
        page.locator("[name='place.postcode']").fill("８６９−５４６１");
        page.locator("[name='place.area']").fill("大字芦北");
        page.locator("[name='place.number']").fill("2015番地の例1");
        next();
        arrivesAt("いつから使いますか", "when");
    }

    void saysWhen() {
        Wareki start = Wareki.of(firstDay());
        date("令和" + start.year(), "" + start.month(), "" + start.day());
        page.getByLabel("立ち会わない").check();
        next();
        arrivesAt("使用する人", "who");
    }

    void saysWho() {
        page.getByLabel("個人", new Page.GetByLabelOptions().setExact(true)).check();
        next();
        arrivesAt("使用する人のお名前", "person");
        page.locator("[name='user.family']").fill(FAMILY);
        page.locator("[name='user.given']").fill(GIVEN);
        page.locator("[name='user.familyKana']").fill("たかはし");
        page.locator("[name='user.givenKana']").fill("カヅコ");
        next();
        arrivesAt("連絡先", "contact");
    }

    void saysHowToReachThem() {
        page.locator("[name=phone]").fill("０９０-1234-5678");
        page.locator("[name=mail]").fill(MAIL);
        next();
        arrivesAt("料金の支払い", "pay");
        page.getByLabel("納付書", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("使用場所に送る").check();
        next();
        arrivesAt("内容の確認", "check");
    }

    /// All pages from the first question to the last look.
    void fillsAll() {
        saysWhere();
        saysWhen();
        saysWho();
        saysHowToReachThem();
    }

    /// With the impatience of somebody who is not sure that the first tap did anything.
    Receipt sendsWithDoubleClick() {
        page.locator(".button--send").dblclick();
        page.waitForURL("**/done");
        arrivesAt("受け付けました", "done");
        return receipt();
    }

    Receipt receipt() {
        var link = SUBMISSION.matcher(
                String.valueOf(page.locator("a[href$='/copy.pdf']").getAttribute("href")));
        assertThat(link.find()).isTrue();
        return new Receipt(text(".receipt__number"), text(".receipt__passcode"), UUID.fromString(link.group(1)));
    }

    /// With receipt number and passcode, as on the paper where they were noted.
    void looksUp(Receipt receipt) {
        page.navigate("/track");
        arrivesAt("受付番号から調べる", "track");
        page.getByLabel("受付番号").fill(receipt.number().toLowerCase(java.util.Locale.ROOT));
        page.getByLabel("暗証番号").fill(receipt.passcode());
        press("調べる");
    }

    void date(String year, String month, String day) {
        page.locator("[name=startsOn-year]").fill(year);
        page.locator("[name=startsOn-month]").fill(month);
        page.locator("[name=startsOn-day]").fill(day);
    }

    /// A day of the town's water crew, two weeks ahead.
    static LocalDate firstDay() {
        LocalDate soon = LocalDate.now(Clock.system(BusinessCalendar.TOKYO)).plusDays(14);
        return new BusinessCalendar(Set.of(), LocalTime.of(17, 15)).firstOpenFrom(soon);
    }

    void next() {
        press("次へ進む");
    }

    void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    void arrivesAt(String heading, String picture) {
        assertThat(text("h1")).as(page.url()).contains(heading);
        if (scripted) {
            Browser.assertAccessible(page);
        }
        Browser.screenshot(page, pictures + "-" + picture);
    }

    String text(String selector) {
        return page.locator(selector).first().textContent().strip();
    }
}
