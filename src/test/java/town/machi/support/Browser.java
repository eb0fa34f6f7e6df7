package town.machi.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Debian's Chromium, driven by Playwright. Where there is none, the journey is skipped and says why.
public final class Browser implements AutoCloseable {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    public Browser() {
        this(List.of());
    }

    private Browser(List<String> more) {
        Optional<Path> executable = findExecutable();
        assumeTrue(executable.isPresent(), "Chromium is not installed (apt-get install chromium)");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable.orElseThrow())
                        .setArgs(Stream.concat(FLAGS.stream(), more.stream()).toList()));
    }

    public static Browser open() {
        return new Browser();
    }

    /// One whose camera sees this film again and again.
    ///
    /// @param film YUV4MPEG2
    public static Browser withCamera(Path film) {
        return new Browser(List.of(
                "--use-fake-device-for-media-stream", "--use-file-for-fake-video-capture=" + film.toAbsolutePath()));
    }

    /// A person with a phone, 390 px wide, at the town's address.
    public BrowserContext phone(String address) {
        return context(options(390, 844).setBaseURL(address).setHasTouch(true));
    }

    /// A person with a tablet, 820 px wide.
    public BrowserContext tablet(String address) {
        return context(options(820, 1180).setBaseURL(address).setHasTouch(true));
    }

    /// A person at a desk, 1280 px wide.
    public BrowserContext desk(String address) {
        return person(address, 1280);
    }

    /// A person of their own (cookies, storage) with a window that wide, at the town's address.
    public BrowserContext person(String address, int width) {
        return context(options(width, width < 600 ? 844 : 900).setBaseURL(address));
    }

    /// The same without JavaScript.
    public BrowserContext personWithoutScript(String address, int width) {
        return context(options(width, 844).setBaseURL(address).setJavaScriptEnabled(false));
    }

    private static NewContextOptions options(int width, int height) {
        return new NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("ja-JP")
                .setTimezoneId("Asia/Tokyo")
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    /// For a browser with a disk of its own, as a tablet has: the same program, at the town's address.
    public static BrowserType.LaunchPersistentContextOptions persistent(String address) {
        return new BrowserType.LaunchPersistentContextOptions()
                .setExecutablePath(findExecutable().orElseThrow())
                .setArgs(FLAGS)
                .setBaseURL(address)
                .setViewportSize(820, 1180)
                .setLocale("ja-JP")
                .setTimezoneId("Asia/Tokyo");
    }

    private BrowserContext context(NewContextOptions options) {
        return chromium.newContext(options);
    }

    /// Gives the page's browser an authenticator for passkeys that always says yes, as a finger on a phone would.
    public static void giveAuthenticator(Page page) {
        var session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject parameters = new JsonObject();
        parameters.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", parameters);
    }

    /// Nobody is shut out: WCAG 2.2 AA as far as axe can tell, and nothing to scroll sideways for.
    public static void assertAccessible(Page page) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        List<String> violations = new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                        .map(Browser::told)
                        .toList();
        assertThat(violations).as("axe on %s", page.url()).isEmpty();
        Object sticksOut = page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
        assertThat(sticksOut).as("something sticks out on %s", page.url()).isEqualTo(false);
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().limit(3).map(node -> node.getHtml()).toList();
    }

    /// The whole page as a picture in `target/screenshots`, for people to look at.
    public static void screenshot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screenshots", name + ".png")));
    }

    private static Optional<Path> findExecutable() {
        return Stream.of(
                        Optional.ofNullable(System.getenv("MACHI_CHROMIUM")).orElse("/usr/bin/chromium"),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
