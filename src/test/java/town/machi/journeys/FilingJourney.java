package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.kernel.BusinessCalendar;
import town.machi.support.Browser;
import town.machi.support.RunningTown;

@DisplayName("町の人がスマートフォンで水道の使用開始を届け出る")
class FilingJourney {

    @Test
    @DisplayName("電話の幅で、いちばん狭い幅で、JavaScriptなしで、初めから受付番号まで")
    void filesOnAPhone() {
        try (var town = RunningTown.start();
                var browser = Browser.open()) {
            try (var phone = browser.phone(town.address())) {
                file(phone, FilingJourney::look);
            }
            try (var narrow = browser.person(town.address(), 320)) {
                file(narrow, FilingJourney::look);
            }
            try (var plain = browser.personWithoutScript(town.address(), 390)) {
                file(plain, _ -> {});
            }
        }
    }

    private static void file(BrowserContext person, Consumer<Page> look) {
        Page page = person.newPage();
        page.navigate("/procedures/water-start");
        look.accept(page);
        page.locator(".button--start").click();
        next(page);
        look.accept(page);
        assertThat(page.locator("[data-errors]").isVisible()).isTrue();
        fill(page, "place.area", "大字佐敷", "place.number", "424番地");
        next(page);
        fill(page, "startsOn-year", "平成31", "startsOn-month", "５", "startsOn-day", "1");
        page.locator("input[name=presence][value=none]").check();
        next(page);
        look.accept(page);
        assertThat(page.locator("[name='startsOn-year']").inputValue()).isEqualTo("平成31");
        LocalDate day = new BusinessCalendar(Set.of(), LocalTime.of(17, 15)).due(Instant.now(), 8);
        fill(page, "startsOn-year", "令和" + (day.getYear() - 2018), "startsOn-month", "" + day.getMonthValue());
        fill(page, "startsOn-day", "" + day.getDayOfMonth());
        next(page);
        page.locator("input[name=holder][value=person]").check();
        next(page);
        fill(page, "user.family", "𠮷野", "user.given", "葛󠄀子", "user.familyKana", "よしの", "user.givenKana", "かつこ");
        look.accept(page);
        next(page);
        fill(page, "phone", "０９０-1234-5678", "mail", "katsuko@example.jp");
        next(page);
        page.locator("input[name=payment][value=slip]").check();
        page.locator("input[name=billElsewhere][value=here]").check();
        next(page);
        look.accept(page);
        assertThat(page.locator("main").innerText()).contains("𠮷野　葛󠄀子", "090-1234-5678");
        page.locator(".button--send").click();
        look.accept(page);
        assertThat(page.locator(".receipt__number").innerText()).matches("[2-9A-Z]{4}(-[2-9A-Z]{4}){2}");
        page.locator("a[href^='/my/']").first().click();
        look.accept(page);
        assertThat(page.locator("main").innerText()).contains("大字佐敷424番地");
    }

    /// @param boxes name, value, name, value …
    private static void fill(Page page, String... boxes) {
        for (int i = 0; i < boxes.length; i += 2) {
            page.locator("[name='" + boxes[i] + "']").fill(boxes[i + 1]);
        }
    }

    private static void next(Page page) {
        page.locator("form.ask .actions button").click();
    }

    private static void look(Page page) {
        Browser.assertAccessible(page);
    }
}
