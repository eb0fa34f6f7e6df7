package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.demo.DemoAccount;
import town.machi.identity.Totp;
import town.machi.kernel.BusinessCalendar;
import town.machi.support.Browser;
import town.machi.support.RunningTown;

@DisplayName("公文書の開示請求は、期限の延長を経て、教示のついた部分開示の通知で終わる。町長への手紙には返事が届く")
class DisclosureJourney {

    @Test
    @DisplayName("請求し、期限を延ばし、一部を開示すると、通知書に審査請求と取消訴訟の教示がある")
    void aRequestEndsInAPartialDisclosure() {
        try (var town = RunningTown.start();
                var browser = Browser.open();
                var desk = browser.desk(town.address());
                var phone = browser.phone(town.address())) {
            Page resident = phone.newPage();
            looksAtTheProcedure(resident);
            String receipt = files(resident);
            Page office = signIn(desk);
            office.navigate("/office/cases?view=all&q=" + receipt);
            office.locator("tbody a").first().click();
            extend(office);
            draft(office);
            decide(browser, town.address(), office);
            carryOut(office);
            String pdf = notice(office, desk);
            looksAtTheFigures(office);
            assertThat(pdf)
                    .contains("公文書部分開示決定通知書", "特定の個人を識別できる", "知った日の翌日から起算して3か月以内", "芦北町長に対して審査請求")
                    .contains("6か月以内", "芦北町を被告として", "代表する者は芦北町長");
        }
    }

    @Test
    @DisplayName("名前を書かない町長への手紙が受け付けられ、答えなしには終わらず、答えて終わる")
    void aLetterIsAnswered() {
        try (var town = RunningTown.start();
                var browser = Browser.open();
                var desk = browser.desk(town.address());
                var phone = browser.phone(town.address())) {
            Page resident = phone.newPage();
            begin(resident, "letter-to-mayor");
            resident.locator("[name=about]").fill("朝のバスの時刻");
            resident.locator("[name=letter]").fill("病院に行くバスが、あと30分早いと助かります。");
            resident.getByLabel("ほしい", new Page.GetByLabelOptions().setExact(true))
                    .check();
            next(resident);
            next(resident);
            String receipt = send(resident);
            Page office = signIn(desk);
            office.navigate("/office/cases?view=all&q=" + receipt);
            office.locator("tbody a").first().click();
            office.locator("summary:has-text('答えて終える')").click();
            office.locator("#act-answer").fill("4月から、朝のバスを30分早めることを話し合っています。");
            press(office, "答えて終える");
            assertThat(office.getByText("処理しました。").isVisible()).isTrue();
            Browser.assertAccessible(office);
            assertThat(office.locator(".case-head").textContent()).contains("回答済み");
        }
    }

    private static void looksAtTheProcedure(Page page) {
        page.navigate("/procedures/record-disclosure");
        assertThat(page.locator("main").textContent())
                .contains("審査基準", "標準処理期間", "未設定", "15日以内", "さらに45日まで", "芦北町長に審査請求（3か月以内）");
        for (int width : List.of(1280, 820, 390)) {
            page.setViewportSize(width, 844);
            Browser.assertAccessible(page);
            Browser.screenshot(page, "disclosure-procedure-" + width);
        }
    }

    private static String files(Page page) {
        begin(page, "record-disclosure");
        page.locator("[name=wanted]").fill("令和7年度の佐敷地区の道路工事の契約書と見積書");
        next(page);
        page.getByLabel("写しを郵送してもらう").check();
        page.getByLabel("郵便で受け取る").check();
        next(page);
        page.locator("[name='applicant.family']").fill("山本");
        page.locator("[name='applicant.given']").fill("一郎");
        page.locator("[name='applicant.familyKana']").fill("ヤマモト");
        page.locator("[name='applicant.givenKana']").fill("イチロウ");
        page.locator("[name='home.postcode']").fill("869-5441");
        page.locator("[name='home.prefecture']").fill("熊本県");
        page.locator("[name='home.municipality']").fill("葦北郡芦北町");
        page.locator("[name='home.area']").fill("大字佐敷");
        page.locator("[name='home.number']").fill("1番地");
        next(page);
        page.locator("[name=phone]").fill("090-1234-5678");
        next(page);
        return send(page);
    }

    private static void extend(Page page) {
        assertThat(page.locator("#limit").isVisible()).isTrue();
        page.locator("summary:has-text('期限を延ばす')").click();
        page.locator("#f-until")
                .fill(LocalDate.now(BusinessCalendar.TOKYO).plusDays(40).toString());
        page.locator("#f-extend").fill("対象となる文書の量が多く、確かめるのに日数がかかるためです。");
        for (int width : List.of(820, 390, 1280)) {
            page.setViewportSize(width, 900);
            Browser.assertAccessible(page);
            Browser.screenshot(page, "disclosure-extend-" + width);
        }
        press(page, "期限を延ばして知らせる");
        assertThat(page.getByText("決定の期限を延ばし、届け出た人に知らせました。").isVisible()).isTrue();
        assertThat(page.getByText("公文書開示決定等期限延長通知書を作る").isVisible()).isTrue();
        assertThat(page.locator("summary:has-text('期限を延ばす')").count()).isZero();
    }

