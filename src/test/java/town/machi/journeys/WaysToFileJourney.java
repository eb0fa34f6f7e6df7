package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import town.machi.demo.DemoAccount;
import town.machi.support.Browser;
import town.machi.support.RunningTown;

@DisplayName("水道の使用開始：JavaScriptのない端末でも、細い画面でも、別の端末でも、電話でも")
class WaysToFileJourney {

    private static final Pattern KEY = Pattern.compile(
            "\\b(portal|form|submission|shell|document|demo|procedure|kernel|casework)\\.[a-z]+[.a-z-]*");
    private static final Pattern LINK = Pattern.compile("http://\\S+/resume/\\S+");
    private static final List<String> PUBLIC = List.of(
            "/",
            "/procedures",
            "/procedures?section=water",
            "/procedures?event=disaster",
            "/search?q=water",
            "/contact",
            "/now",
            "/accessibility",
            "/policy",
            "/track",
            "/verify",
            "/procedures/water-start",
            "/procedures/water-stop",
            "/demo",
            "/demo/mail",
            "/nowhere");

    private static RunningTown town;
    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = Browser.open();
        town = RunningTown.start();
    }

    @AfterAll
    static void close() {
        town.close();
        browser.close();
    }

    @Test
    @DisplayName("JavaScriptを切っていても、郵便番号から住所を出し、最後まで届け出られる")
    void withoutJavaScript() {
        try (var phone = browser.personWithoutScript(town.address(), 390)) {
            var resident = WaterResident.withoutScript(phone, "plain");
            resident.begin();
            resident.page().locator("[name='place.postcode']").fill("869-5461");
            resident.press("郵便番号から住所を出す");
            assertThat(resident.page().locator("[name='place.area']").inputValue())
                    .contains("芦北");
            resident.saysWhere();
            resident.next();
            assertThat(resident.page().locator("[data-errors] li").count()).isEqualTo(2);
            resident.saysWhen();
            resident.saysWho();
            resident.saysHowToReachThem();
            resident.press("この内容で届け出る");
            resident.arrivesAt("受け付けました", "done");
            assertThat(resident.receipt().passcode()).matches("\\d{6}");
        }
    }

    @Test
    @DisplayName("幅320の画面で、どのページも横にはみ出さない")
    void onTheNarrowestScreen() {
        try (var phone = browser.person(town.address(), 320)) {
            var resident = new WaterResident(phone, "narrow");
            resident.begin();
            resident.next();
            resident.arrivesAt("どこの水道を使いますか", "where-error");
            resident.fillsAll();
            resident.looksUp(resident.sendsWithDoubleClick());
            resident.arrivesAt("受け付けました", "my");
        }
    }

    @ParameterizedTest(name = "幅{0}")
    @ValueSource(ints = {820, 1280})
    @DisplayName("タブレットでも机でも、同じ届出ができる")
    void onTabletAndDesk(int width) {
        try (var person = browser.person(town.address(), width)) {
            var resident = new WaterResident(person, "wide-" + width);
            resident.page().navigate("/");
            resident.arrivesAt("何をしますか", "home");
            resident.begin();
            resident.fillsAll();
            resident.looksUp(resident.sendsWithDoubleClick());
            resident.arrivesAt("受け付けました", "my");
        }
    }

    @Test
    @DisplayName("書きかけを、メールのリンクで別の端末に移して続ける。前の端末ではもう開けない")
    void onAnotherDevice() {
        try (var phone = browser.phone(town.address());
                var tablet = browser.tablet(town.address())) {
            var resident = new WaterResident(phone, "resume");
            resident.begin();
            resident.saysWhere();
            String draft = resident.page().url();
            resident.page().getByText("続きを別の端末で書く").click();
            resident.arrivesAt("続きを別の端末で書く", "offer");
            resident.page().getByLabel("リンクを送るメールアドレス").fill("tsuzuki@example.jp");
            resident.press("リンクを送る");
            resident.arrivesAt("続きを別の端末で書く", "mailed");
            var later = new WaterResident(tablet, "resume-tablet");
            later.page().navigate(mailedLink(later.page()));
            later.arrivesAt("続きを書きますか", "arrive");
            later.press("この端末で続ける");
            later.arrivesAt("いつから使いますか", "when");
            later.page().getByText("前のページに戻る").click();
            assertThat(later.page().locator("[name='place.number']").inputValue())
                    .isEqualTo("2015番地の例1");
            resident.page().navigate(draft);
            resident.arrivesAt("もう使えません", "moved-away");
            assertThat(resident.text("main")).contains("別の端末で続きを開いています");
        }
    }

    private static String mailedLink(Page page) {
        page.navigate("/demo/mail");
        page.waitForCondition(() -> {
            page.reload();
            return LINK.matcher(page.locator("main").textContent()).find();
        });
        var link =
                LINK.matcher(page.locator(".letter a[href*='/resume/']").first().textContent());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    @Test
    @DisplayName("電話で受けた届出を、職員が同じ様式で入力する。職員入力の帯がいつも見え、案件に入力者が残る")
    void byTelephone() {
        try (var desk = browser.desk(town.address())) {
            Page page = WaterClerk.signsIn(desk).page();
            page.navigate("/office/file");
            page.locator("[name=procedure]").selectOption("water-start");
            page.getByLabel("電話").check();
            Browser.assertAccessible(page);
            Browser.screenshot(page, "telephone-choose");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("入力を始める"))
                    .click();
            var typist = new WaterResident(page, "telephone");
            typist.arrivesAt("どこの水道を使いますか", "where");
            typist.saysWhere();
            assertThat(typist.text(".typist")).contains("職員入力（電話）");
            typist.saysWhen();
            typist.saysWho();
            typist.saysHowToReachThem();
            page.locator(".button--send").click();
            typist.arrivesAt("受け付けました", "done");
            page.navigate("/office/cases?q=" + typist.text(".receipt__number"));
            page.locator(".cases__name a").click();
            assertThat(page.locator("main").textContent())
                    .contains("電話", DemoAccount.named("mizuno").member().name());
            Browser.assertAccessible(page);
            Browser.screenshot(page, "telephone-case");
        }
    }

    @Test
    @DisplayName("暗証番号を5回間違えると、正しい番号でも、しばらく開けない")
    void fiveWrongPasscodes() {
        try (var phone = browser.phone(town.address())) {
            var resident = new WaterResident(phone, "locked");
            resident.begin();
            resident.fillsAll();
            var receipt = resident.sendsWithDoubleClick();
            String wrong = receipt.passcode().startsWith("1") ? "222222" : "111111";
            for (int i = 0; i < 5; i++) {
                resident.looksUp(new WaterResident.Receipt(receipt.number(), wrong, receipt.submission()));
            }
            resident.looksUp(receipt);
            resident.arrivesAt("受付番号から調べる", "track");
            assertThat(resident.page().locator("main").textContent()).contains("この番号はしばらく開けません");
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"ja", "easy", "en"})
    @DisplayName("どの言葉でも、誰でも見られるすべてのページに、訳し忘れの見出しがない")
    void everyPublicPageInEveryLanguage(String language) {
        try (var phone = browser.phone(town.address())) {
            Page page = phone.newPage();
            for (String path : PUBLIC) {
                page.navigate(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
                assertThat(KEY.matcher(page.locator("body").innerText())
                                .results()
                                .map(result -> result.group()))
                        .as("%s in %s", path, language)
                        .isEmpty();
                Browser.assertAccessible(page);
                Browser.screenshot(page, "public-" + language + path.replaceAll("[^a-z]+", "-"));
            }
        }
    }
}
