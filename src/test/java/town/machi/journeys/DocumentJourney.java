package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.support.Browser;
import town.machi.support.RunningTown;

@DisplayName("担当が通知書を作り、受けとった人がその文書を確かめる")
class DocumentJourney {

    @Test
    @DisplayName("案件の画面で作った受理通知書は、台帳に残り、PDFで開き、確認番号で誰でも確かめられる")
    void aNoticeIsMadeAndChecked() {
        try (var town = RunningTown.start();
                var browser = Browser.open();
                var desk = browser.desk(town.address());
                var phone = browser.phone(town.address())) {
            Page office = Hands.signIn(desk.newPage(), "mizuno");
            makeNotice(office);
            String code = ledger(office, desk);
            check(phone.newPage(), code);
        }
    }

    private static void makeNotice(Page page) {
        page.navigate("/office/cases?view=all");
        page.locator("tr:has-text('作業待ち') a").first().click();
        click(page, "受理通知書を作る");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("芦水第1号　受理通知書を開く"))
                        .isVisible())
                .isTrue();
        Browser.assertAccessible(page);
        Browser.screenshot(page, "document-case");
    }

    /// @return the verification code
    private static String ledger(Page page, BrowserContext desk) {
        page.navigate("/office/documents");
        for (int width : List.of(1280, 820, 390, 320)) {
            page.setViewportSize(width, 900);
            Browser.assertAccessible(page);
        }
        Browser.screenshot(page, "document-ledger");
        String href = page.locator("main table a").first().getAttribute("href");
        byte[] pdf = desk.request().get(href).body();
        assertThat(new String(pdf, 0, 8, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-1.7");
        return page.locator("td[data-label='確認番号']").first().textContent().strip();
    }

    private static void check(Page page, String code) {
        for (String language : List.of("ja", "easy", "en")) {
            page.navigate("/verify?lang=" + language);
            page.getByRole(AriaRole.TEXTBOX).last().fill(code.toLowerCase(java.util.Locale.ROOT));
            page.locator("main button[type=submit]").click();
            assertThat(page.getByText("芦水第1号").isVisible()).isTrue();
            for (int width : List.of(390, 320)) {
                page.setViewportSize(width, 844);
                Browser.assertAccessible(page);
            }
            Browser.screenshot(page, "document-verify-" + language);
        }
    }

    private static void click(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }
}
