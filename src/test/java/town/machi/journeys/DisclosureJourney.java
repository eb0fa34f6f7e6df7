package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.kernel.BusinessCalendar;
import town.machi.support.Browser;
import town.machi.support.RunningTown;

@DisplayName("公文書の開示請求は、期限の延長を経て、教示のついた部分開示の通知で終わる")
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
            String receipt = Hands.askForRecords(resident);
            Page office = Hands.signIn(desk.newPage(), "bosai");
            Hands.open(office, receipt);
            extend(office);
            draft(office);
            decide(browser, town.address(), office);
            carryOut(office);
            String pdf = notice(office);
            looksAtTheFigures(office);
            assertThat(pdf)
                    .contains("公文書部分開示決定通知書", "特定の個人を識別できる", "知った日の翌日から起算して3か月以内", "芦北町長に対して審査請求")
                    .contains("6か月以内", "芦北町を被告として", "代表する者は芦北町長");
        }
    }

    private static void looksAtTheProcedure(Page page) {
        page.navigate("/procedures/record-disclosure");
        assertThat(page.locator("main").textContent())
                .contains("審査基準", "標準処理期間", "未設定", "15日以内", "さらに45日まで", "芦北町長に審査請求（3か月以内）");
        Hands.look(page, "disclosure-procedure");
        page.setViewportSize(390, 844);
    }

    private static void extend(Page page) {
        assertThat(page.locator("#limit").isVisible()).isTrue();
        page.locator("summary:has-text('期限を延ばす')").click();
        page.locator("#f-until")
                .fill(LocalDate.now(BusinessCalendar.TOKYO).plusDays(40).toString());
        page.locator("#f-extend").fill("対象となる文書の量が多く、確かめるのに日数がかかるためです。");
        Hands.look(page, "disclosure-extend");
        Hands.press(page, "期限を延ばして知らせる");
        assertThat(page.getByText("決定の期限を延ばし、届け出た人に知らせました。").isVisible()).isTrue();
        assertThat(page.getByText("公文書開示決定等期限延長通知書を作る").isVisible()).isTrue();
        assertThat(page.locator("summary:has-text('期限を延ばす')").count()).isZero();
    }

    private static void draft(Page page) {
        Hands.press(page, "受け付ける");
        Hands.press(page, "決定の案を作った");
        assertThat(page.locator(".acts").textContent()).contains("この処理には決裁が要ります");
        page.locator("summary:has-text('「一部を開示する」を起案する')").click();
        page.locator("#reason-grantPartly").fill("見積書のうち担当者の氏名。特定の個人を識別できる情報に当たるため。");
        Hands.look(page, "decision-draft");
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
            Hands.press(page, "差し戻す");
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
        if (who.equals("machida")) {
            String draft = Hands.words(
                    page, page.locator("a:has-text('通知書の案をPDFで読む')").first().getAttribute("href"));
            assertThat(draft)
                    .contains("【案】決裁の前の下書き", "公文書部分開示決定通知書", "担当者の氏名と印影", "知った日の翌日から起算して3か月以内")
                    .doesNotContain("確認番号");
        }
        if (who.equals("oka")) {
            assertThat(page.locator(".changed").textContent()).contains("印影も不開示になります", "担当者の氏名と印影");
        }
        Hands.press(page, who.equals("machida") ? "決裁する" : "承認する");
        assertThat(page.getByText("いま、あなたの決裁を待っているものはありません。").isVisible()).isTrue();
    }

    private static void onPhone(Browser browser, String address, String who, Consumer<Page> does) {
        try (var phone = browser.phone(address)) {
            Page page = Hands.signIn(phone.newPage(), who);
            page.navigate("/office/decisions");
            does.accept(page);
        }
    }

    private static void carryOut(Page page) {
        page.reload();
        assertThat(page.locator("#decision").textContent()).contains("決裁済み", "例 町田 恵");
        Hands.press(page, "一部を開示する");
        assertThat(page.locator(".case-head").textContent()).contains("部分開示");
        assertThat(page.getByText("一部を認める決定の通知書を作る").count()).isZero();
    }

    private static String notice(Page page) {
        Hands.press(page, "公文書部分開示決定通知書を作る");
        assertThat(page.locator("#papers").textContent()).contains("届け出た人の希望", "郵便で受け取る");
        Hands.press(page, "郵送したと記録する");
        assertThat(page.locator("#papers").textContent()).contains("に郵送しました", "戻ってきたと記録する");
        Hands.press(page, "戻ってきたと記録する");
        Hands.press(page, "郵送したと記録する");
        Hands.look(page, "disclosure-decided");
        String href = page.locator("a:has-text('公文書部分開示決定通知書を開く')").first().getAttribute("href");
        return Hands.words(page, href);
    }

    private static void looksAtTheFigures(Page page) {
        page.navigate("/office/cases");
        page.locator("summary:has-text('ほかの仕事')").click();
        page.getByText("数字で見る").click();
        assertThat(page.locator("main").textContent()).contains("公文書の開示請求", "オンラインの割合", "標準処理期間");
        Hands.look(page, "picture");
    }
}
