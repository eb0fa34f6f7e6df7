package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.support.Browser;

@DisplayName("避難所の入口：端末の鍵")
class DeskLockJourney extends OpenNight {

    private static final long HOUR = Duration.ofHours(1).toMillis();

    @Test
    @DisplayName("端末の中をそのまま読んでも、名前も電話も町の合鍵もない。鍵は端末から取り出せない")
    void theRawStoreHoldsNoName() {
        try (var tablet = browser.tablet(town.address())) {
            var desk = EntranceDesk.begin(tablet, chief, OpenShelters.KIZUNA);
            desk.takeIn(shelters.code(ShelterDeskJourney.household(81, 2)), 2);
            desk.sync();
            desk.cutOff();
            desk.takeIn(shelters.code(ShelterDeskJourney.household(82, 2)), 2);
            String token = (String) desk.page().evaluate("machiDesk.desk.secrets.token");
            desk.tap("そのほか");
            desk.tap("画面を閉じる");
            desk.page().getByText("名前を書いて受け付ける").click();
            desk.page().getByLabel("かな（名字と名前）").fill("とじた あと");
            desk.tap("受け付ける");
            desk.page().getByText("閉じてから 1人を受け付けました").waitFor();

            String all = raw(desk.page());
            assertThat(all).as("it reads what is not closed").contains(OpenShelters.KIZUNA);
            assertThat(all).doesNotContain("カゾク", "家族", "0966-00-0000", "トジタ", "とじた", token);
            inStore(desk.page(), "put('states', 'probe', { data: new TextEncoder().encode('カゾク') })");
            assertThat(raw(desk.page())).as("it would find a name among bytes").contains("カゾク");
            inStore(desk.page(), "drop('states', 'probe')");
            assertThat(desk.page().evaluate("machiDesk.desk.meta.device.extractable"))
                    .isEqualTo(false);
        }
    }

    @Test
    @DisplayName("暗証番号を五度まちがえると待たせ、読み込み直しても待たせ、待てば開く")
    void wrongPinsCostTime() {
        try (var tablet = browser.tablet(town.address())) {
            var desk = EntranceDesk.begin(tablet, chief, OpenShelters.CENTRE);
            Page page = desk.page();
            desk.tap("そのほか");
            desk.tap("画面を閉じる");
            for (int i = 0; i < 4; i++) {
                tryPin(page, "11112" + i);
                page.getByText("番号が違います。もう一度入れてください。").waitFor();
            }
            tryPin(page, "111199");
            page.getByText("暗証番号の間違いが続いています。あと").waitFor();
            Browser.assertAccessible(page);
            Browser.screenshot(page, "desk-wait");
            page.reload();
            page.getByText("暗証番号の間違いが続いています。あと").waitFor();
            tryPin(page, EntranceDesk.PIN);
            page.getByText("暗証番号の間違いが続いています。あと").waitFor();
            assertThat(page.locator(".desk-count").count()).isZero();

            desk.setClock(System.currentTimeMillis() + Duration.ofMinutes(1).toMillis());
            desk.unlock();
            assertThat(page.evaluate("machiDesk.desk.meta.tries")).isNull();
        }
    }

    private static void tryPin(Page page, String pin) {
        page.getByLabel("暗証番号", new Page.GetByLabelOptions().setExact(true)).fill(pin);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("開ける"))
                .first()
                .click();
        page.getByText("確かめています").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    @Test
    @DisplayName("15分さわらないと閉じる。書きかけは見えなくなり、暗証番号で開けると続きから書ける")
    void anIdleDeskClosesAndKeepsWhatWasTyped() {
        try (var tablet = browser.tablet(town.address())) {
            var desk = EntranceDesk.begin(tablet, chief, OpenShelters.CENTRE);
            Page page = desk.page();
            desk.tap("新しく書く");
            page.getByLabel("かな（名字と名前）").fill("かき かけ");
            rest(page, 14);
            assertThat(page.getByLabel("かな（名字と名前）").inputValue()).isEqualTo("かき かけ");
            rest(page, 15);
            page.getByText("書きかけの画面があります").waitFor();
            assertThat(page.content()).doesNotContain("かき かけ");
            assertThat(page.getByLabel("かな（名字と名前）").count()).isZero();
            assertThat(desk.page().evaluate("machiDesk.desk.canRead")).isEqualTo(false);
            Browser.assertAccessible(page);
            Browser.screenshot(page, "desk-idle");

            tryPin(page, EntranceDesk.PIN);
            assertThat(page.getByLabel("かな（名字と名前）").inputValue()).isEqualTo("かき かけ");
            desk.tap("受け付ける");
            desk.hears("1人を受け付けました");
        }
    }

