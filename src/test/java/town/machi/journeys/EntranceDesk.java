package town.machi.journeys;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/// A tablet at a shelter's entrance, and the hand that works on it.
final class EntranceDesk {

    static final String PIN = "402817";

    private final BrowserContext context;
    private Page page;
    private int taps;

    private EntranceDesk(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
    }

    /// Becomes a desk: the clerk presses the button in the office, the tablet gets what stands behind the `#`.
    static EntranceDesk begin(BrowserContext context, WaterClerk clerk, String shelter) {
        Page office = desksOf(clerk, shelter);
        press(office, "この端末を受付にする");
        office.waitForURL("**/desk#pass=*");
        EntranceDesk desk = new EntranceDesk(context);
        desk.page.navigate("/desk" + office.url().substring(office.url().indexOf('#')));
        desk.choosePin("受付を始める");
        desk.waitForHome();
        desk.page.waitForFunction("navigator.serviceWorker.controller !== null");
        desk.sync();
        return desk;
    }

    /// The office's page about the desks of a shelter.
    static Page desksOf(WaterClerk clerk, String shelter) {
        Page office = clerk.page();
        office.navigate("/office/shelter-desks");
        office.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(shelter))
                .click();
        return office;
    }

    /// The code that the 本部 reads out to this desk.
    String readOut(Page office) {
        office.locator("form[action$='/desks/" + id() + "/code'] button").click();
        return office.locator(".desk-code").textContent().replaceFirst("^.*番: ", "");
    }

    /// Opens it with the code and a new PIN.
    void renew(String code) {
        page.getByLabel("更新コード").fill(code);
        page.getByLabel("新しい暗証番号").first().fill("739164");
        page.getByLabel("もう一度").first().fill("739164");
        page.getByText("開ける", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        waitForHome();
    }

    /// All of a household, by their code.
    void takeIn(String code, int people) {
        scan(code);
        tap(people + "人を受け付ける");
        hears(people + "人を受け付けました");
    }

    /// A tablet that was a desk before, switched on again.
    static EntranceDesk again(BrowserContext context) {
        EntranceDesk desk = new EntranceDesk(context);
        desk.page.navigate("/desk");
        return desk;
    }

    Page page() {
        return page;
    }

    void choosePin(String button) {
        page.getByLabel("暗証番号を決める").fill(PIN);
        page.getByLabel("もう一度").fill(PIN);
        press(page, button);
    }

    void waitForHome() {
        page.locator(".desk-count").waitFor();
    }

    /// No network at all, for the page and for its service worker.
    void cutOff() {
        context.setOffline(true);
    }

    void reconnect() {
        context.setOffline(false);
    }

    /// Its clock says this from now on, and goes on.
    void setClock(long millis) {
        page.clock().setSystemTime(millis);
    }

    /// The page goes away and comes again, as after a battery change.
    void reopen() {
        page.close();
        page = context.newPage();
        page.navigate("/desk");
        pin().waitFor();
    }

    private Locator pin() {
        return page.getByLabel("暗証番号", new Page.GetByLabelOptions().setExact(true));
    }

    void unlock() {
        pin().fill(PIN);
        press(page, "開ける");
        waitForHome();
    }

    void tap(String words) {
        taps++;
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words))
                .first()
                .click();
    }

    /// The first of those who have left, among the people found.
    void tapWhoLeft(String name) {
        taps++;
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(name + ".*退所")))
                .first()
                .click();
    }

    /// How often a finger touched the screen since the last question.
    int taps() {
        int before = taps;
        taps = 0;
        return before;
    }

    /// A scanner types like a keyboard, very fast, and ends with Enter.
    void scan(String code) {
        page.keyboard().type(code);
        page.keyboard().press("Enter");
    }

    /// How long it took: measured, with a second more for each tap and what else the hand does.
    String timed(String what, double handSeconds, Runnable act) {
        taps = 0;
        long begin = System.nanoTime();
        act.run();
        double program = (System.nanoTime() - begin) / 1e9;
        double all = program + taps + handSeconds;
        return String.format(
                Locale.ROOT, "%s: %d taps, program %.2f s, with the hand %.1f s", what, taps, program, all);
    }

    /// Somebody goes home.
    void goHome(UUID person) {
        page.evaluate(
                "(id) => machiDesk.desk.record(machiDesk.desk.event('LEFT', { persons: [id], to: 'HOME', toOpening: null }))",
                person.toString());
    }

    Locator said() {
        return page.locator(".desk-notice--good strong");
    }

    void hears(String words) {
        said().filter(new Locator.FilterOptions().setHasText(words)).waitFor();
    }

    int inside() {
        return number("machiDesk.desk.inside");
    }

    int unsent() {
        return number("machiDesk.desk.unsent");
    }

    /// Exchanges all there is with the town.
    void sync() {
        page.evaluate("async () => { while (!(await machiDesk.sync.now()) || machiDesk.desk.unsent > 0) {} }");
    }

    /// Takes people in one by one, each written down before the next: `count` of them, the first `leave` go home again.
    /// Their ids are made of the seed, so that they can be counted by hand.
    void comeAndGo(String seed, int from, int count, int leave) {
        page.evaluate("""
                async ([seed, from, count, leave]) => {
                    const { desk } = machiDesk;
                    const person = (n) => `${seed}-0000-7000-8000-${String(n).padStart(12, '0')}`;
                    for (let n = from; n < from + count; n++) {
                        const kana = `ヒナン ${n}`;
                        const body = { way: 'TYPED', from: null, household: null, persons: [{ id: person(n), age: n % 90 }] };
                        await desk.record(desk.event('ARRIVED', body, { persons: { [person(n)]: { kana } } }));
                    }
                    for (let n = from; n < from + leave; n++) {
                        await desk.record(desk.event('LEFT', { persons: [person(n)], to: 'HOME', toOpening: null }));
                    }
                }
                """, new Object[] {seed, from, count, leave});
    }

    /// The first of those that came go home.
    void goHome(String seed, int count) {
        page.evaluate("""
                async ([seed, count]) => {
                    const { desk } = machiDesk;
                    for (let n = 0; n < count; n++) {
                        const person = `${seed}-0000-7000-8000-${String(n).padStart(12, '0')}`;
                        await desk.record(desk.event('LEFT', { persons: [person], to: 'HOME', toOpening: null }));
                    }
                }
                """, new Object[] {seed, count});
    }

    /// Whoever of these many is not on the list yet comes in, as somebody at the door looks at the list and goes on.
    void finish(String seed, int count) {
        page.evaluate("""
                async ([seed, count]) => {
                    const { desk } = machiDesk;
                    for (let n = 0; n < count; n++) {
                        const person = `${seed}-0000-7000-8000-${String(n).padStart(12, '0')}`;
                        if (!desk.register.persons.has(person)) {
                            const body = { way: 'TYPED', from: null, household: null, persons: [{ id: person }] };
                            await desk.record(desk.event('ARRIVED', body));
                        }
                    }
                }
                """, new Object[] {seed, count});
    }

    @SuppressWarnings("unchecked")
    List<String> eventIds() {
        return (List<String>) page.evaluate("machiDesk.desk.events().map(({ event }) => event.id)");
    }

    UUID id() {
        return UUID.fromString((String) page.evaluate("machiDesk.desk.meta.desk"));
    }

    private int number(String expression) {
        return ((Number) page.evaluate(expression)).intValue();
    }

    private static void press(Page page, String words) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(words).setExact(true))
                .first()
                .click();
    }
}
