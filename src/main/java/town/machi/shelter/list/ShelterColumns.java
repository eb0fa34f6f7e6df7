package town.machi.shelter.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.Place;
import town.machi.platform.Town;
import town.machi.shelter.Hazard;
import town.machi.shelter.Shelter;

/// One place as a row. Source of the first 39 columns: 自治体標準オープンデータセット データ項目定義書A (2026-08-01), sheet 03
/// 指定緊急避難場所一覧. The others are ours: the national sheet knows nothing of 指定避難所.
final class ShelterColumns {

    static final String EMERGENCY_ID = "ID";
    static final String NAME = "名称";
    static final String KANA = "名称_カナ";
    static final String ADDRESS = "所在地_連結表記";
    static final String LATITUDE = "緯度";
    static final String LONGITUDE = "経度";
    static final String TELEPHONE = "電話番号";
    static final String HAZARD = "災害種別_";
    static final String CAPACITY = "想定収容人数";
    static final String NOTE = "備考";
    static final String DESIGNATED_ID = "指定避難所ID";
    static final String KIND = "区分";
    static final String MAIN = "主な避難所";
    static final String BUILDING = "建物";
    static final String ROOMS = "部屋";
    static final String TOILETS = "トイレ数";
    static final String EQUIPMENT = "設備";
    static final String SOURCE = "出典";

    static final List<String> NATIONAL = national();
    static final List<String> ALL = all();

    private ShelterColumns() {}

    private static List<String> national() {
        List<String> columns = new ArrayList<>(List.of(
                "全国地方公共団体コード",
                EMERGENCY_ID,
                NAME,
                KANA,
                "名称_英字",
                "所在地_全国地方公共団体コード",
                "町字ID",
                ADDRESS,
                "所在地_都道府県",
                "所在地_市区町村",
                "所在地_町字",
                "所在地_番地以下",
                "建物名等(方書)",
                LATITUDE,
                LONGITUDE,
                "標高",
                TELEPHONE,
                "内線番号",
                "連絡先メールアドレス",
                "連絡先FormURL",
                "連絡先備考（その他、SNSなど）",
                "郵便番号",
                "市区町村コード",
                "地方公共団体名"));
        for (Hazard hazard : Hazard.values()) {
            columns.add(HAZARD + hazard.label());
        }
        columns.addAll(List.of("指定避難所との重複", CAPACITY, "対象となる町会・自治会", "URL", "画像", "画像_ライセンス", NOTE));
        return List.copyOf(columns);
    }

    private static List<String> all() {
        List<String> columns = new ArrayList<>(NATIONAL);
        columns.addAll(List.of(DESIGNATED_ID, KIND, MAIN, BUILDING, ROOMS, TOILETS, EQUIPMENT, SOURCE));
        return List.copyOf(columns);
    }

    static List<String> row(Shelter shelter, Town town, List<String> columns) {
        Map<String, String> cells = cells(shelter);
        String whole = town.prefecture() + town.municipality();
        cells.put("全国地方公共団体コード", town.code());
        cells.put("所在地_全国地方公共団体コード", town.code());
        cells.put("市区町村コード", town.code());
        cells.put("地方公共団体名", whole);
        cells.put("所在地_都道府県", town.prefecture());
        cells.put("所在地_市区町村", town.municipality());
        return columns.stream().map(column -> cells.getOrDefault(column, "")).toList();
    }

    private static Map<String, String> cells(Shelter shelter) {
        Map<String, String> cells = new HashMap<>();
        Shelter.House house = shelter.house();
        Place place = shelter.where().place();
        cells.put(EMERGENCY_ID, text(shelter.ids().emergency()));
        cells.put(DESIGNATED_ID, text(shelter.ids().designated()));
        cells.put(NAME, shelter.name());
        cells.put(KANA, shelter.where().kana());
        cells.put(ADDRESS, shelter.where().address());
        cells.put(LATITUDE, place == null ? "" : Double.toString(place.latitude()));
        cells.put(LONGITUDE, place == null ? "" : Double.toString(place.longitude()));
        cells.put(TELEPHONE, house.telephone());
        shelter.hazards().forEach(hazard -> cells.put(HAZARD + hazard.label(), "1"));
        cells.put("指定避難所との重複", shelter.ids().designated() == null ? "" : "1");
        cells.put(CAPACITY, text(shelter.capacity()));
        cells.put(NOTE, house.note());
        cells.put(KIND, shelter.kind().label());
        cells.put(MAIN, shelter.main() ? "1" : "");
        cells.put(BUILDING, house.building());
        cells.put(ROOMS, String.join(";", house.rooms()));
        cells.put(TOILETS, text(house.toilets()));
        cells.put(EQUIPMENT, house.equipment());
        cells.put(SOURCE, house.source());
        return cells;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /// By what a row finds the place that it tells of.
    static Map<String, Shelter> byId(List<Shelter> shelters, Function<Shelter, @Nullable String> id) {
        return shelters.stream()
                .filter(shelter -> id.apply(shelter) != null)
                .collect(Collectors.toMap(shelter -> text(id.apply(shelter)), shelter -> shelter));
    }
}
