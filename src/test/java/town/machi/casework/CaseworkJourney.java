package town.machi.casework;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import town.machi.demo.DemoAccount;
import town.machi.demo.DemoTown;
import town.machi.kernel.Actor;
import town.machi.submission.Filed;
import town.machi.support.Browser;
import town.machi.support.MachiTest;

@MachiTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "machi.demo=true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("案件の画面を、机と板と電話の幅で")
class CaseworkJourney {

    private static final List<Integer> WIDTHS = List.of(1280, 820, 390, 320);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Cases cases;

    @Autowired
    DemoTown demo;

    Browser browser = Browser.open();
    BrowserContext desk = browser.desk("about:blank");
    Page page = desk.newPage();
    Filed.New long1 = Parcels.filed("水", "野");

    @BeforeAll
    void sitDown() {
        desk.close();
        desk = browser.desk("http://localhost:" + port);
        page = desk.newPage();
        DemoAccount account = DemoAccount.named("mizuno");
        page.navigate("/office/sign-in");
        page.fill("input[name=mail]", account.member().mail());
        page.fill("input[name=password]", account.password());
        page.click("main form[action='/office/sign-in'] button");
        page.fill("input[name=code]", demo.currentCode(account).orElseThrow());
        page.click("main form button.button--primary");
        page.waitForURL("**/office**");
    }

    @AfterAll
    void standUp() {
        browser.close();
    }

    @Test
    @Order(1)
    @DisplayName("担当の案件が一つもないとき、何がここに並ぶのかを言う")
    void empty() {
        for (String view : List.of("overdue", "mine")) {
            page.navigate("/office/cases?view=" + view);
            Browser.assertAccessible(page);
        }
        look("casework-empty");
    }

    @Test
    @Order(2)
    @DisplayName("長い名前の案件が60件並んでも、どの幅でも読める")
    void inbox() {
        fill();
        page.navigate("/office");
        look("casework-inbox");
        page.navigate("/office/cases?view=all&q=" + "みずの");
        look("casework-search");
    }

    @Test
    @Order(3)
    @DisplayName("キーボードだけで選び、まとめて自分の担当にする")
    void keyboard() {
        page.setViewportSize(1280, 900);
        page.navigate("/office/cases?view=section&sort=name");
        assertThat(page.locator("[data-bulk-bar]").isVisible()).isFalse();
        page.keyboard().press("j");
        page.keyboard().press("x");
        page.keyboard().press("j");
        page.keyboard().press("x");
        assertThat(page.locator("[data-bulk-count]").textContent()).isEqualTo("選んだ 2 件");
        Browser.screenshot(page, "casework-bulk-bar");
        page.click("[data-bulk-bar] button[value=take]");
        assertThat(page.locator("main").textContent()).contains("2件 できました");
        look("casework-bulk-result");
        page.navigate("/office/cases?view=mine");
        assertThat(page.locator("table.cases tbody tr").count()).isEqualTo(2);
    }

    @Test
    @Order(4)
    @DisplayName("案件の左に回答、右にできること、下に経過がある")
    void casePage() {
        page.setViewportSize(1280, 900);
        page.navigate("/office/cases?view=all&q=" + long1.receipt().format());
        page.click(".cases__name a");
        look("casework-case");
        for (Locator each : page.locator("details.disclosure").all()) {
            each.evaluate("element => element.open = true");
        }
        look("casework-case-open");
        page.navigate(page.url() + "/print");
        look("casework-print");
    }

    private void look(String name) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, width < 600 ? 844 : 900);
            Browser.screenshot(page, name + "-" + width);
            Browser.assertAccessible(page);
        }
    }

    private void fill() {
        List<String> families =
                List.of("水野", "髙橋", "﨑田", "葛󠄀城", "長谷川スティーヴン・アレクサンダー・フィッツジェラルド", "株式会社芦北町総合開発不知火観光物産振興会");
        List<Filed.New> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Map<String, String> answers = Parcels.answers(families.get(i % families.size()), "太郎" + i);
            answers.put(
                    "user.familyKana",
                    List.of("ミズノ", "タカハシ", "サキタ", "カツラギ", "ハセガワ", "カブシキガイシャ").get(i % 6));
            answers.put("mail", "taro" + i + "@example.jp");
            all.add(Parcels.filed(
                    Parcels.waterStart(),
                    1,
                    answers,
                    Parcels.TUESDAY.minusSeconds(7000L * i),
                    "taro" + i + "@example.jp"));
        }
        all.forEach(events::publishEvent);
        long1 = all.get(4);
        Actor.Staff clerk = clerk();
        for (int i = 6; i < 12; i++) {
            cases.act(id(all.get(i)), Move.of("accept", 1), UUID.randomUUID(), clerk);
        }
        CaseId id = id(long1);
        cases.act(
                id,
                new Move("sendBack", 1, "開始日が休みの日です。\n開いている日を選んでください。", Set.of("startsOn")),
                UUID.randomUUID(),
                clerk);
        events.publishEvent(Parcels.correction(long1, 2, Map.of("startsOn", "2026-12-08")));
        cases.note(id, "昼に電話あり。かけ直しは14時以降。", UUID.randomUUID(), clerk);
        cases.act(id(all.get(1)), new Move("sendBack", 1, "番地をお願いします。", Set.of("place")), UUID.randomUUID(), clerk);
    }

    private CaseId id(Filed.New filed) {
        CaseFilter filter =
                CaseFilter.of(CaseFilter.View.ALL).withWords(filed.receipt().format());
        return cases.list(filter, Optional.empty(), clerk()).lines().getFirst().id();
    }

    private static Actor.Staff clerk() {
        var member = DemoAccount.named("mizuno").member();
        return new Actor.Staff(member.id(), member.name(), member.sections(), member.roles());
    }
}
