package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.demo.DemoAccount;
import town.machi.shelter.paper.QrPicture;
import town.machi.support.Browser;
import town.machi.support.Film;
import town.machi.support.RunningTown;

/// Debian's Chromium has no BarcodeDetector, as many tablets have none: the library that came with the program reads.
@DisplayName("避難所の入口：タブレットのカメラ")
class DeskCameraJourney {

    private static final DemoAccount CHIEF = DemoAccount.named("bosai");

    private static RunningTown town;
    private static Browser browser;
    private static OpenShelters shelters;
    private static WaterClerk chief;

    @BeforeAll
    static void open() throws IOException {
        town = RunningTown.start();
        shelters = OpenShelters.in(town);
        makeTheTownsKey();
        byte[] code = QrPicture.png(shelters.code(ShelterDeskJourney.household(61, 6)));
        Path film = Film.of(ImageIO.read(new ByteArrayInputStream(code)), Path.of("target", "films", "household.y4m"));
        browser = Browser.withCamera(film);
        chief = WaterClerk.signsIn(browser.desk(town.address()), CHIEF);
    }

    /// The first code that somebody makes at home makes it.
    private static void makeTheTownsKey() {
        try (Browser first = Browser.open();
                BrowserContext phone = first.phone(town.address())) {
            Page home = phone.newPage();
            home.navigate("/household");
            home.locator("[name=kana0]").fill("いえ はなこ");
            home.locator("[name=birth0]").fill("1948");
            home.locator("main button[type=submit]").last().click();
            home.locator(".household-code").waitFor();
        }
    }

    @AfterAll
    static void close() {
        town.close();
        browser.close();
    }

    @Test
    @DisplayName("網を切ったまま、カメラに見せた世帯のQRで六人を受け付ける。カメラはそこで止まる")
    void theCameraReadsAHouseholdWithoutALine() {
        try (BrowserContext tablet = browser.tablet(town.address())) {
            tablet.grantPermissions(List.of("camera"));
            EntranceDesk desk = EntranceDesk.begin(tablet, chief, OpenShelters.KIZUNA);
            int before = desk.inside();
            desk.cutOff();
            Page page = desk.page();
            page.evaluate("""
                    () => {
                        const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
                        globalThis.streams = [];
                        navigator.mediaDevices.getUserMedia = async (what) => {
                            const stream = await ask(what);
                            streams.push(stream);
                            return stream;
                        };
                    }
                    """);
            String told = desk.timed("household of six by camera", 2.0, () -> {
                desk.tap("QRを読む");
                page.getByText("さんの世帯").waitFor();
                Browser.screenshot(page, "desk-camera-read");
                desk.tap("6人を受け付ける");
                desk.hears("6人を受け付けました");
            });
            IO.println(told);
            assertThat(desk.inside()).isEqualTo(before + 6);
            page.waitForFunction("streams.length > 0 && streams.every((each) => !each.active)");
            desk.reconnect();
            desk.sync();
            assertThat(shelters.countedAt(shelters.kizuna())).isEqualTo(before + 6);
        }
    }

    @Test
    @DisplayName("ほかの受付のQRは、カメラに続けて見せるだけで何枚でも読み、全部そろうと取り込む")
    void theCameraReadsAnotherDesksCodesInOneGo() throws IOException {
        try (BrowserContext one = browser.tablet(town.address())) {
            EntranceDesk giving = EntranceDesk.begin(one, chief, OpenShelters.KIZUNA);
            giving.cutOff();
            giving.scan(shelters.code(ShelterDeskJourney.household(63, 8)));
            giving.tap("8人を受け付ける");
            giving.hears("8人を受け付けました");
            List<BufferedImage> shown = framesShown(giving);
            assertThat(shown).as("more than one fits").hasSizeGreaterThan(1);
            try (Browser filming = Browser.withCamera(Film.of(shown, Path.of("target", "films", "batch.y4m")));
                    BrowserContext other = filming.tablet(town.address())) {
                other.grantPermissions(List.of("camera"));
                EntranceDesk taking = EntranceDesk.begin(other, chief, OpenShelters.KIZUNA);
                int before = taking.inside();
                taking.cutOff();
                taking.tap("QRを読む");
                Page page = taking.page();
                page.getByText("／" + shown.size() + "枚").waitFor();
                Browser.screenshot(page, "desk-camera-frames");
                Browser.assertAccessible(page);
                taking.hears("ほかの受付の記録 1件を取り込みました");
                assertThat(taking.taps()).as("one tap for all of them").isEqualTo(1);
                assertThat(taking.inside()).isEqualTo(before + 8);
            }
        }
    }

    /// The codes as they stand on the other desk's screen.
    private static List<BufferedImage> framesShown(EntranceDesk desk) throws IOException {
        desk.tap("そのほか");
        desk.tap("ほかの受付と受け渡す");
        desk.tap("QRで見せる");
        Page page = desk.page();
        String number = page.getByText("枚目").textContent();
        int all = Integer.parseInt(number.replaceFirst("^.*／(\\d+) 枚目$", "$1"));
        List<BufferedImage> shown = new ArrayList<>();
        for (int i = 1; i <= all; i++) {
            page.getByText(i + "／" + all + " 枚目").waitFor();
            shown.add(ImageIO.read(
                    new ByteArrayInputStream(page.locator(".desk-qr").screenshot())));
            if (i < all) {
                desk.tap("次のQR");
            }
        }
        return shown;
    }

    @Test
    @DisplayName("カメラを許さない端末では、そう言い、ほかの道を示す")
    void withoutACameraOtherWaysAreShown() {
        try (BrowserContext tablet = browser.tablet(town.address())) {
            EntranceDesk desk = EntranceDesk.begin(tablet, chief, OpenShelters.CENTRE);
            desk.tap("QRを読む");
            desk.page().getByText("カメラを使えません。読み取り機を使うか、「名前で探す」で受け付けてください。").waitFor();
            Browser.assertAccessible(desk.page());
            Browser.screenshot(desk.page(), "desk-camera-refused");
            desk.page().getByLabel("QRの文字を打つとき").fill(shelters.code(ShelterDeskJourney.household(62, 2)));
            desk.page().getByLabel("QRの文字を打つとき").press("Enter");
            desk.tap("2人を受け付ける");
            desk.hears("2人を受け付けました");
        }
    }
}