    private static void draft(Page page) {
        press(page, "受け付ける");
        press(page, "決定の案を作った");
        assertThat(page.locator(".acts").textContent()).contains("この処理には決裁が要ります");
        page.locator("summary:has-text('「一部を開示する」を起案する')").click();
        page.locator("#reason-grantPartly").fill("見積書のうち担当者の氏名。特定の個人を識別できる情報に当たるため。");
        for (int width : List.of(820, 390, 1280)) {
            page.setViewportSize(width, 900);
            Browser.assertAccessible(page);
            Browser.screenshot(page, "decision-draft-" + width);
        }
        page.locator("details[open] button:has-text('起案して決裁に回す')").first().click();
        assertThat(page.getByText("起案しました。次に決裁する人へ知らせました。").isVisible()).isTrue();
        page.reload();
        assertThat(page.locator("#decision").textContent()).contains("総務課 係長", "いまここ", "例 岡 さやか");
        Browser.screenshot(page, "decision-case-1280");
    }

    /// 係長 gives it back, the clerk mends it; then everybody on the way, each on a phone.
    private static void decide(Browser browser, String address, Page office) {
        onPhone(browser, address, "oka", page -> {
            page.locator(".decisions__link").first().click();
            page.locator("summary:has-text('差し戻す')").click();
            page.locator("#f-return").fill("印影も不開示になります。理由に書き足してください。");
            Browser.screenshot(page, "decision-return-390");
            press(page, "差し戻す");
            assertThat(page.getByText("差し戻しました。").isVisible()).isTrue();
            mend(office);
            page.navigate("/office/decisions");
            approve(page, "oka");
        });
        for (String who : List.of("sonoda", "soejima", "machida")) {
            onPhone(browser, address, who, page -> approve(page, who));
        }
    }

    private static void mend(Page office) {
        String here = office.url();
        office.navigate("/office/decisions");
        Browser.assertAccessible(office);
        Browser.screenshot(office, "decisions-own-1280");
        office.locator(".decisions__link").first().click();
        office.locator("summary:has-text('「一部を開示する」を起案する')").click();
        office.locator("#reason-grantPartly").fill("見積書のうち担当者の氏名と印影。特定の個人を識別できる情報に当たるため。");
        office.locator("details[open] button:has-text('起案して決裁に回す')").first().click();
        office.navigate(here);
    }

    private static void approve(Page page, String who) {
        Browser.assertAccessible(page);
        Browser.screenshot(page, "decisions-" + who + "-390");
        page.locator(".decisions__link").first().click();
        Browser.assertAccessible(page);
        Browser.screenshot(page, "decision-" + who + "-390");
        assertThat(page.locator("main").textContent()).contains("特定の個人を識別できる", "令和7年度の佐敷地区の道路工事");
        if (who.equals("oka")) {
            assertThat(page.locator(".changed").textContent()).contains("印影も不開示になります", "担当者の氏名と印影");
        }
        press(page, who.equals("machida") ? "決裁する" : "承認する");
        assertThat(page.getByText("いま、あなたの決裁を待っているものはありません。").isVisible()).isTrue();
    }

    private static void onPhone(Browser browser, String address, String who, Consumer<Page> does) {
        try (var phone = browser.phone(address)) {
            Page page = signIn(phone, who);
            page.navigate("/office/decisions");
            does.accept(page);
        }
    }

    private static void carryOut(Page page) {
        page.reload();
        assertThat(page.locator("#decision").textContent()).contains("決裁済み", "例 町田 恵");
        press(page, "一部を開示する");
        assertThat(page.locator(".case-head").textContent()).contains("部分開示");
        assertThat(page.getByText("一部を認める決定の通知書を作る").count()).isZero();
    }

    private static String notice(Page page, BrowserContext desk) {
        press(page, "公文書部分開示決定通知書を作る");
        assertThat(page.locator("#papers").textContent()).contains("届け出た人の希望", "郵便で受け取る");
        press(page, "郵送したと記録する");
        assertThat(page.locator("#papers").textContent()).contains("に郵送しました", "戻ってきたと記録する");
        press(page, "戻ってきたと記録する");
        press(page, "郵送したと記録する");
        for (int width : List.of(820, 390, 1280)) {
            page.setViewportSize(width, 900);
            Browser.assertAccessible(page);
            Browser.screenshot(page, "disclosure-decided-" + width);
        }
        String href = page.locator("a:has-text('公文書部分開示決定通知書を開く')").first().getAttribute("href");
        try (var pdf = Loader.loadPDF(desk.request().get(href).body())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void looksAtTheFigures(Page page) {
        page.navigate("/office/cases");
        page.getByText("数字で見る").click();
        assertThat(page.locator("main").textContent()).contains("公文書の開示請求", "オンラインの割合", "標準処理期間");
        for (int width : List.of(820, 390, 1280)) {
            page.setViewportSize(width, 900);
            Browser.assertAccessible(page);
            Browser.screenshot(page, "picture-" + width);
        }
    }

    private static void begin(Page page, String procedure) {
        page.navigate("/procedures/" + procedure);
        press(page, "この手続きを始める");
    }

    private static String send(Page page) {
        page.locator("main button[type=submit].button--primary").last().click();
        return page.locator(".receipt__number").first().textContent().strip();
    }

    private static void next(Page page) {
        press(page, "次へ進む");
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    private static Page signIn(BrowserContext person) {
        return signIn(person, "bosai");
    }

    private static Page signIn(BrowserContext person, String who) {
        DemoAccount account = DemoAccount.named(who);
        Page page = person.newPage();
        page.navigate("/office/sign-in");
        page.getByLabel("メールアドレス").fill(account.member().mail());
        page.locator("[name=password]").fill(account.password());
        press(page, "サインインする");
        page.locator("[name=code]").fill(new Totp(account.totpSecret()).codeAt(Totp.stepAt(Instant.now())));
        page.locator("main button[type=submit]").first().click();
        page.waitForURL(url -> !url.contains("/office/sign-in"));
        return page;
    }
}
