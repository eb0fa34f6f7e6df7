package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.identity.Totp;
import town.machi.support.Browser;
import town.machi.support.RunningTown;
import town.machi.support.TestServer;

@DisplayName("役場の入口：最初の管理者が設定し、パスキーで入る")
class OfficeDoorJourney {

    private static final Pattern LINK = Pattern.compile("http://\\S+/office/welcome/\\S+");
    private static final String PASSWORD = "tanbo no kaeru ga naku";

    @Test
    @DisplayName("リンクから設定し、パスキーを登録し、指先だけで入り直し、すべての端末から出る")
    void theFirstAdministratorGetsInByPasskey() {
        try (var town = town(Map.of());
                var browser = Browser.open();
                var phone = browser.person(town.address(), 390)) {
            var page = personWithAuthenticator(phone);
            enrol(page, setupLink(town));
            addPasskey(page);
            press(page, "サインアウト");
            Browser.assertAccessible(page);
            press(page, "パスキーでサインインする");
            page.waitForURL(url -> !url.contains("/office/sign-in"));
            page.navigate("/office/account");
            assertThat(page.getByText("芦北 花子").first().isVisible()).isTrue();
            visitTheStaffList(page);
            page.navigate("/office/account");
            press(page, "すべての端末からサインアウト");
            page.waitForURL("**/office/sign-in?left=yes");
            page.navigate("/office/staff");
            assertThat(page.url()).contains("/office/sign-in?next=");
        }
    }

    @Test
    @DisplayName("パスキーを一度削除すると、その鍵では入れない")
    void aDeletedPasskeyOpensNothing() {
        try (var town = town(Map.of());
                var browser = Browser.open();
                var desk = browser.person(town.address(), 1280)) {
            var page = personWithAuthenticator(desk);
            enrol(page, setupLink(town));
            addPasskey(page);
            press(page, "削除する");
            page.waitForURL("**/office/account?done=passkey-gone");
            press(page, "サインアウト");
            press(page, "パスキーでサインインする");
            page.getByText("パスキーでサインインできませんでした").waitFor();
            assertThat(page.url()).contains("/office/sign-in");
        }
    }

    @Test
    @DisplayName("一つの節点で入った人は、もう一つの節点でも入ったまま")
    void aSessionGoesOnAtAnotherNode() {
        var database = TestServer.empty();
        var shared = Map.of(
                "MACHI_DB_URL", database.url(),
                "MACHI_DB_USER", database.owner(),
                "MACHI_DB_PASSWORD", database.password());
        try (var one = town(shared);
                var two = town(shared);
                var browser = Browser.open();
                var desk = browser.person(one.address(), 1280)) {
            var printed = findSetupLink(two).or(() -> findSetupLink(one)).orElseThrow();
            var other = printed.startsWith(one.address()) ? two : one;
            var page = personWithAuthenticator(desk);
            enrol(page, printed);
            page.navigate(other.address() + "/office/account");
            assertThat(page.getByText("芦北 花子").first().isVisible()).isTrue();
            press(page, "すべての端末からサインアウト");
            page.navigate(printed.replaceFirst("/office/.*", "/office/account"));
            assertThat(page.url()).contains("/office/sign-in");
        }
    }

    /// Without the demo's people: nobody is there yet.
    private static RunningTown town(Map<String, String> environment) {
        var variables = new HashMap<>(environment);
        variables.put("MACHI_DEMO", "false");
        return RunningTown.start(Path.of("target/journeys", UUID.randomUUID().toString()), variables);
    }

    private static Page personWithAuthenticator(BrowserContext person) {
        var page = person.newPage();
        page.onDialog(Dialog::accept);
        Browser.giveAuthenticator(page);
        return page;
    }

    private static void enrol(Page page, String link) {
        page.navigate(link);
        Browser.assertAccessible(page);
        page.getByLabel("氏名").fill("芦北 花子");
        page.getByLabel("メールアドレス").fill("hanako@example.jp");
        page.locator("[name=password]").fill("short");
        press(page, "次へ進む");
        Browser.assertAccessible(page);
        page.locator("[name=password]").fill(PASSWORD);
        page.locator("[name=again]").fill(PASSWORD);
        press(page, "次へ進む");
        page.getByText("QRコードを読み取れないとき").click();
        Browser.assertAccessible(page);
        var app = new Totp(page.locator(".code-key").textContent().replace(" ", ""));
        page.locator("[name=code]").fill(app.codeAt(Totp.stepAt(Instant.now())));
        press(page, "設定してサインインする");
        Browser.assertAccessible(page);
        assertThat(page.locator(".recovery-codes li").count()).isEqualTo(10);
    }

    private static void addPasskey(Page page) {
        page.navigate(page.url().replaceFirst("/office/.*", "/office/account"));
        Browser.assertAccessible(page);
        page.locator("[data-passkey] [name=label]").fill("窓口のスマートフォン");
        page.locator("[name=passkey-password]").fill(PASSWORD);
        press(page, "パスキーを追加する");
        page.getByText("パスキーを追加しました").waitFor();
        Browser.assertAccessible(page);
    }

    private static void visitTheStaffList(Page page) {
        page.navigate("/office/staff");
        Browser.assertAccessible(page);
        page.navigate("/office/staff/invite");
        Browser.assertAccessible(page);
        page.getByLabel("氏名").fill("水野 五郎左衛門之助");
        page.getByLabel("メールアドレス").fill("mizuno@example.jp");
        page.getByLabel("上下水道課").check();
        page.locator("[name=roles][value=HANDLER]").check();
        press(page, "招待のメールを送る");
        page.getByText("招待のメールを送りました").waitFor();
        Browser.assertAccessible(page);
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static String setupLink(RunningTown town) {
        return findSetupLink(town).orElseThrow();
    }

    private static Optional<String> findSetupLink(RunningTown town) {
        return town.output().stream()
                .flatMap(line -> LINK.matcher(line).results())
                .map(MatchResult::group)
                .findFirst();
    }
}
