package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.support.Browser;
import town.machi.support.RunningTown;

@DisplayName("補助金は、申請から、交付決定、実績報告、額の確定、請求、支払データまで、一つの案件で進む")
class SubsidyJourney {

    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @Test
    @DisplayName("住民は電話から三度だけ書き、役場は二度決め、支払データは一度だけ出る")
    void fromApplicationToPaymentData() throws IOException {
        try (var town = RunningTown.start();
                var browser = Browser.open();
                var desk = browser.desk(town.address());
                var phone = browser.phone(town.address())) {
            Page resident = phone.newPage();
            looksAtTheProcedure(resident);
            String receipt = applies(resident);
            Page office = Hands.signIn(desk.newPage(), "izumi");
            Hands.open(office, receipt);
            decides(office);
            String decided = paper(office, "補助金交付決定通知書");
            assertThat(decided).contains("交付決定額", "332,000円", "交付の条件", "審査請求", "芦北町を被告として");
            reports(resident);
            Hands.open(office, receipt);
            fixes(office);
            assertThat(paper(office, "補助金の額の確定通知書")).contains("300,000円", "教示");
            claims(resident);
            pays(office);
            resident.reload();
            assertThat(resident.locator("h1").textContent()).contains("支払いました");
        }
    }

    private static void looksAtTheProcedure(Page page) {
        page.navigate("/procedures/septic-tank");
        assertThat(page.locator("main").textContent()).contains("補助の額", "未設定", "補助金");
        look(page, "subsidy-procedure");
    }

    private static String applies(Page page) {
        Hands.press(page, "この手続きを始める");
        address(page, "site");
        page.getByLabel("今住んでいる家").check();
        Hands.next(page);
        page.locator("[name=tank]").fill("5");
        page.getByLabel("くみ取り").check();
        page.locator("[name=cost]").fill("1,200,000");
        upload(page, "estimate", "見積書.png");
        upload(page, "drawing", "図面.png");
        Hands.next(page);
        day(page, "starts", "2027", "2", "1");
        day(page, "ends", "2027", "2", "26");
        Hands.next(page);
        page.locator("[name='applicant.family']").fill("山本");
        page.locator("[name='applicant.given']").fill("一郎");
        page.locator("[name='applicant.familyKana']").fill("ヤマモト");
        page.locator("[name='applicant.givenKana']").fill("イチロウ");
        address(page, "home");
        page.getByLabel("郵便で受け取る").check();
        Hands.next(page);
        page.locator("[name=phone]").fill("090-1234-5678");
        Hands.next(page);
        page.locator("main button[type=submit].button--primary").last().click();
        String receipt = page.locator(".receipt__number").first().textContent().strip();
        page.locator("a[href^='/my/']").first().click();
        return receipt;
    }

    private static void decides(Page page) {
        Hands.press(page, "受け付ける");
        Hands.press(page, "交付の案を作った");
        assertThat(page.locator(".case__do").textContent()).contains("先に、この画面の「補助金の額」に金額を入れてください。");
        page.locator("#f-grant-yen").fill("332,000");
        Hands.press(page, "案の額にする");
        assertThat(page.locator("#grant").textContent()).contains("案の額: 332,000円", "予算の残り");
        look(page, "subsidy-deciding");
        Hands.press(page, "交付を決定する");
        assertThat(page.locator(".case-head").textContent()).contains("実績報告待ち");
    }

    private static void reports(Page page) {
        page.reload();
        assertThat(page.locator("main").textContent()).contains("次のものを出してください：実績報告");
        look(page, "subsidy-my");
        Hands.press(page, "実績報告を出す");
        day(page, "completed", "2026", "11", "20");
        page.locator("[name=spent]").fill("1150000");
        upload(page, "photos", "あと.png");
        upload(page, "receipts", "領収書.png");
        look(page, "subsidy-report");
        Hands.next(page);
        page.locator("main button[type=submit].button--primary").last().click();
        page.locator("a[href^='/my/']").first().click();
        assertThat(page.locator("h1").textContent()).contains("実績報告を確かめています");
    }

