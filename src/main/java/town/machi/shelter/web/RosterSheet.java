package town.machi.shelter.web;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import town.machi.kernel.BusinessCalendar;
import town.machi.shell.Download;
import town.machi.shelter.Presence.Standing;

/// The roster as a spreadsheet. A person who must not be found is a line without a name.
@Component
class RosterSheet {

    private static final List<String> HEADER = List.of(
            "氏名", "フリガナ", "生年月日", "年齢", "性別", "続柄", "電話", "住所", "町内会・行政区", "要配慮", "アレルギー", "食事", "滞在", "食事がいるか", "受け取り",
            "状態", "入所日時", "最後の動き");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(BusinessCalendar.TOKYO);

    Download of(List<Standing> roster) {
        return new Download("避難者名簿", "名簿", HEADER, roster.stream().map(RosterSheet::row));
    }

    private static List<String> row(Standing standing) {
        RosterPage.Row row = RosterPage.Row.of(standing);
        Map<String, String> person =
                standing.isSecret() ? Map.of() : standing.known().details();
        Map<String, String> household =
                standing.isSecret() ? Map.of() : standing.known().householdDetails();
        var facts = standing.known().facts();
        return Stream.of(
                        row.name(),
                        row.kana(),
                        person.getOrDefault("birth", ""),
                        row.age(),
                        row.sex(),
                        person.getOrDefault("relation", ""),
                        person.getOrDefault("phone", household.getOrDefault("phone", "")),
                        household.getOrDefault("address", ""),
                        household.getOrDefault("district", ""),
                        row.needs(),
                        facts.allergies() == null ? "" : String.join("・", facts.allergies()),
                        facts.food() == null ? "" : facts.food().label(),
                        row.stay(),
                        facts.meals() == null ? "" : facts.meals() ? "いる" : "いらない",
                        person.getOrDefault("pickup", ""),
                        row.state().word(),
                        TIME.format(standing.times().arrivedAt()),
                        TIME.format(standing.times().since()))
                .toList();
    }
}
