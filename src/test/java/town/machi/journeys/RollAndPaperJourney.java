package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.support.Browser;

@DisplayName("避難所の入口：紙からの出入りと、点呼")
class RollAndPaperJourney extends OpenNight {

    private static void writeDown(EntranceDesk desk, String kana) {
        desk.tap("新しく書く");
        desk.page().getByLabel("かな（名字と名前）").fill(kana);
        desk.tap("受け付ける");
        desk.hears("1人を受け付けました");
    }

    @Test
    @DisplayName("紙の名簿の「出た」と人数を、紙の時刻のまま入れる。時計の遅れた端末でも、書いてあるまま残る")
    void goingsAndCountsAreTypedInFromPaper() {
        try (BrowserContext tablet = browser.tablet(town.address())) {
            var desk = EntranceDesk.begin(tablet, chief, OpenShelters.KIZUNA);
            Page page = desk.page();
            writeDown(desk, "でぐち ゆめ");
            int before = desk.inside();
            String yesterday = (String) page.evaluate(
                    "new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(Date.now() - 86400000)");
            desk.tap("そのほか");
            desk.tap("紙の人数を入れる");
            desk.tap("4人");
            page.getByLabel("紙に書いてある日").fill(yesterday);
            desk.tap("4人を受け付ける");
            page.getByText("紙に書いてある日と時刻を入れてください。").waitFor();
            Browser.assertAccessible(page);
            page.getByLabel("紙に書いてある時刻").fill("20:15");
            desk.tap("4人を受け付ける");
            desk.hears("4人を受け付けました");

            desk.tap("そのほか");
            desk.tap("紙の「出る・戻る」を入れる");
            page.locator(".desk-row", new Page.LocatorOptions().setHasText("デグチ ユメ"))
                    .click();
            page.getByLabel("紙に書いてある日").fill(yesterday);
            page.getByLabel("紙に書いてある時刻").fill("07:05");
            desk.tap("家へ帰る");
            page.getByText("より前の時刻です。").waitFor();
            Browser.assertAccessible(page);
            page.getByLabel("紙に書いてある日").fill((String)
                    page.evaluate("new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(Date.now())"));
            page.getByLabel("紙に書いてある時刻").fill("");
            desk.tap("家へ帰る");
            desk.hears("1人が家へ帰りました");

            desk.tap("出る・戻る");
            desk.tap("名前がまだの人が出る");
            desk.tap("20:15");
            page.getByText("紙に書いてある時刻で入れる").click();
            page.getByLabel("紙に書いてある日").fill(yesterday);
            page.getByLabel("紙に書いてある時刻").fill("22:50");
            desk.tap("3人");
            desk.hears("3人が退所しました");
            assertThat(desk.inside()).isEqualTo(before - 1 + 4 - 3);
            desk.sync();
            assertThat(shelters.text("""
                    SELECT string_agg(kind || ' ' || to_char(at AT TIME ZONE 'Asia/Tokyo', 'HH24:MI'), ', ' ORDER BY at)
                    FROM shelter.event WHERE body ->> 'paper' = 'true' AND at = device_at
                    """))
                    .as("with the times of the paper")
                    .isEqualTo("COUNTED 20:15, PLACES_LEFT 22:50");
        }
    }

    @Test
    @DisplayName("点呼の人数は受付と本部で同じ。着かない人も、点呼で外せる")
    void theRollCallCanClearEverybody() {
        try (BrowserContext tablet = browser.tablet(town.address());
                BrowserContext other = browser.tablet(town.address())) {
            var from = EntranceDesk.begin(other, chief, OpenShelters.KIZUNA);
            writeDown(from, "むかい そら");
            from.tap("出る・戻る");
            from.page()
                    .locator(".desk-row", new Page.LocatorOptions().setHasText("ムカイ ソラ"))
                    .click();
            from.tap("ほかの避難所へ");
            from.tap(OpenShelters.CENTRE);
            from.hears("1人が" + OpenShelters.CENTRE + "へ移りました");
            from.sync();

            var desk = EntranceDesk.begin(tablet, chief, OpenShelters.CENTRE);
            Page page = desk.page();
            desk.tap("点呼");
            page.getByText("向かっている人 1人").waitFor();
            Browser.assertAccessible(page);
            String heads = page.locator("[data-heads]").getAttribute("data-heads");
            Page office = chief.page();
            office.navigate("/office/shelters/openings/" + shelters.centre() + "/roster");
            assertThat(office.locator(".roll-call").textContent())
                    .contains("ここに " + heads + "人います")
                    .contains("向かっている人 1人");
            Browser.assertAccessible(office);
            page.getByLabel("数えた人数").fill(heads);
            desk.tap("次へ");
            page.getByText("まだ着かない人（1人）").click();
            page.locator("details .desk-tick", new Page.LocatorOptions().setHasText("ムカイ ソラ"))
                    .click();
            Browser.assertAccessible(page);
            desk.tap("1人がいない");
            desk.hears("点呼を記録しました");
            desk.tap("点呼");
            assertThat(page.getByText("向かっている人 1人").count())
                    .as("missed, before the town has heard of it")
                    .isZero();
            desk.tap("受付に戻る");
            desk.sync();
            assertThat(shelters.number("""
                    SELECT count(*) FROM shelter.presence
                    WHERE state = 'UNACCOUNTED' AND arrived_at > now() - interval '10 minutes'
                    """)).isEqualTo(1);
            desk.tap("名前で探す");
            page.getByLabel("かな・名前・生まれた年").fill("むかい");
            page.getByText("所在不明・退所見込").waitFor();
        }
    }
}