    private static void fixes(Page page) {
        Hands.press(page, "確定の案を作った");
        page.locator("#f-grant-yen").fill("332001");
        Hands.press(page, "案の額にする");
        assertThat(page.locator("main").textContent()).contains("交付決定額（332,000円）を超えています。");
        assertThat(page.locator("#f-grant-yen").inputValue()).isEqualTo("332001");
        page.locator("#f-grant-yen").fill("300000");
        Hands.press(page, "案の額にする");
        look(page, "subsidy-fixing");
        Hands.press(page, "額を確定する");
    }

    private static void claims(Page page) {
        page.reload();
        Hands.press(page, "補助金の請求を出す");
        page.locator("[name='account.bank']").fill("肥後");
        page.locator("[name='account.branch']").fill("佐敷");
        page.locator("[name='account.kind'][value=ordinary]").check();
        page.locator("[name='account.number']").fill("123456");
        page.locator("[name='account.holder']").fill("やまもと　いちろう");
        Hands.next(page);
        page.locator("main button[type=submit].button--primary").last().click();
        page.locator("a[href^='/my/']").first().click();
        assertThat(page.locator("h1").textContent()).contains("支払いの手続をしています");
    }

    private static void pays(Page page) {
        page.navigate("/office/grants");
        assertThat(page.locator("main").textContent()).contains("****456", "番号が要ります", "予算の残り");
        look(page, "subsidy-payments");
        page.getByLabel("銀行番号（4桁）").fill("0173");
        page.getByLabel("支店番号（3桁）").fill("012");
        page.locator("button:has-text('番号を入れる')").first().click();
        page.locator("#f-payOn").fill("2027-03-10");
        Hands.press(page, "選んだものの支払データを作る");
        look(page, "subsidy-run");
        Download file = page.waitForDownload(() -> Hands.press(page, "全銀協 総合振込の形で出す"));
        assertThat(read(file).split("\r\n"))
                .hasSize(5)
                .allMatch(record -> record.length() == 120)
                .anySatisfy(record -> assertThat(record).contains("ﾔﾏﾓﾄ ｲﾁﾛｳ", "0000300000"));
        page.reload();
        Hands.press(page, "CSVで出す");
        assertThat(page.url()).doesNotContain("csv");
        Hands.press(page, "2件を支払済みにする");
        assertThat(page.locator("main").textContent()).contains("支払済みにしました。");
        look(page, "subsidy-paid");
    }

    private static String read(Download file) {
        try {
            return Files.readString(file.path(), Charset.forName("windows-31j"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String paper(Page page, String kind) {
        Hands.press(page, kind + "を作る");
        return Hands.words(
                page, page.locator("a:has-text('" + kind + "を開く')").first().getAttribute("href"));
    }

    private static void address(Page page, String question) {
        page.locator("[name='" + question + ".postcode']").fill("869-5441");
        if (question.equals("home")) {
            page.locator("[name='home.prefecture']").fill("熊本県");
            page.locator("[name='home.municipality']").fill("葦北郡芦北町");
        }
        page.locator("[name='" + question + ".area']").fill("大字佐敷");
        page.locator("[name='" + question + ".number']").fill("10番地");
    }

    private static void day(Page page, String question, String year, String month, String day) {
        page.locator("[name='" + question + "-year']").fill(year);
        page.locator("[name='" + question + "-month']").fill(month);
        page.locator("[name='" + question + "-day']").fill(day);
    }

    private static void upload(Page page, String question, String name) {
        page.locator("input[type=file][name='" + question + "']")
                .setInputFiles(new FilePayload(name, "image/png", PICTURE));
        page.waitForSelector("text=" + name);
    }

    private static void look(Page page, String name) {
        var before = page.viewportSize();
        Hands.look(page, name);
        page.setViewportSize(before.width, before.height);
    }
}
