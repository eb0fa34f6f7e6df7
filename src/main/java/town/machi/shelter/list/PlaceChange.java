package town.machi.shelter.list;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.Place;
import town.machi.shelter.Hazard;
import town.machi.shelter.Shelter;

/// One field of a place that is not as it was.
///
/// @param field as the audit and the form name it
/// @param before empty: nothing was there
public record PlaceChange(String field, String label, String before, String after) {

    private record Column(String label, Function<Shelter, @Nullable Object> value) {

        String of(Shelter shelter) {
            Object found = value.apply(shelter);
            return found == null ? "" : found.toString();
        }
    }

    private static final Map<String, Column> COLUMNS = columns();

    private static Map<String, Column> columns() {
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put("name", new Column("名前", Shelter::name));
        columns.put("kana", new Column("読み", shelter -> shelter.where().kana()));
        columns.put("address", new Column("住所", shelter -> shelter.where().address()));
        columns.put(
                "point", new Column("緯度・経度", shelter -> point(shelter.where().place())));
        columns.put("capacity", new Column("定員", Shelter::capacity));
        columns.put("building", new Column("建物", shelter -> shelter.house().building()));
        columns.put(
                "rooms",
                new Column("使う部屋", shelter -> String.join("・", shelter.house().rooms())));
        columns.put("toilets", new Column("トイレの数", shelter -> shelter.house().toilets()));
        columns.put("equipment", new Column("設備", shelter -> shelter.house().equipment()));
        columns.put("telephone", new Column("電話", shelter -> shelter.house().telephone()));
        columns.put("note", new Column("備考", shelter -> shelter.house().note()));
        columns.put("source", new Column("出典", shelter -> shelter.house().source()));
        columns.put("kind", new Column("区分", shelter -> shelter.kind().label()));
        columns.put("hazards", new Column("逃げられる災害", PlaceChange::hazards));
        columns.put("designated", new Column("指定避難所ID", shelter -> shelter.ids().designated()));
        columns.put(
                "emergency", new Column("指定緊急避難場所ID", shelter -> shelter.ids().emergency()));
        columns.put("main", new Column("主な避難所の印", shelter -> shelter.main() ? "あり" : "なし"));
        return columns;
    }

    private static String point(@Nullable Place place) {
        return place == null ? "" : place.latitude() + ", " + place.longitude();
    }

    private static String hazards(Shelter shelter) {
        return shelter.hazards().stream().sorted().map(Hazard::shortLabel).collect(Collectors.joining("・"));
    }

    /// What differs, in the order of the form.
    public static List<PlaceChange> between(Shelter before, Shelter after) {
        return COLUMNS.entrySet().stream()
                .map(each -> new PlaceChange(
                        each.getKey(),
                        each.getValue().label(),
                        each.getValue().of(before),
                        each.getValue().of(after)))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }

    /// 定員：30 → 40
    public String words() {
        return label + "：" + shown(before) + " → " + shown(after);
    }

    private static String shown(String value) {
        return value.isEmpty() ? "（なし）" : value;
    }
}
