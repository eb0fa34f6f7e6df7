package town.machi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import town.machi.support.Browser;
import town.machi.support.RunningTown;

@DisplayName("画面の部品を、さまざまな人が使う")
class LookJourney {

    private static RunningTown town;
    private static Browser browser;

    @BeforeAll
    static void open() {
        town = RunningTown.start();
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        browser.close();
        town.close();
    }

    @ParameterizedTest(name = "幅 {0}")
    @DisplayName("どの幅でも、どの言語でも、横に動かさずに読め、だれも閉め出さない")
    @ValueSource(ints = {320, 390, 820, 1280})
    void everyPieceIsAccessibleAtEveryWidth(int width) {
        var complaints = new ArrayList<String>();
        try (var person = browser.person(town.address(), width)) {
            var page = person.newPage();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.onPageError(complaints::add);
            for (var path :
                    List.of("/look?lang=ja", "/look?lang=easy", "/look?lang=en", "/look/office", "/look/shared")) {
                page.navigate(path);
                Browser.assertAccessible(page);
            }
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    @DisplayName("間違いの一覧に焦点が移り、その行から欄へ行ける")
    void errorSummaryTakesTheFocus() {
        try (var person = browser.person(town.address(), 390)) {
            var page = person.newPage();
            page.navigate("/look?lang=ja");
            assertThat(page.locator(".errors")).isFocused();
            page.locator(".errors a").nth(1).click();
            assertThat(page.locator("[name='startsOn-year']")).isFocused();
        }
    }

    @Test
    @DisplayName("二度押しても一度しか送られない")
    void doubleClickSendsOnce() {
        try (var person = browser.person(town.address(), 390)) {
            var page = person.newPage();
            var posts = new AtomicInteger();
            page.navigate("/look?lang=ja");
            page.route("**/look", route -> {
                posts.incrementAndGet();
                route.fulfill(new FulfillOptions().setStatus(204));
            });
            page.locator("main form[method='post'] .button--primary").dblclick();
            assertThat(page.locator(".button--sending")).hasText("送っています…");
            assertThat(posts.get()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("一覧は j k / で歩ける")
    void rowsByKeyboard() {
        try (var person = browser.person(town.address(), 1280)) {
            var page = person.newPage();
            page.navigate("/look/office");
            page.locator("body.office tbody tr").first().waitFor();
            page.keyboard().press("j");
            page.keyboard().press("j");
            page.keyboard().press("k");
            assertThat(page.locator("tbody tr").first()).hasClass("is-current");
            page.keyboard().press("/");
            assertThat(page.locator("main [name='q']")).isFocused();
        }
    }

    @Test
    @DisplayName("場所は、一覧からも、地図からも、数字からも選べる")
    void aPlaceByListMapAndFigures() {
        try (var person = browser.person(town.address(), 390)) {
            var page = person.newPage();
            page.navigate("/look?lang=ja");
            var state = page.locator("[data-map-state]");
            page.locator(".map__choose").waitFor();
            page.locator("[data-map-area]").selectOption("天月");
            assertThat(state).hasText("この場所を選びました");
            var chosen = page.locator("[data-map-lat]").inputValue();
            assertThat(chosen).startsWith("32.");
            page.locator("[data-map-lat]").fill("３５．１");
            page.locator("[data-map-lon]").fill("135");
            page.locator("[data-map-lon]").blur();
            assertThat(state).containsText("町の外のようです");
        }
    }

    @Test
    @DisplayName("写真は一枚ずつ送られ、大きすぎるものは送る前に分かる")
    void photosAreSentOneByOne() {
        try (var person = browser.person(town.address(), 390)) {
            var page = person.newPage();
            page.navigate("/look?lang=ja");
            var picker = page.locator("input[type='file']");
            picker.setInputFiles(new FilePayload("大きい.jpg", "image/jpeg", new byte[5_000_001]));
            assertThat(page.locator(".upload__state")).containsText("大きい.jpg: このファイルは大きすぎます");
            assertThat(page.locator(".files__item")).hasCount(2);
            picker.setInputFiles(new FilePayload("葛󠄀.jpg", "image/jpeg", new byte[200 * 1024]));
            assertThat(page.locator(".files__item")).hasCount(3);
            assertThat(page.locator(".files__item").last()).containsText("葛󠄀.jpg 200 KB");
            assertThat(page.locator(".upload__pick")).isHidden();
        }
    }

    @Test
    @DisplayName("JavaScript がなくても、すべての欄が使える")
    void everythingWorksWithoutScript() {
        try (var person = browser.personWithoutScript(town.address(), 320)) {
            var page = person.newPage();
            page.navigate("/look?lang=ja");
            assertThat(page.locator("[data-map-area]")).isVisible();
            assertThat(page.locator("input[type='file']")).isVisible();
            assertThat(page.locator(".map__canvas").first()).isHidden();
            page.navigate("/look/office");
            assertThat(page.locator(".office-menu a").first()).isVisible();
        }
    }
}
