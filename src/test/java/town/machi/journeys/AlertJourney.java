package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.demo.DemoAccount;
import town.machi.support.Browser;
import town.machi.support.RunningTown;

@DisplayName("災害情報：電文から、三つの言語の電話、助けが必要、解除まで")
class AlertJourney {

    private static final DemoAccount WRITER = DemoAccount.named("bosai");
    private static final DemoAccount DECIDER = DemoAccount.named("izumi");
    private static final int PATIENCE_SECONDS = 60;

    @Test
    @DisplayName("レベル5の電文が下書きになり、二人目が決裁すると、すべてが同じ文を言い、住民の声に答え、地区ごとに解除する")
    void fromTelegramToLift() {
        try (var town = RunningTown.start();
                var browser = Browser.open();
                BrowserContext desk = browser.desk(town.address());
                BrowserContext home = browser.phone(town.address());
                BrowserContext street = browser.desk(town.address())) {
            Page writer = WaterClerk.signsIn(desk, WRITER).page();
            Page decider = WaterClerk.signsIn(home, DECIDER).page();
            Page residents = street.newPage();
            writer.navigate("/office/response");
            press(writer, "対策本部を開く");
            look(writer, "alert-response-open");

            roomsOfTheOffice(writer);
            String draft = telegram(residents, writer);
            press(writer, "決裁を頼む");
            assertThat(writer.content()).contains("決裁待ち");
            decider.navigate(draft);
            look(decider, "alert-approve-phone");
            press(decider, "決裁して発信する");

            String hash = everythingSaysTheSame(writer, residents, draft);
            assertThat(hash).hasSize(64);
            threePhonesBuzz(residents);
            needsHelp(residents, writer);
            lift(writer, decider, draft, residents);
        }
    }

    /// What the office writes with, looked at on desk and phone; a drill wears its stripes.
    private static void roomsOfTheOffice(Page writer) {
        writer.navigate("/office/alerts/new");
        look(writer, "alert-choose");
        writer.navigate("/office/alerts/new/evacuation-instruct");
        look(writer, "alert-write");
        writer.navigate("/office/contacts");
        look(writer, "alert-contacts");
        writer.navigate("/office/telegrams");
        look(writer, "alert-telegrams");
        writer.navigate("/office/alerts/new/evacuation-instruct?world=INTERNAL_DRILL");
        writer.getByLabel("湯浦地区のすべて").check();
        writer.getByLabel("洪水").check();
        writer.locator("[name=decidedAt]").fill("0:01");
        writer.locator("[name=grounds]").fill("（例）訓練のため");
        press(writer, "下書きにして、文を確かめる");
        assertThat(writer.content()).contains("内部訓練", "訓練、訓練 芦北町長の発令");
        look(writer, "alert-drill");
    }

    /// The demo's 気象庁 puts it into the feed; within seconds there is a draft, and nothing is sent.
    private static String telegram(Page residents, Page writer) {
        residents.navigate("/demo/jma");
        Browser.assertAccessible(residents);
        press(residents, "「大雨特別警報（レベル5）」を流す");
        waitFor(writer, "/office/alerts", "大雨特別警報");
        look(writer, "alert-list-draft");
        residents.navigate("/alerts");
        assertThat(residents.locator(".notices").count()).isZero();
        writer.locator(".alert-line__title").first().click();
        look(writer, "alert-draft");
        assertThat(writer.content()).contains("気象庁の発表", "気象庁の電文（自動）", "下書き");
        return writer.url().replaceFirst("\\?.*", "");
    }

    private static String everythingSaysTheSame(Page writer, Page residents, String draft) {
        writer.navigate(draft);
        look(writer, "alert-board");
        String code = find(writer.content(), "照合番号 ([0-9a-f]{8})");
        String number = find(writer.content(), "第([0-9]{4}-[0-9]+)号");
        assertThat(writer.locator(".channels__state").allTextContents()).allMatch(each -> each.contains(code));
        assertThat(writer.locator("#board-PA_RADIO").textContent()).contains("こちらは、芦北町です。", "くり返します。", "大雨特別警報");
        for (String language : List.of("ja", "easy", "en")) {
            residents.navigate("/alerts/" + number + "?lang=" + language);
            look(residents, "alert-public-" + language);
            assertThat(residents.locator("main").textContent()).contains(code);
        }
        residents.navigate("/?lang=ja");
        assertThat(residents.locator(".banner--level-5").textContent()).contains("気象庁の発表", "大雨特別警報");
        look(residents, "alert-banner");
        String cap = residents.request().get("/alerts/" + number + "/cap.xml").text();
        writer.navigate(draft + "/calls");
        look(writer, "alert-calls");
        assertThat(writer.locator("main").textContent()).contains("避難行動要支援者", "まだ");
        String hash = find(cap, "<value>([0-9a-f]{64})</value>");
        assertThat(hash).startsWith(code);
        assertThat(cap).contains("<status>Actual", "<msgType>Alert", "気象庁の発表", "Emergency Warning for Heavy Rain");
        assertThat(residents.request().get("/alerts/feed.xml").text()).contains(number);
        return hash;
    }

