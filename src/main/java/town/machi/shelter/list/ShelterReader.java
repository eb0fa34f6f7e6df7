package town.machi.shelter.list;

import static town.machi.shelter.list.ShelterColumns.*;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.Place;
import town.machi.shelter.Hazard;
import town.machi.shelter.Shelter;
import town.machi.shelter.ShelterId;
import town.machi.shelter.ShelterKind;

/// Reads one row of a list, and tells every fault of it. Real lists hold ○ for 1 and 「屋内480人／屋外3,350人」 for a
/// number:
/// the first is understood, of the second the number is not guessed.
final class ShelterReader {

    private static final Set<String> YES = Set.of("1", "○", "◯", "〇", "有", "はい");

    private final CsvRow row;

    ShelterReader(CsvRow row) {
        this.row = row;
    }

    /// @param known what the town has under this id; null: it is new
    Shelter read(ShelterId id, @Nullable Shelter known) {
        String designated = nationalId(DESIGNATED_ID, "1");
        String emergency = nationalId(EMERGENCY_ID, "2");
        String name = row.text(NAME, 100);
        if (name.isEmpty()) {
            row.fault("名称がありません。");
        }
        Integer capacity = row.has(CAPACITY) ? number(CAPACITY) : known == null ? null : known.capacity();
        return new Shelter(
                id,
                new Shelter.NationalIds(designated, emergency),
                name,
                new Shelter.Where(row.text(KANA, 200), row.text(ADDRESS, 200), place()),
                kind(designated, emergency),
                hazards(),
                capacity,
                row.has(MAIN) ? YES.contains(row.text(MAIN, 10)) : known != null && known.main(),
                house(known));
    }

    private Shelter.House house(@Nullable Shelter known) {
        Shelter.House before = known == null ? new Shelter.House("", List.of(), null, "", "", "", "") : known.house();
        return new Shelter.House(
                row.has(BUILDING) ? row.text(BUILDING, 100) : before.building(),
                row.has(ROOMS) ? rooms() : before.rooms(),
                row.has(TOILETS) ? number(TOILETS) : before.toilets(),
                row.has(EQUIPMENT) ? row.text(EQUIPMENT, 500) : before.equipment(),
                row.text(TELEPHONE, 30),
                row.text(NOTE, 500),
                row.has(SOURCE) ? row.text(SOURCE, 200) : before.source());
    }

    private List<String> rooms() {
        return Arrays.stream(row.text(ROOMS, 500).split("[;；]"))
                .map(String::strip)
                .filter(room -> !room.isEmpty())
                .toList();
    }

    private @Nullable String nationalId(String column, String major) {
        String id = row.text(column, 30);
        if (id.isEmpty()) {
            return null;
        }
        if (!id.matches("E\\d{5}[0-9A-Za-z]{5}[12][0-9A-Za-z]{2}")) {
            row.fault(column + "「" + id + "」は全国共通IDの形（Eで始まる14文字）ではありません。");
            return null;
        }
        if (!id.substring(11, 12).equals(major)) {
            row.fault(column + "「" + id + "」は" + (major.equals("1") ? "指定避難所" : "指定緊急避難場所") + "のIDではありません。");
            return null;
        }
        return id;
    }

    private @Nullable Place place() {
        String latitude = row.folded(LATITUDE);
        String longitude = row.folded(LONGITUDE);
        if (latitude.isEmpty() && longitude.isEmpty()) {
            return null;
        }
        try {
            return new Place(Double.parseDouble(latitude), Double.parseDouble(longitude));
        } catch (IllegalArgumentException e) {
            row.fault("緯度・経度「" + latitude + ", " + longitude + "」は数で、地球の上の点でなければなりません。");
            return null;
        }
    }

    private ShelterKind kind(@Nullable String designated, @Nullable String emergency) {
        String word = row.text(KIND, 30);
        for (ShelterKind kind : ShelterKind.values()) {
            if (kind.label().equals(word)) {
                return kind;
            }
        }
        if (!word.isEmpty()) {
            row.fault("区分「" + word + "」は、指定避難所・指定緊急避難場所・福祉避難所・自主・臨時避難所のどれかです。");
        }
        if (designated != null) {
            return designated.charAt(12) == '2' ? ShelterKind.WELFARE : ShelterKind.DESIGNATED;
        }
        return emergency == null ? ShelterKind.VOLUNTARY : ShelterKind.EMERGENCY_SITE;
    }

    private Set<Hazard> hazards() {
        Set<Hazard> hazards = EnumSet.noneOf(Hazard.class);
        for (Hazard hazard : Hazard.values()) {
            if (YES.contains(row.text(HAZARD + hazard.label(), 10))) {
                hazards.add(hazard);
            }
        }
        return hazards;
    }

    private @Nullable Integer number(String column) {
        String text = row.folded(column).replaceAll("[,人]", "");
        if (text.isEmpty() || text.equals("0") && column.equals(CAPACITY)) {
            return null;
        }
        if (!text.matches("\\d{1,6}")) {
            row.fault(column + "「" + row.text(column, 60) + "」は数ではありません。");
            return null;
        }
        return Integer.valueOf(text);
    }
}