    /// Nobody touches it for so many minutes.
    private static void rest(Page page, int minutes) {
        page.evaluate("""
                async (minutes) => {
                    const real = Performance.prototype.now;
                    performance.now = () => real.call(performance) + minutes * 60_000;
                    document.dispatchEvent(new Event('visibilitychange'));
                    await new Promise((done) => setTimeout(done, 300));
                }
                """, minutes);
    }

    @Test
    @DisplayName("端末の鍵がなかったころの受付も、同じ暗証番号で開き、そのとき鍵がつく")
    void aDeskFromBeforeTheDeviceKeyOpens() {
        try (var tablet = browser.tablet(town.address())) {
            var desk = EntranceDesk.begin(tablet, chief, OpenShelters.KIZUNA);
            desk.cutOff();
            desk.takeIn(shelters.code(ShelterDeskJourney.household(83, 2)), 2);
            int inside = desk.inside();
            desk.page().evaluate(MAKE_OLD, EntranceDesk.PIN);
            desk.reopen();
            assertThat(desk.page().evaluate("'device' in machiDesk.desk.meta || 'version' in machiDesk.desk.meta.pin"))
                    .as("as it was before")
                    .isEqualTo(false);
            desk.unlock();
            assertThat(desk.inside()).isEqualTo(inside);
            assertThat(desk.page().evaluate("machiDesk.desk.meta.pin.version")).isEqualTo(2);
            desk.reopen();
            desk.unlock();
            assertThat(desk.inside()).isEqualTo(inside);
        }
    }

    @Test
    @DisplayName("設定の時間とカードの終わりは、更新コードで開けたあとも守られる")
    void aCodeKeepsTheHoursAndTheCard() {
        town.look().sql("""
                        INSERT INTO platform.setting_change (name, value, changed_at, actor_kind, actor_id)
                        VALUES ('shelter.lease-hours', '5', now(), 'system', 'test')
                        """).update();
        try (var tablet = browser.tablet(town.address())) {
            EntranceDesk desk = EntranceDesk.again(tablet);
            desk.page().getByLabel("カードの番号").fill(card());
            desk.choosePin("受付を始める");
            desk.waitForHome();
            desk.sync();
            long begun = System.currentTimeMillis();
            assertThat(hoursFrom(desk, begun, "leaseUntil")).isEqualTo(5);
            assertThat(hoursFrom(desk, begun, "cardUntil")).isEqualTo(24);
            desk.cutOff();

            lapseAt(desk, begun + 6 * HOUR);
            renew(desk);
            assertThat(hoursFrom(desk, begun, "leaseUntil"))
                    .as("five hours more")
                    .isEqualTo(11);
            lapseAt(desk, begun + 21 * HOUR);
            renew(desk);
            assertThat(hoursFrom(desk, begun, "leaseUntil"))
                    .as("not beyond the card")
                    .isEqualTo(24);
            lapseAt(desk, begun + 25 * HOUR);
            desk.page().getByText("応援カードの期限が過ぎました。").waitFor();
            assertThat(desk.page().getByLabel("更新コード").count()).isZero();
            Browser.assertAccessible(desk.page());
            Browser.screenshot(desk.page(), "desk-card-over");
        } finally {
            town.look()
                    .sql("DELETE FROM platform.setting_change WHERE name = 'shelter.lease-hours'")
                    .update();
        }
    }

