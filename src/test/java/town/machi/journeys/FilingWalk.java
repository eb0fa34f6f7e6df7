package town.machi.journeys;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import town.machi.support.HttpPerson;

/// A resident who files 水道の使用開始 page by page, without JavaScript.
final class FilingWalk {

    private FilingWalk() {}

    /// Opens the procedure and begins a draft; stands on its first page then.
    static void begin(HttpPerson resident) {
        resident.open("/procedures/water-start").submit("/procedures/water-start/start");
    }

    /// What is typed on each page, in their order.
    static List<String[]> pages(String mail) {
        return pages(
                fields("user.family", "葛󠄀城", "user.given", "巡", "user.familyKana", "カツラギ", "user.givenKana", "メグル"),
                fields("phone", "090-1234-5678", "mail", mail),
                "424番地");
    }

    /// The same of somebody else.
    static List<String[]> pages(String[] user, String[] reached, String street) {
        String year = Integer.toString(FilingProgram.STARTS_ON.getYear());
        String month = Integer.toString(FilingProgram.STARTS_ON.getMonthValue());
        String day = Integer.toString(FilingProgram.STARTS_ON.getDayOfMonth());
        return List.of(
                fields("place.area", "大字佐敷", "place.number", street),
                fields("startsOn-year", year, "startsOn-month", month, "startsOn-day", day, "presence", "none"),
                fields("holder", "person"),
                user,
                reached,
                fields("payment", "slip", "billElsewhere", "here"));
    }

    static String[] fields(String... namesAndValues) {
        return namesAndValues;
    }

    static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    static String number(HttpPerson resident) {
        return resident.find("receipt__number figures\">([^<]+)<");
    }

    static String passcode(HttpPerson resident) {
        return resident.find("receipt__passcode figures\">(\\d{6})<");
    }
}
