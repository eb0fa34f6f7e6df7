package town.machi.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Debian's Chromium, driven by Playwright.
public final class Browser implements AutoCloseable {

    private static final List<String> STANDARDS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("machi.chromium", "/usr/bin/chromium")))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic")));
    }

    public static Browser open() {
        return new Browser();
    }

    /// A person of their own (cookies, storage) with a window that wide; 390 is a phone, 1280 a desk.
    public BrowserContext person(String address, int width) {
        return person(new NewContextOptions().setBaseURL(address).setViewportSize(width, width < 600 ? 844 : 900));
    }

    /// The same without JavaScript.
    public BrowserContext personWithoutScript(String address, int width) {
        return person(new NewContextOptions()
                .setBaseURL(address)
                .setJavaScriptEnabled(false)
                .setViewportSize(width, 844));
    }

    private BrowserContext person(NewContextOptions options) {
        return chromium.newContext(
                options.setLocale("ja-JP").setTimezoneId("Asia/Tokyo").setReducedMotion(ReducedMotion.REDUCE));
    }

    /// Gives the page's browser an authenticator for passkeys that always says yes, as a finger on a phone would.
    public static void giveAuthenticator(Page page) {
        var session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var parameters = new JsonObject();
        parameters.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", parameters);
    }

    /// Nobody is shut out: no violation that axe can find, and nothing to scroll sideways for.
    public static void assertAccessible(Page page) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        var found = new AxeBuilder(page)
                .withTags(STANDARDS).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .limit(3)
                                        .toList())
                        .toList();
        assertThat(found).as(page.url()).isEmpty();
        var widths = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]");
        assertThat(widths)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .as("scrolls sideways: " + page.url())
                .satisfies(pair -> assertThat((Integer) pair.get(0)).isLessThanOrEqualTo((Integer) pair.get(1)));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
