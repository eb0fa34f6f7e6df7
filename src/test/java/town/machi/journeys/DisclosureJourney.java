package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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
            Page office = Hands.signIn(desk.newPage(), "bosai");
            Hands.open(office, receipt);
            extend(office);
            decide(office);
            String pdf = notice(office);
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
            Hands.begin(resident, "letter-to-mayor");
            resident.locator("[name=about]").fill("朝のバスの時刻");
            resident.locator("[name=letter]").fill("病院に行くバスが、あと30分早いと助かります。");
            resident.getByLabel("ほしい", new Page.GetByLabelOptions().setExact(true))
                    .check();
            Hands.next(resident);
            Hands.next(resident);
            String receipt = Hands.send(resident);
            Page office = Hands.signIn(desk.newPage(), "bosai");
            Hands.open(office, receipt);
            office.locator("summary:has-text('答えて終える')").click();
            office.locator("#act-answer").fill("4月から、朝のバスを30分早めることを話し合っています。");
            Hands.press(office, "答えて終える");
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
        Hands.begin(page, "record-disclosure");
        page.locator("[name=wanted]").fill("令和7年度の佐敷地区の道路工事の契約書と見積書");
        Hands.next(page);
        page.getByLabel("写しを郵送してもらう").check();
        page.getByLabel("郵便で受け取る").check();
        Hands.next(page);
        page.locator("[name='applicant.family']").fill("山本");
        page.locator("[name='applicant.given']").fill("一郎");
        page.locator("[name='applicant.familyKana']").fill("ヤマモト");
        page.locator("[name='applicant.givenKana']").fill("イチロウ");
        page.locator("[name='home.postcode']").fill("869-5441");
        page.locator("[name='home.prefecture']").fill("熊本県");
        page.locator("[name='home.municipality']").fill("葦北郡芦北町");
        page.locator("[name='home.area']").fill("大字佐敷");
        page.locator("[name='home.number']").fill("1番地");
        Hands.next(page);
        page.locator("[name=phone]").fill("090-1234-5678");
        Hands.next(page);
        return Hands.send(page);
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

    private static void decide(Page page) {
        Hands.press(page, "受け付ける");
        Hands.press(page, "決定の案を作った");
        page.locator("summary:has-text('一部を開示する')").click();
        page.locator("#act-grantPartly").fill("見積書のうち担当者の氏名と印影。特定の個人を識別できる情報に当たるため。");
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
        page.getByText("数字で見る").click();
        assertThat(page.locator("main").textContent()).contains("公文書の開示請求", "オンラインの割合", "標準処理期間");
        Hands.look(page, "picture");
    }
}
