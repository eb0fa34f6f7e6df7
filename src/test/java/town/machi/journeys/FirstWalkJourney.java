package town.machi.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.demo.DemoAccount;
import town.machi.support.Browser;
import town.machi.support.RunningTown;

@DisplayName("水道の使用開始：スマートフォンの届出から、受付、開栓、使用開始確認届、控え、証跡まで")
class FirstWalkJourney {

    private static final String NAME = WaterResident.FAMILY + WaterResident.GIVEN;
    /// Of the meter at the place as corrected, in m³.
    private static final int LAST_READING = 219;

    private static final String WORDS = "番地をもう一度確かめてください。2015番地の例1には、空いている家がありません。";

    @Test
    @DisplayName("住民が届け出て、職員が1つの欄だけ差し戻し、住民がそこだけ直し、職員が受け付け、班が開け、紙も証跡もそのとおりである")
    void fromThePhoneToThePaper() throws Exception {
        Path data = Path.of("target/journeys", UUID.randomUUID().toString());
        try (var town = RunningTown.start(data, Map.of());
                var browser = Browser.open();
                var phone = browser.phone(town.address());
                var desk = browser.desk(town.address());
                var field = browser.phone(town.address())) {
            var resident = new WaterResident(phone, "walk");
            findsTheProcedure(resident);
            stumblesOverTheDate(resident);
            var receipt = filesTheRest(resident);
            readsTheMail(phone.newPage(), receipt.number(), "受け付けました");
            var clerk = WaterClerk.signsIn(desk);
            clerk.opens(receipt.number());
            clerk.sendsBack("使用場所", WORDS);
            correctsOnlyThePlace(resident, receipt);
            acceptsIt(clerk);
            isToldThatTheCrewWillCome(resident, receipt);
            finishesIt(clerk, field);
            isToldThatWaterRuns(resident, receipt);
            readsTheConfirmation(clerk, desk, receipt, data);
            readsTheCopy(phone, receipt, data);
            theTrailTells(browser, town, receipt);
            assertThat(TownCommand.auditVerify(data))
                    .satisfies(checked ->
                            assertThat(checked.exit()).as(checked.said()).isZero());
        }
    }

