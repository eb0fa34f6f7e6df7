package town.machi.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import town.machi.demo.DemoAccount;
import town.machi.identity.Totp;
import town.machi.support.Browser;

/// What people do on pages, in more than one story.
final class Hands {

    private Hands() {}

    static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    static void next(Page page) {
        press(page, "次へ進む");
    }

    static void begin(Page page, String procedure) {
        page.navigate("/procedures/" + procedure);
        press(page, "この手続きを始める");
    }

    /// Who asks, where they live and how they are reached: the pages 請求する人 and 連絡先.
    static void writesAsYamamoto(Page page) {
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
    }

    /// @return the receipt number
    static String send(Page page) {
        page.locator("main button[type=submit].button--primary").last().click();
        return page.locator(".receipt__number").first().textContent().strip();
    }

    /// Files a 公文書開示請求 to its receipt.
    ///
    /// @return the receipt number
    static String askForRecords(Page page) {
        begin(page, "record-disclosure");
        page.locator("[name=wanted]").fill("令和7年度の佐敷地区の道路工事の契約書と見積書");
        next(page);
        page.getByLabel("写しを郵送してもらう").check();
        page.getByLabel("郵便で受け取る").check();
        next(page);
        writesAsYamamoto(page);
        return send(page);
    }

    /// @param name of the demo's account: `mizuno`
    static Page signIn(Page page, String name) {
        DemoAccount account = DemoAccount.named(name);
        page.navigate("/office/sign-in");
        page.getByLabel("メールアドレス").fill(account.member().mail());
        page.locator("[name=password]").fill(account.password());
        press(page, "サインインする");
        page.locator("[name=code]").fill(new Totp(account.totpSecret()).codeAt(Totp.stepAt(Instant.now())));
        page.locator("main button[type=submit]").first().click();
        page.waitForURL(url -> !url.contains("/office/sign-in"));
        return page;
    }

    static void open(Page office, String receipt) {
        office.navigate("/office/cases?view=all&q=" + receipt);
        office.locator("tbody a").first().click();
    }

    /// Looked at by the accessibility check and kept as a picture, in three widths; the last one stays.
    static void look(Page page, String name) {
        for (int width : List.of(820, 390, 1280)) {
            page.setViewportSize(width, 900);
            Browser.assertAccessible(page);
            Browser.screenshot(page, name + "-" + width);
        }
    }

    /// The words of a PDF, without blanks.
    static String words(Page page, String href) {
        try (var pdf = Loader.loadPDF(page.context().request().get(href).body())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