    private static String card() {
        Page office = EntranceDesk.desksOf(chief, OpenShelters.CENTRE);
        office.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("応援カードを作る"))
                .click();
        return office.locator(".helper-card__code").textContent();
    }

    private static long hoursFrom(EntranceDesk desk, long begun, String what) {
        double at = ((Number) desk.page().evaluate("machiDesk.desk.meta." + what)).doubleValue();
        return Math.round((at - begun) / HOUR);
    }

    private static void lapseAt(EntranceDesk desk, long millis) {
        desk.setClock(millis);
        desk.page().evaluate("machiDesk.desk.checkLease()");
        desk.page().getByText("名簿を見られる時間が過ぎました").waitFor();
    }

    private static void renew(EntranceDesk desk) {
        int number = ((Number) desk.page().evaluate("machiDesk.desk.meta.renewals[0].number")).intValue();
        desk.renew(codeOf(desk, number));
    }

    /// As the 本部 reads it out once it knows that the ones before are used.
    private static String codeOf(EntranceDesk desk, int number) {
        town.look()
                .sql("UPDATE shelter.desk SET renewal = :number WHERE id = :id")
                .param("number", number)
                .param("id", desk.id())
                .update();
        return desk.readOut(EntranceDesk.desksOf(chief, OpenShelters.CENTRE));
    }

    /// Everything that lies in the tablet's stores, bytes read as text.
    private static String raw(Page page) {
        return (String) inStore(page, "all()");
    }

    private static Object inStore(Page page, String call) {
        return page.evaluate("""
                async () => {
                    const settled = (asked) => new Promise((resolve, reject) => {
                        asked.onsuccess = () => resolve(asked.result);
                        asked.onerror = () => reject(asked.error);
                    });
                    const db = await settled(indexedDB.open('machi-desk'));
                    const store = (name) => db.transaction(name, 'readwrite').objectStore(name);
                    const put = (name, key, value) => settled(store(name).put(value, key));
                    const drop = (name, key) => settled(store(name).delete(key));
                    const told = (value) => {
                        if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
                            return new TextDecoder().decode(value);
                        }
                        return value !== null && typeof value === 'object' ? Object.entries(value).flat().map(told).join(' ') : String(value);
                    };
                    const all = async () => {
                        const parts = [told({ ...localStorage }), told({ ...sessionStorage })];
                        for (const name of db.objectStoreNames) {
                            parts.push(told(await settled(store(name).getAll())));
                        }
                        return parts.join(' ');
                    };
                    try {
                        return await %s;
                    } finally {
                        db.close();
                    }
                }
                """.formatted(call));
    }

    /// Closes the desk's key as desks did at first: with the PIN alone.
    private static final String MAKE_OLD = """
            async (pin) => {
                const { subtle } = crypto;
                const { desk } = machiDesk;
                const { device, pin: slot, ...meta } = desk.meta;
                const base = await subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits']);
                const stretch = (salt) => subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: 400000 }, base, 256);
                const aes = (bits) => subtle.importKey('raw', bits, 'AES-GCM', false, ['encrypt', 'decrypt']);
                const mixed = await aes(await subtle.sign('HMAC', device, await stretch(slot.salt)));
                const raw = await subtle.decrypt({ name: 'AES-GCM', iv: slot.iv }, mixed, slot.data);
                const [salt, iv] = [16, 12].map((size) => crypto.getRandomValues(new Uint8Array(size)));
                const data = new Uint8Array(await subtle.encrypt({ name: 'AES-GCM', iv }, await aes(await stretch(salt)), raw));
                const old = { ...meta, pin: { salt, iterations: 400000, iv, data } };
                await new Promise((resolve, reject) => {
                    const asked = indexedDB.open('machi-desk');
                    asked.onsuccess = () => {
                        const tx = asked.result.transaction('meta', 'readwrite');
                        tx.objectStore('meta').put(old, 'desk');
                        tx.oncomplete = () => { asked.result.close(); resolve(); };
                        tx.onabort = () => reject(tx.error);
                    };
                });
            }
            """;
}
