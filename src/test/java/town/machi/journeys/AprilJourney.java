package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.kernel.BusinessCalendar;
import town.machi.support.Browser;
import town.machi.support.RunningTown;

@DisplayName("4月1日、四十人が席を移る。決裁の途中の案件は、その日から、いまその席にいる人のところにある")
class AprilJourney {

    private static final List<String> SECTIONS = List.of("総務課", "税務課", "住民生活課", "上下水道課");
    private static final String HEAD = "異動,メール,氏名,課,役割,職\n";
    private static final String LEADERS = """
            異動,bosai@example.jp,例 防災 守,税務課,受付・担当・決裁,
            異動,sonoda@example.jp,例 園田 隆,税務課,決裁,課長
            異動,saisho@example.jp,例 税所 明,総務課,受付・担当・決裁,
            """;

    @Test
    @DisplayName("直すところのあるCSVは何も変えず、直したものは予約され、その日が来ると、代決者が決裁し、去った人には案件が見えない")
    void theDayComes() {
        try (var town = RunningTown.start();
                var browser = Browser.open();
                var phone = browser.phone(town.address());
                var desk = browser.desk(town.address());
                var left = browser.desk(town.address());
                var deputy = browser.phone(town.address());
                var hall = browser.desk(town.address())) {
            Page administrator = Hands.signIn(hall.newPage(), "kanri");
            joins(administrator);
            String receipt = Hands.askForRecords(phone.newPage());
            Page clerk = Hands.signIn(left.newPage(), "bosai");
            drafts(clerk, receipt);
            Page oka = Hands.signIn(deputy.newPage(), "oka");
            approves(oka, "承認する");
            plans(administrator);
            clerk.reload();
            assertThat(clerk.locator(".case-head").isVisible()).isTrue();

            dayComes(town.look());

            Page there = Hands.signIn(desk.newPage(), "saisho");
            Hands.open(there, receipt);
            assertThat(there.locator("#decision").textContent()).contains("総務課 課長", "いまここ");
            closedTo(clerk, receipt);
            oka.navigate("/office/decisions");
            assertThat(oka.locator("main").textContent()).contains("総務課 課長として");
            approves(oka, "承認する");
            there.reload();
            assertThat(there.locator("#decision").textContent()).contains("例 岡 さやか", "代決");
            Browser.assertAccessible(there);
            Browser.screenshot(there, "april-after-1280");
        }
    }

    private static void joins(Page page) {
        String forty = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> "採用,shokuin" + i + "@example.jp,例 職員 " + i + "," + SECTIONS.get(i % 4) + ",受付・担当,\n")
                .collect(Collectors.joining());
        looksAt(page, LocalDate.now(BusinessCalendar.TOKYO).toString(), HEAD + forty);
        assertThat(page.locator("main").textContent()).contains("採用 40件");
        Hands.press(page, "この内容で予約する");
    }

    private static void plans(Page page) {
        String forty = IntStream.rangeClosed(1, 40)
                .mapToObj(
                        i -> "異動,shokuin" + i + "@example.jp,例 職員 " + i + "," + SECTIONS.get((i + 1) % 4) + ",受付・担当,\n")
                .collect(Collectors.joining());
        looksAt(page, "令和9年4月1日", HEAD + LEADERS + forty + "異動,shokuin7@example.jp,例 職員 7,総務課,受付,\n");
        assertThat(page.locator("main").textContent()).contains("何も変えていません", "45 行目", "行目にもあります");
        Hands.look(page, "april-fault");
        looksAt(page, "令和9年4月1日", HEAD + LEADERS + forty);
        assertThat(page.locator("main").textContent()).contains("まだ何も変えていません", "異動 43件");
        Hands.look(page, "april-looked");
        Hands.press(page, "この内容で予約する");
        assertThat(page.locator("main").textContent()).contains("予約中", "令和9年4月1日");
        Browser.assertAccessible(page);
    }

    private static void looksAt(Page page, String day, String csv) {
        page.navigate("/office/staff/transfers");
        page.locator("#f-day").fill(day);
        page.locator("#f-file")
                .setInputFiles(new FilePayload("r9.csv", "text/csv", csv.getBytes(Charset.forName("windows-31j"))));
        Hands.press(page, "中身を調べる");
    }

    private static void drafts(Page page, String receipt) {
        Hands.open(page, receipt);
        Hands.press(page, "受け付ける");
        Hands.press(page, "決定の案を作った");
        page.locator("summary:has-text('「一部を開示する」を起案する')").click();
        page.locator("#reason-grantPartly").fill("個人の氏名。特定の個人を識別できる情報に当たるため。");
        page.locator("details[open] button:has-text('起案して決裁に回す')").first().click();
        assertThat(page.getByText("起案しました。次に決裁する人へ知らせました。").isVisible()).isTrue();
    }

    private static void approves(Page page, String button) {
        page.navigate("/office/decisions");
        Browser.assertAccessible(page);
        page.locator(".decisions__link").first().click();
        Browser.assertAccessible(page);
        Hands.press(page, button);
        assertThat(page.locator("main").textContent()).contains("承認しました。");
    }

    /// What was planned for April is for today, and the job looks.
    private static void dayComes(JdbcClient db) {
        db.sql("UPDATE identity.transfer_order SET effective = current_date - 1 WHERE state = 'planned'")
                .update();
        db.sql("UPDATE platform.scheduled_tasks SET execution_time = now() WHERE task_name = 'identity.postings'")
                .update();
        await().atMost(Duration.ofSeconds(70))
                .until(() -> db.sql("SELECT count(*) FROM identity.transfer_order WHERE state = 'planned'")
                        .query(Integer.class)
                        .single()
                        .equals(0));
    }

    private static void closedTo(Page page, String receipt) {
        page.reload();
        assertThat(page.locator(".case-head").count()).isZero();
        Browser.assertAccessible(page);
        Browser.screenshot(page, "april-closed-1280");
        page.navigate("/office/cases?view=all&q=" + receipt);
        assertThat(page.locator("tbody a").count()).isZero();
    }
}
