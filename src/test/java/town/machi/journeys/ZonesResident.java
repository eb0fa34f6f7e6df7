package town.machi.journeys;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import javax.imageio.ImageIO;

/// Somebody outside with a phone, who tells the town of cracks in walls.
final class ZonesResident {

    static final String PROCEDURE = "wall-crack";

    static final String YAML = """
        procedure: wall-crack
        title: 塀のひびのお知らせ
        summary: 道に面した塀のひびを、写真で町に知らせます。
        section: tax
        kind: 相談
        basis: 例の要綱
        purpose: 塀のようすを確かめるために使います。
        keep: 1 year
        channels: [web, counter]
        processing: 未設定
        fee: 無料
        agent: だれでも

        form:
          - page: what
            title: どんなようすですか
            ask:
              - story: {type: longText, label: ようす, max: 500}
              - photos: {type: file, label: 写真, max: 3, optional: true}
              - reporter: {use: person}
              - mail: {use: mail, optional: true}

        workflow:
          received:
            label: 受付
            public: 受け付けました
            within: 3 business days
            acts:
              answer: {to: done, label: 答えて終える}
              sendBack: correcting
          done:
            label: 回答済み
            public: お答えしました
        """;

    private static final Duration SECONDS = Duration.ofSeconds(60);

    private final Page page;

    /// What stands on a receipt.
    record Receipt(String number, String passcode) {}

    ZonesResident(BrowserContext phone) {
        this.page = phone.newPage();
    }

    Page page() {
        return page;
    }

    Receipt files(String story, boolean withMail) {
        page.navigate("/procedures/" + PROCEDURE);
        press("この手続きを始める");
        page.locator("[name=story]").fill(story);
        page.locator("[name='reporter.family']").fill("伊藤");
        page.locator("[name='reporter.given']").fill("結");
        page.locator("[name='reporter.familyKana']").fill("イトウ");
        page.locator("[name='reporter.givenKana']").fill("ユイ");
        if (withMail) {
            page.locator("[name=mail]").fill("ito@example.jp");
        }
        press("次へ進む");
        page.locator(".button--send").click();
        return new Receipt(
                page.locator(".receipt__number").first().innerText().strip(),
                page.locator(".receipt__passcode").first().innerText().replaceAll("\\D", ""));
    }

    private void looksUp(Receipt receipt) {
        page.navigate("/track");
        page.locator("[name=number]").fill(receipt.number());
        page.locator("[name=passcode]").fill(receipt.passcode());
        press("調べる");
        page.waitForURL("**/my/**");
    }

    /// Looks at the page again and again until it says so.
    void awaits(Receipt receipt, String words) {
        looksUp(receipt);
        await().atMost(SECONDS).pollInterval(Duration.ofSeconds(1)).until(() -> {
            page.reload();
            return page.locator("main").innerText().contains(words);
        });
    }

    void corrects() {
        press("そのところを直す");
        page.locator("input[type=file]").first().setInputFiles(new FilePayload("近くから.png", "image/png", picture()));
        page.locator(".files__item").first().waitFor();
        press("次へ進む");
        press("直した内容を送る");
    }

    void takesBack(Receipt receipt) {
        looksUp(receipt);
        page.locator("a[href$='/withdraw']").first().click();
        page.locator("main form button[type=submit]").first().click();
        page.waitForURL("**/my/**");
    }

    private static byte[] picture() {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void press(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }
}
