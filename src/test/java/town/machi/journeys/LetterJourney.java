package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.support.Browser;
import town.machi.support.RunningTown;

@DisplayName("町長への手紙は、電話から書かれ、読まれ、答えられ、書いた人が答えを読む")
class LetterJourney {

    private static final String ANSWER = "4月から、朝のバスを30分早めることを話し合っています。";

    @Test
    @DisplayName("名前を書かない手紙でも、答えなしには終わらず、答えは書いた人の画面に出る")
    void aLetterIsAnswered() {
        try (var town = RunningTown.start();
                var browser = Browser.open();
                var desk = browser.desk(town.address());
                var phone = browser.phone(town.address())) {
            Page resident = phone.newPage();
            String receipt = writes(resident);
            Page office = Hands.signIn(desk.newPage(), "bosai");
            Hands.open(office, receipt);
            Hands.press(office, "町長に渡す");
            resident.reload();
            assertThat(resident.locator("h1").textContent()).contains("町長が読んでいます");
            answers(office);
            readsTheAnswer(resident);
        }
    }

    private static String writes(Page page) {
        page.navigate("/procedures/letter-to-mayor");
        Browser.assertAccessible(page);
        Hands.press(page, "この手続きを始める");
        page.locator("[name=about]").fill("朝のバスの時刻");
        page.locator("[name=letter]").fill("病院に行くバスが、あと30分早いと助かります。");
        page.getByLabel("ほしい", new Page.GetByLabelOptions().setExact(true)).check();
        Browser.assertAccessible(page);
        Browser.screenshot(page, "letter-writing-390");
        Hands.next(page);
        Hands.next(page);
        Browser.assertAccessible(page);
        String receipt = Hands.send(page);
        page.locator("a[href^='/my/']").first().click();
        return receipt;
    }

    private static void answers(Page page) {
        page.locator("summary:has-text('答えて終える')").click();
        page.locator("#act-answer").fill(" ");
        Hands.press(page, "答えて終える");
        assertThat(page.locator(".case-head").textContent()).contains("町長が確認中");
        if (!page.locator("#act-answer").isVisible()) {
            page.locator("summary:has-text('答えて終える')").click();
        }
        page.locator("#act-answer").fill(ANSWER);
        Hands.look(page, "letter-answering");
        Hands.press(page, "答えて終える");
        assertThat(page.getByText("処理しました。").isVisible()).isTrue();
        assertThat(page.locator(".case-head").textContent()).contains("回答済み");
        Browser.assertAccessible(page);
    }

    private static void readsTheAnswer(Page page) {
        page.reload();
        assertThat(page.locator("h1").textContent()).contains("お答えしました");
        assertThat(page.locator("main").textContent()).contains(ANSWER);
        Browser.assertAccessible(page);
        Browser.screenshot(page, "letter-answered-390");
    }
}