    private static void threePhonesBuzz(Page residents) {
        waitFor(residents, "/demo/phones?lang=ja", "Emergency Warning for Heavy Rain");
        waitFor(residents, "/demo/phones?lang=ja", "特別警報（とくべつけいほう）");
        waitFor(residents, "/demo/phones?lang=ja", "気象庁は、町内全域に警戒レベル5相当の「大雨特別警報」");
        Browser.screenshot(residents, "alert-phones");
    }

    private static void needsHelp(Page residents, Page writer) {
        writer.navigate("/office/response");
        Locator phone = residents.locator(".phone").first();
        phone.locator("button:has-text('助けが必要')").last().click();
        waitFor(residents, "/demo/phones", "命の危険があるときは119へ");
        assertThat(residents.locator(".phone").first().textContent()).contains("対策本部の職員が見ています");
        residents.locator(".phone").first().locator("summary").click();
        residents.locator("#place-1").selectOption("大字湯浦");
        residents
                .locator(".phone")
                .first()
                .locator("form[action$='/place'] button")
                .click();
        waitFor(residents, "/demo/phones", "受け取りました");

        writer.getByText("場所あり").waitFor();
        look(writer, "alert-response");
        assertThat(writer.locator("[data-map-list] li").count()).isEqualTo(1);
        writer.locator(".alert-line__title").first().click();
        look(writer, "alert-call");
        writer.locator("#f-words").fill("消防団が向かいます。屋根の上で待っていてください。");
        press(writer, "返事を送る");
        waitFor(residents, "/demo/phones", "消防団が向かいます。");
        assertThat(residents.locator(".phone").nth(1).textContent()).doesNotContain("消防団が向かいます。");
    }

    private static void lift(Page writer, Page decider, String draft, Page residents) {
        writer.navigate(draft);
        writer.getByText("解除する（地区を選んで）").click();
        look(writer, "alert-lift");
        writer.locator("[data-whole]").uncheck();
        writer.getByLabel("湯浦地区のすべて").check();
        String first = send(writer, decider, "下書きにして、文を確かめる");
        residents.navigate("/alerts");
        assertThat(residents.content()).contains("大雨特別警報").doesNotContain("いま出ている災害情報はありません");
        writer.navigate(draft);
        writer.getByText("解除する（地区を選んで）").click();
        assertThat(writer.locator("input[name=district][value=大字湯浦]").count()).isZero();
        String second = send(writer, decider, "下書きにして、文を確かめる");
        residents.navigate("/alerts?lang=ja");
        look(residents, "alert-public-list");
        assertThat(residents.content()).contains("いま出ている災害情報はありません");
        assertThat(residents.request().get(first + "/cap.xml").text()).contains("<msgType>Update", "<references>");
        assertThat(residents.request().get(second + "/cap.xml").text()).contains("<msgType>Cancel", "<references>");
        residents.navigate("/");
        assertThat(residents.locator(".banner").count()).isZero();
    }

    /// Writes it down, asks, and the other person approves.
    ///
    /// @return the address of its public page
    private static String send(Page writer, Page decider, String button) {
        press(writer, button);
        press(writer, "決裁を頼む");
        decider.navigate(writer.url().replaceFirst("\\?.*", ""));
        press(decider, "決裁して発信する");
        return "/alerts/" + find(decider.content(), "第([0-9]{4}-[0-9]+)号");
    }

    private static void look(Page page, String name) {
        var size = page.viewportSize();
        Browser.screenshot(page, name);
        Browser.assertAccessible(page);
        page.setViewportSize(390, 844);
        Browser.screenshot(page, name + "-390");
        Browser.assertAccessible(page);
        page.setViewportSize(size.width, size.height);
    }

    private static void waitFor(Page page, String path, String words) {
        for (int i = 0; i < PATIENCE_SECONDS; i++) {
            page.navigate(path);
            if (page.locator("main").textContent().contains(words)) {
                return;
            }
            page.waitForTimeout(1_000);
        }
        throw new AssertionError(
                "not on " + path + ": " + words + "\n" + page.locator("main").textContent());
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, named(button)).first().click();
        page.waitForLoadState();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static String find(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return matcher.group(1);
    }
}
