package town.machi.shelter.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import town.machi.kernel.Place;
import town.machi.shell.component.Choice;
import town.machi.shell.component.Field;
import town.machi.shell.component.FieldError;
import town.machi.shelter.Hazard;
import town.machi.shelter.Shelter;
import town.machi.shelter.ShelterKind;

/// What stands in the fields of a place: what the town has, or what was typed.
///
/// @param faults what is wrong with it
record PlaceForm(Map<String, String> typed, Set<String> hazards, List<FieldError> faults) {

    private static final Map<String, Field> FIELDS = fields();

    private static Map<String, Field> fields() {
        return List.of(
                        Field.required("name", "避難所の名前"),
                        Field.optional("kana", "読み"),
                        Field.optional("address", "住所").hint("例: 大字佐敷1番地"),
                        Field.optional("latitude", "緯度").hint("例: 32.2990"),
                        Field.optional("longitude", "経度").hint("例: 130.5070"),
                        Field.optional("capacity", "定員").hint("「約30人」のように書いてもかまいません。分からなければ空のままにします（定員未登録）。"),
                        Field.optional("building", "建物").hint("例: 体育館棟"),
                        Field.optional("rooms", "使う部屋").hint("一行に一つ書きます。施設の予約を止めるときに見ます。"),
                        Field.optional("equipment", "設備").hint("例: 畳、調理室、多目的トイレ"),
                        Field.optional("toilets", "トイレの数"),
                        Field.optional("telephone", "電話番号"),
                        Field.optional("note", "備考"),
                        Field.required("kind", "区分"),
                        Field.optional("hazards", "逃げられる災害（指定緊急避難場所として）"),
                        Field.optional("designated", "指定避難所のID").hint("国の全国共通ID。Eで始まる14文字です。"),
                        Field.optional("emergency", "指定緊急避難場所のID").hint("国の全国共通ID。Eで始まる14文字です。"),
                        Field.plain("main", "主な避難所（災害のとき、初めに選ばれています）"))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Field::name, field -> field));
    }

    static PlaceForm of(Shelter shelter) {
        Map<String, String> typed = new HashMap<>();
        Place place = shelter.where().place();
        Shelter.House house = shelter.house();
        typed.put("name", shelter.name());
        typed.put("kana", shelter.where().kana());
        typed.put("address", shelter.where().address());
        typed.put("latitude", place == null ? "" : Double.toString(place.latitude()));
        typed.put("longitude", place == null ? "" : Double.toString(place.longitude()));
        typed.put("capacity", text(shelter.capacity()));
        typed.put("building", house.building());
        typed.put("rooms", String.join("\n", house.rooms()));
        typed.put("equipment", house.equipment());
        typed.put("toilets", text(house.toilets()));
        typed.put("telephone", house.telephone());
        typed.put("note", house.note());
        typed.put("kind", shelter.kind().name());
        typed.put("designated", text(shelter.ids().designated()));
        typed.put("emergency", text(shelter.ids().emergency()));
        typed.put("main", shelter.main() ? "yes" : "");
        return new PlaceForm(
                typed, shelter.hazards().stream().map(Hazard::name).collect(Collectors.toSet()), List.of());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    static PlaceForm of(MultiValueMap<String, String> sent) {
        return new PlaceForm(sent.toSingleValueMap(), Set.copyOf(sent.getOrDefault("hazards", List.of())), List.of());
    }

    PlaceForm with(List<FieldError> found) {
        return new PlaceForm(typed, hazards, found);
    }

    String get(String name) {
        return typed.getOrDefault(name, "");
    }

    /// The field as the page shows it, with what was typed and what is wrong.
    public Field field(String name) {
        return Objects.requireNonNull(FIELDS.get(name)).value(get(name)).error(CallForm.sentence(faults, name));
    }

    public boolean isMain() {
        return get("main").equals("yes");
    }

    public List<Choice> kinds() {
        return Arrays.stream(ShelterKind.values())
                .map(kind -> new Choice(kind.name(), kind.label(), kind.name().equals(get("kind"))))
                .toList();
    }

    public List<Choice> hazardChoices() {
        return Arrays.stream(Hazard.values())
                .map(hazard -> new Choice(hazard.name(), hazard.shortLabel(), hazards.contains(hazard.name())))
                .toList();
    }

    /// Whether something is wrong, or stands, in the fields that are not asked at first.
    public boolean hasMore() {
        return List.of(
                        "kana",
                        "building",
                        "rooms",
                        "equipment",
                        "toilets",
                        "telephone",
                        "note",
                        "latitude",
                        "longitude")
                .stream()
                .anyMatch(name -> !get(name).isBlank());
    }
}
