package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.demo.DemoAccount;
import town.machi.support.Browser;
import town.machi.support.RunningTown;

@DisplayName("保存期間が過ぎた手紙を、一件は保留し、残りを二人で廃棄する")
class DisposalJourney {

    private static final String SHELVES = "section[aria-labelledby=shelves] tbody a";

    @Test
    @DisplayName("担当が選んで伺いを出し、課長が承認し、記録が印刷できる。どの画面も、読み上げと電話の幅に耐える")
    void fromTheListToTheRecord() {
        try (var town = RunningTown.start();
                var browser = Browser.open();
                var desk = browser.desk(town.address());
                var other = browser.desk(town.address())) {
            Page clerk = WaterClerk.signsIn(desk, DemoAccount.named("bosai")).page();
            clerk.onDialog(Dialog::accept);
            String held = holds(clerk);
            String disposal = proposes(clerk);
            Page head = WaterClerk.signsIn(other, DemoAccount.named("sonoda")).page();
            head.onDialog(Dialog::accept);
            agrees(head, disposal);
            looksAtTheRecord(head);
            clerk.navigate("/office/keeping");
            clerk.locator("main input[type=search]").fill(held);
            clerk.locator("main .search button").click();
            looks(clerk, "search");
            assertThat(clerk.locator("main").textContent()).contains("保留中です（訴訟）");
        }
    }

    private static String holds(Page page) {
        page.navigate("/office/keeping/holds");
        looks(page, "holds-empty");
        page.navigate("/office/keeping");
        looks(page, "list");
        assertThat(page.locator(SHELVES).count()).isEqualTo(2);
        page.locator(SHELVES).first().click();
        String receipt = page.locator("tbody th a").first().textContent();
        page.locator("tbody th a").first().click();
        page.locator("#keeping a:has-text('廃棄を保留する')").click();
        page.locator("#f-ground").selectOption("LAWSUIT");
        page.locator("#f-words").fill("令和8年（行ウ）第12号");
        press(page, "保留する");
        looks(page, "held");
        assertThat(page.locator("main").textContent()).contains("保留しました", receipt, "訴訟");
        return receipt;
    }

    private static String proposes(Page page) {
        page.navigate("/office/keeping");
        page.locator(SHELVES).first().click();
        assertThat(page.locator("tbody").textContent()).contains("保留中です（訴訟）");
        press(page, "廃棄の伺いを出す");
        looks(page, "nothing-ticked");
        assertThat(page.locator("[data-errors]").textContent()).contains("廃棄できる案件が選ばれていません");
        page.locator("#f-all").check();
        press(page, "廃棄の伺いを出す");
        looks(page, "proposed");
        assertThat(page.locator("main").textContent()).contains("自分では承認も差戻しもできません");
        return page.url().replaceFirst("\\?.*", "");
    }

    private static void agrees(Page page, String disposal) {
        page.navigate("/office/keeping");
        looks(page, "waits-for-me");
        assertThat(page.locator("section[aria-labelledby=open]").textContent()).contains("あなたが決められます");
        page.navigate(disposal);
        looks(page, "decide");
        press(page, "承認して廃棄する");
        page.waitForCondition(() -> {
            page.navigate(disposal);
            return page.locator("main").textContent().contains("廃棄が終わった日時");
        });
        looks(page, "done");
        assertThat(page.locator("main").textContent()).contains("どこから何件消えたか", "例 防災 守", "例 園田 隆");
    }

    private static void looksAtTheRecord(Page page) {
        page.navigate("/office/keeping/disposals");
        looks(page, "record");
        assertThat(page.locator("main").textContent()).contains("町長への手紙", "1／1件");
    }

    private static void looks(Page page, String name) {
        for (int width : List.of(390, 820, 1280)) {
            page.setViewportSize(width, 900);
            Browser.assertAccessible(page);
            Browser.screenshot(page, "keeping-" + name + "-" + width);
        }
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }
}
