package town.machi.journeys;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import town.machi.kernel.Wareki;

/// The notices of 水道 that somebody who has water files, page by page: each page is read, checked and pictured.
final class WaterNotice {

    static final String MAIL = "reino@example.jp";
    private final WaterResident resident;
    private final Page page;
    private final WaterHouse house;

    WaterNotice(WaterResident resident, WaterHouse house) {
        this.resident = resident;
        this.page = resident.page();
        this.house = house;
    }

    WaterResident.Receipt stops() {
        begins("water-stop", "水道の使用中止", "どこの水道を止めますか");
        says("place", house);
        person();
        goesOnTo("いつまで使いますか", "when");
        firstDay("stopsOn");
        check("町の外へ引っ越す");
        check("立ち会わない");
        goesOnTo("最後の料金の支払い", "settle");
        check("納付書を送ってもらう");
        goesOnTo("引っ越し先", "after");
        elsewhere();
        contact();
        return sends();
    }

    WaterResident.Receipt pauses() {
        begins("water-pause", "水道の休止", "どこの水道を休みますか");
        says("place", house);
        goesOnTo("いつからいつまで休みますか", "when");
        firstDay("stopsOn");
        date("until", WaterResident.firstDay().plusMonths(4));
        check("立ち会わない");
        goesOnTo("契約している人", "who");
        holder();
        goesOnTo("休んでいる間の連絡先", "contact");
        contact();
        elsewhere();
        return sends();
    }

    WaterResident.Receipt resumes() {
        begins("water-resume", "水道の再開", "どこの水道をまた使いますか");
        says("place", house);
        goesOnTo("いつからまた使いますか", "when");
        firstDay("startsOn");
        check("立ち会わない");
        goesOnTo("契約している人", "who");
        holder();
        goesOnTo("連絡先", "contact");
        contact();
        return sends();
    }

    /// One notice, two matters.
    WaterResident.Receipt movesTo(WaterHouse next) {
        begins("water-move", "水道の転居", "今の家の水道");
        says("place", house);
        goesOnTo("今の家をいつ止めますか", "stop");
        firstDay("stopsOn");
        check("立ち会わない");
        goesOnTo("新しい家の水道", "new");
        says("newPlace", next);
        goesOnTo("新しい家でいつから使いますか", "start");
        firstDay("startsOn");
        check("立ち会わない");
        goesOnTo("契約している人", "who");
        holder();
        goesOnTo("連絡先", "contact");
        contact();
        goesOnTo("料金の支払い", "pay");
        check("納付書を新しい家に送ってもらう");
        check("納付書");
        return sends();
    }

    private void begins(String procedure, String title, String first) {
        page.navigate("/procedures/" + procedure);
        resident.arrivesAt(title, "procedure");
        resident.press("この手続きを始める");
        resident.arrivesAt(first, "where");
    }

    private void says(String place, WaterHouse at) {
        fill(place + ".postcode", "869-5453");
        fill(place + ".area", "大字計石");
        fill(place + ".number", "300番地");
        fill(place + ".building", at.building());
        fill(place.equals("place") ? "customer" : "newCustomer", at.customer());
    }

    private void elsewhere() {
        fill("forward.postcode", "860-0806");
        fill("forward.prefecture", "熊本県");
        fill("forward.municipality", "熊本市中央区");
        fill("forward.area", "花畑町");
        fill("forward.number", "9番6号の例");
    }

    private void holder() {
        check("個人");
        goesOnTo("契約している人のお名前", "person");
        person();
    }

    private void person() {
        fill("user.family", house.name().family());
        fill("user.given", house.name().given());
        fill("user.familyKana", house.name().familyKana());
        fill("user.givenKana", house.name().givenKana());
    }

    private void contact() {
        fill("phone", "090-0000-1111");
        fill("mail", MAIL);
    }

    /// The first of the days that are offered.
    private void firstDay(String question) {
        page.locator("[type=radio][name=" + question + "]").first().check();
    }

    private void date(String question, LocalDate day) {
        Wareki wareki = Wareki.of(day);
        fill(question + "-year", "令和" + wareki.year());
        fill(question + "-month", "" + wareki.month());
        fill(question + "-day", "" + wareki.day());
    }

    private void check(String label) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).check();
    }

    private void fill(String name, String words) {
        page.locator("[name='" + name + "']").fill(words);
    }

    private void goesOnTo(String heading, String picture) {
        resident.next();
        resident.arrivesAt(heading, picture);
    }

    private WaterResident.Receipt sends() {
        goesOnTo("内容の確認", "check");
        return resident.sendsWithDoubleClick();
    }
}
