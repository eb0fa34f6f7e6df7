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
import town.machi.shelter.ShelterKind;

/// Reads one row of a list, and tells every fault of it. Real lists hold ○ for 1 and 「屋内480人／屋外3,350人」 for a
/// number:
/// the first is understood, of the second the number is not guessed. What a list has no column for stays as it is.
final class ShelterReader {

    private static final Set<String> YES = Set.of("1", "○", "◯", "〇", "有", "はい");

    private final CsvRow row;
    private final Shelter known;
    private final boolean keeping;

    /// @param known what the town has; [Places#unknown] where it is new
    /// @param keeping whether an empty cell, too, leaves what the town has
    ShelterReader(CsvRow row, Shelter known, boolean keeping) {
        this.row = row;
        this.known = known;
        this.keeping = keeping;
    }

    Shelter read() {
        var ids = new Shelter.NationalIds(
                nationalId(DESIGNATED_ID, NationalId.DESIGNATED, known.ids().designated()),
                nationalId(EMERGENCY_ID, NationalId.EMERGENCY, known.ids().emergency()));
        String name = row.text(NAME, 100);
        if (name.isEmpty()) {
            row.fault("名称がありません。");
        }
        boolean marked = row.has(MAIN) ? YES.contains(row.text(MAIN, 10)) : known.main();
        return new Shelter(
                known.id(),
                ids,
                name,
                new Shelter.Where(
                        text(KANA, 200, known.where().kana()),
                        text(ADDRESS, 200, known.where().address()),
                        place()),
                kind(ids),
                hazards(),
                number(CAPACITY, known.capacity()),
                marked || keeping && known.main(),
                house());
    }

    private Shelter.House house() {
        Shelter.House before = known.house();
        String rooms = text(ROOMS, 500, "");
        return new Shelter.House(
                text(BUILDING, 100, before.building()),
                isKept(ROOMS, rooms) ? before.rooms() : rooms(rooms),
                number(TOILETS, before.toilets()),
                text(EQUIPMENT, 500, before.equipment()),
                text(TELEPHONE, 30, before.telephone()),
                text(NOTE, 500, before.note()),
                text(SOURCE, 200, before.source()));
    }

    private String text(String column, int longest, String before) {
        String cell = row.text(column, longest);
        return isKept(column, cell) ? before : cell;
    }

    private boolean isKept(String column, String cell) {
        return !row.has(column) || keeping && cell.isEmpty();
    }

    private static List<String> rooms(String cell) {
        return Arrays.stream(cell.split("[;；]"))
                .map(String::strip)
                .filter(room -> !room.isEmpty())
                .toList();
    }

    private @Nullable String nationalId(String column, String major, @Nullable String before) {
        String id = row.text(column, 30);
        if (isKept(column, id)) {
            return before;
        }
        if (id.isEmpty()) {
            return null;
        }
        String fault = NationalId.fault(id, major);
        if (!fault.isEmpty()) {
            row.fault(column + fault);
            return null;
        }
        return id;
    }

    private @Nullable Place place() {
        String latitude = row.folded(LATITUDE);
        String longitude = row.folded(LONGITUDE);
        if (latitude.isEmpty() && longitude.isEmpty()) {
            return isKept(LATITUDE, latitude) ? known.where().place() : null;
        }
        try {
            return new Place(Double.parseDouble(latitude), Double.parseDouble(longitude));
        } catch (IllegalArgumentException e) {
            row.fault("緯度・経度「" + latitude + ", " + longitude + "」は数で、地球の上の点でなければなりません。");
            return null;
        }
    }

    private ShelterKind kind(Shelter.NationalIds ids) {
        String word = row.text(KIND, 30);
        for (ShelterKind kind : ShelterKind.values()) {
            if (kind.label().equals(word)) {
                return kind;
            }
        }
        if (!word.isEmpty()) {
            row.fault("区分「" + word + "」は、指定避難所・指定緊急避難場所・福祉避難所・自主・臨時避難所のどれかです。");
        }
        if (isKept(KIND, word) && known.kind() != ShelterKind.VOLUNTARY) {
            return known.kind();
        }
        if (ids.designated() != null) {
            return ids.designated().charAt(12) == '2' ? ShelterKind.WELFARE : ShelterKind.DESIGNATED;
        }
        return ids.emergency() == null ? ShelterKind.VOLUNTARY : ShelterKind.EMERGENCY_SITE;
    }

    private Set<Hazard> hazards() {
        Set<Hazard> hazards = EnumSet.noneOf(Hazard.class);
        for (Hazard hazard : Hazard.values()) {
            String column = HAZARD + hazard.label();
            String cell = row.text(column, 10);
            if (isKept(column, cell) ? known.hazards().contains(hazard) : YES.contains(cell)) {
                hazards.add(hazard);
            }
        }
        return hazards;
    }

    private @Nullable Integer number(String column, @Nullable Integer before) {
        String text = row.text(column, 60);
        if (isKept(column, text)) {
            return before;
        }
        Integer number = WrittenNumber.read(text).orElse(null);
        if (number == null && !text.isEmpty()) {
            row.fault(column + "「" + text + "」は数ではありません。");
        }
        return number != null && number == 0 && column.equals(CAPACITY) ? null : number;
    }
}
