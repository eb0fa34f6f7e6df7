package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.support.Browser;
import town.machi.support.RunningTown;

@DisplayName("本人の開示請求から、町が持っているものを全部の部屋で調べ、写しを渡す")
class PersonJourney {

    @Test
    @DisplayName("請求が届き、担当が案件から調べ、本人のものを選び、開示しないところを除いて写しにし、証跡に名前なしで残る")
    void whatIsHeldIsHandedOver() throws IOException {
        try (var town = RunningTown.start();
                var browser = Browser.open();
                var desk = browser.desk(town.address());
                var phone = browser.phone(town.address())) {
            Page resident = phone.newPage();
            String receipt = files(resident);
            readsTheRegister(resident);

            Page office = Hands.signIn(desk.newPage(), "bosai");
            Hands.open(office, receipt);
            office.locator("#held a").click();
            assertThat(office.locator("[name=request]").inputValue()).isEqualTo(receipt);
            assertThat(office.locator("[name=name]").inputValue()).isEqualTo("山本　一郎");
            finds(office, receipt);
            takes(office);
            assertThat(office.url()).doesNotContain("%E5%B1%B1", "山本", "090");

            Page auditor = Hands.signIn(browser.desk(town.address()).newPage(), "kansa");
            auditor.navigate("/office/audit?action=EXPORT");
            assertThat(auditor.locator("main").textContent())
                    .contains("person:pdf", "reason DISCLOSURE, request " + receipt.replace("-", ""))
                    .doesNotContain("山本", "090-1234");
            Browser.assertAccessible(auditor);
        }
    }

    private static String files(Page page) {
        Hands.begin(page, "personal-disclosure");
        page.locator("[name=wanted]").fill("町が持っている、私についてのもの全部");
        Hands.next(page);
        page.getByLabel("役場で写しを受け取る").check();
        page.getByLabel("役場で受け取る").last().check();
        Hands.next(page);
        page.getByLabel("本人", new Page.GetByLabelOptions().setExact(true)).check();
        Hands.writesAsYamamoto(page);
        return Hands.send(page);
    }

    /// From the foot of any page.
    private static void readsTheRegister(Page page) {
        page.locator(".site-footer a:has-text('個人情報ファイル簿')").click();
        assertThat(page.locator("main").textContent())
                .contains("水道の使用開始", "避難行動要支援者名簿", "利用目的", "記録項目", "収集方法", "1,000人未満");
        page.locator("main summary").first().click();
        Hands.look(page, "personal-files");
    }

    private static void finds(Page page, String receipt) {
        Hands.press(page, "どこにあるかを調べる");
        assertThat(page.locator(".errors").textContent()).contains("調べる理由を選んでください。");
        assertThat(page.locator("[name=name]").inputValue()).isEqualTo("山本　一郎");
        page.getByLabel("開示請求", new Page.GetByLabelOptions().setExact(true)).check();
        Hands.look(page, "person");
        Hands.press(page, "どこにあるかを調べる");
        assertThat(page.locator("main").textContent())
                .contains("届出の回答「自分の個人情報の開示請求", "案件「自分の個人情報の開示請求", receipt, "電話番号");
        Hands.look(page, "person-found");
        Hands.press(page, "印をつけたものの中身を見る");
        assertThat(page.locator("main").textContent()).contains("お名前とフリガナ", "大字佐敷", "町が持っている、私についてのもの全部");
        assertThat(page.locator("main").textContent()).doesNotContain("applicant.");
    }

    private static void takes(Page page) throws IOException {
        page.locator("[aria-label$='経過 1 を開示しない']").first().check();
        Hands.look(page, "person-opened");
        Download pdf = page.waitForDownload(() -> Hands.press(page, "写しをPDFで作る"));
        assertThat(pdf.suggestedFilename()).endsWith(".pdf").doesNotContain("山本");
        try (var paper = Loader.loadPDF(Files.readAllBytes(pdf.path()))) {
            assertThat(new PDFTextStripper().getText(paper).replaceAll("\\s", ""))
                    .contains("保有個人情報の写し", "山本　一郎　様", "大字佐敷", "090-1234-5678", "（開示しない部分）");
        }
        Path csv = page.waitForDownload(() -> Hands.press(page, "CSVで保存する")).path();
        assertThat(Files.readString(csv)).contains("町が持っている、私についてのもの全部", "（開示しない部分）");
    }
}