    private static void findsTheProcedure(WaterResident resident) {
        Page page = resident.page();
        page.navigate("/");
        resident.arrivesAt("何をしますか", "home");
        page.locator(".door:has-text('水道')").click();
        resident.arrivesAt("手続き", "procedures");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("水道の使用開始"))
                .first()
                .click();
        resident.arrivesAt("水道の使用開始", "procedure");
        resident.begin();
        resident.saysWhere();
    }

    /// 平成 ended the day before: the sentence says so, the summary has the focus, and nothing typed is gone.
    private static void stumblesOverTheDate(WaterResident resident) {
        Page page = resident.page();
        resident.date("平成31", "５", "1");
        page.getByLabel("立ち会わない").check();
        resident.next();
        resident.arrivesAt("いつから使いますか", "when-error");
        assertThat(page.locator("[data-errors]").evaluate("summary => summary === document.activeElement"))
                .isEqualTo(true);
        assertThat(page.locator("[data-errors]").textContent()).contains("この日は令和元年5月1日です");
        assertThat(page.locator("[name=startsOn-year]").inputValue()).isEqualTo("平成31");
        assertThat(page.locator("[name=startsOn-month]").inputValue()).isEqualTo("５");
        assertThat(page.getByLabel("立ち会わない").isChecked()).isTrue();
        page.locator("[data-errors] a").first().click();
        assertThat(String.valueOf(page.evaluate("document.activeElement.name"))).startsWith("startsOn");
        resident.saysWhen();
    }

    private static WaterResident.Receipt filesTheRest(WaterResident resident) {
        Page page = resident.page();
        page.getByText("前のページに戻る").click();
        assertThat(page.locator("[name=startsOn]:checked").count()).isEqualTo(1);
        page.getByText("前のページに戻る").click();
        assertThat(page.locator("[name='place.number']").inputValue()).isEqualTo("2015番地の例1");
        resident.next();
        resident.next();
        resident.saysWho();
        resident.saysHowToReachThem();
        assertThat(page.locator("main").textContent())
                .contains(WaterResident.FAMILY, WaterResident.GIVEN, "タカハシ", "2015番地の例1", "令和");
        return resident.sendsWithDoubleClick();
    }

    private static void readsTheMail(Page page, String number, String words) {
        Locator letter = page.locator(".letter:has-text('" + number + "')")
                .filter(new Locator.FilterOptions().setHasText(words));
        page.navigate("/demo/mail");
        page.waitForCondition(() -> {
            page.reload();
            return letter.count() > 0;
        });
        Browser.assertAccessible(page);
        Browser.screenshot(page, "walk-mail");
        assertThat(letter.count()).isEqualTo(1);
        assertThat(page.locator("main").textContent()).contains(WaterResident.MAIL);
    }

    private static void correctsOnlyThePlace(WaterResident resident, WaterResident.Receipt receipt) {
        Page page = resident.page();
        resident.looksUp(receipt);
        resident.arrivesAt("直していただきたいところがあります", "my-correct");
        assertThat(page.locator("main").textContent()).contains(WORDS);
        resident.press("そのところを直す");
        resident.arrivesAt("どこの水道を使いますか", "correct");
        assertThat(page.locator("[name='place.number']").count()).isEqualTo(1);
        assertThat(page.locator("[name=customer]").count())
                .as("a question that was not sent back")
                .isZero();
        page.locator("[name='place.number']").fill("2051番地の例1");
        resident.next();
        resident.arrivesAt("直した内容の確認", "correct-check");
        resident.press("直した内容を送る");
        resident.arrivesAt("直した内容を受け取りました", "correct-done");
    }

    private static void acceptsIt(WaterClerk clerk) {
        Page page = clerk.page();
        page.reload();
        clerk.sees("walk-case-corrected");
        assertThat(page.locator(".said__before").textContent()).contains("2015番地の例1");
        assertThat(page.locator(".case__said").textContent()).contains("2051番地の例1");
        clerk.press("受け付ける");
        clerk.sees("walk-case-scheduled");
        assertThat(page.locator(".case__said").textContent()).contains("場所から一つに決まった", "一致");
        assertThat(page.locator(".acts").textContent())
                .as("nobody completes on paper what the crew has not done")
                .contains("現地の「開栓」がまだ終わっていません");
    }

    private static void isToldThatTheCrewWillCome(WaterResident resident, WaterResident.Receipt receipt) {
        resident.looksUp(receipt);
        resident.arrivesAt("開栓の準備をしています", "my-scheduled");
    }

    /// The clerk plans it; the crew opens the valve and reports from the place.
    private static void finishesIt(WaterClerk clerk, BrowserContext field) {
        String order = clerk.putsOpenCaseOnFirstDay();
        WaterCrewPhone.of(field, "kawai").opens(order, LAST_READING);
        assertThat(clerk.papersOf(order)).contains("開栓済み", "水道使用開始確認届");
    }

    private static void isToldThatWaterRuns(WaterResident resident, WaterResident.Receipt receipt) {
        resident.looksUp(receipt);
        resident.arrivesAt("水道を開けました", "my-done");
        readsTheMail(resident.page(), receipt.number(), "水道を開けました");
    }

    private static void readsTheConfirmation(
            WaterClerk clerk, BrowserContext desk, WaterResident.Receipt receipt, Path data)
            throws IOException, InterruptedException {
        String paper = clerk.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("水道使用開始確認届を開く")))
                .first()
                .getAttribute("href");
        assertThat(reads(desk.request().get(paper).body(), data.resolve("confirmation.pdf"), receipt))
                .contains("使用者の署名")
                .doesNotContain("記入なし");
    }

    private static void readsTheCopy(BrowserContext phone, WaterResident.Receipt receipt, Path data)
            throws IOException, InterruptedException {
        String copy = "/my/" + receipt.submission() + "/copy.pdf";
        reads(phone.request().get(copy).body(), data.resolve("copy.pdf"), receipt);
    }

    /// By two readers that know nothing of each other.
    private static String reads(byte[] pdf, Path file, WaterResident.Receipt receipt)
            throws IOException, InterruptedException {
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("[\\s　]", ""))
                    .contains(NAME, receipt.number(), "2051番地の例1");
        }
        Files.write(file, pdf);
        Process reader = new ProcessBuilder("pdftotext", "-layout", file.toString(), "-")
                .redirectErrorStream(true)
                .start();
        String read = new String(reader.getInputStream().readAllBytes(), UTF_8).replaceAll("[\\s　]", "");
        assertThat(reader.waitFor()).as(read).isZero();
        assertThat(read).contains(NAME, receipt.number(), "2051番地の例1");
        return read;
    }

    /// The 監査 role reads who did what; the demo's people are named, the resident is not.
    private static void theTrailTells(Browser browser, RunningTown town, WaterResident.Receipt receipt) {
        DemoAccount auditor = DemoAccount.named("kansa");
        try (var desk = browser.desk(town.address())) {
            Page page = WaterClerk.signsIn(desk, auditor).page();
            page.navigate("/office/audit");
            page.waitForCondition(() -> {
                page.reload();
                return page.getByText("封をした控え").textContent().matches("(?s).*封をした控え [1-9].*");
            });
            Browser.assertAccessible(page);
            Browser.screenshot(page, "walk-audit");
            String trail = desk.request().get("/office/audit/export.csv").text();
            assertThat(trail)
                    .contains("submission:" + receipt.submission(), "閲覧", "sendBack", "accept", "complete")
                    .doesNotContain(NAME, "2051番地");
        }
    }
}
