package town.machi.shelter.web;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.Graphemes;
import town.machi.kernel.Place;
import town.machi.platform.Town;
import town.machi.shell.component.FieldError;
import town.machi.shelter.Hazard;
import town.machi.shelter.Shelter;
import town.machi.shelter.ShelterKind;
import town.machi.shelter.list.NationalId;
import town.machi.shelter.list.Places;
import town.machi.shelter.list.WrittenNumber;

/// Reads the form of a place; it gathers every fault with its field.
final class PlaceReader {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_TEXT = 500;
    private static final int MOST_PEOPLE = 99_999;

    private final PlaceForm form;
    private final Shelter known;
    private final Town town;
    private final Places places;
    private final List<FieldError> faults = new ArrayList<>();

    /// @param known what the town has; [Places#unknown] for a new one
    PlaceReader(PlaceForm form, Shelter known, Town town, Places places) {
        this.form = form;
        this.known = known;
        this.town = town;
        this.places = places;
    }

    List<FieldError> faults() {
        return faults;
    }

    /// A place added on the spot: what is asked of it, and nothing more.
    Shelter readNew() {
        return new Shelter(
                known.id(),
                known.ids(),
                name(),
                where(),
                known.kind(),
                known.hazards(),
                capacity(),
                known.main(),
                house());
    }

    /// All of it.
    Shelter read() {
        return new Shelter(
                known.id(),
                new Shelter.NationalIds(
                        nationalId("designated", NationalId.DESIGNATED), nationalId("emergency", NationalId.EMERGENCY)),
                name(),
                where(),
                kind(),
                Arrays.stream(Hazard.values())
                        .filter(hazard -> form.hazards().contains(hazard.name()))
                        .collect(Collectors.toSet()),
                capacity(),
                form.isMain(),
                house());
    }

    private String name() {
        String name = line("name", LONGEST_NAME);
        if (name.isEmpty() && faults.stream().noneMatch(each -> each.equals(tooLong("name", LONGEST_NAME)))) {
            fault("name", "避難所の名前を書いてください。");
        }
        if (!name.isEmpty() && !name.equals(known.name()) && places.isNamed(name, known.id())) {
            fault("name", "「" + name + "」は、もう一覧にあります。一覧から開いて使ってください。別の場所なら、名前に地区などを加えて区別します。");
        }
        return name;
    }

    private Shelter.Where where() {
        return new Shelter.Where(line("kana", LONGEST_LINE), line("address", LONGEST_LINE), point());
    }

    private @Nullable Place point() {
        String latitude = folded("latitude");
        String longitude = folded("longitude");
        // Maps hand both out as one: 32.2990, 130.5070
        if (longitude.isEmpty() && latitude.matches("[\\d.]+\\s*[,、]\\s*[\\d.]+")) {
            String[] both = latitude.split("\\s*[,、]\\s*");
            latitude = both[0];
            longitude = both[1];
        }
        if (latitude.isEmpty() && longitude.isEmpty()) {
            return null;
        }
        Optional<Place> point = parsed(latitude, longitude);
        if (point.isEmpty()) {
            fault("latitude", "緯度と経度は、二つとも 32.2990 と 130.5070 のように数字で書いてください。分からなければ二つとも空にします。");
        } else if (!town.contains(point.get())
                && !point.get().equals(known.where().place())) {
            fault("latitude", "この緯度と経度は" + town.name() + "の外です。地図で確かめて書き直すか、分からなければ二つとも空にしてください。");
        }
        return point.orElse(null);
    }

    private static Optional<Place> parsed(String latitude, String longitude) {
        try {
            return Optional.of(new Place(Double.parseDouble(latitude), Double.parseDouble(longitude)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private @Nullable Integer capacity() {
        String typed = form.get("capacity").strip();
        if (typed.isEmpty()) {
            return null;
        }
        int people = WrittenNumber.read(typed).orElse(0);
        if (people < 1 || people > MOST_PEOPLE) {
            fault(
                    "capacity",
                    "定員「" + Graphemes.begin(typed, 20) + "」から人数が読めません。30 のように一つの数で書いてください。分からなければ空にすると「定員未登録」になります。");
            return null;
        }
        return people;
    }

    private Shelter.House house() {
        return new Shelter.House(
                line("building", LONGEST_NAME),
                rooms(),
                toilets(),
                line("equipment", LONGEST_TEXT),
                line("telephone", 30),
                line("note", LONGEST_TEXT),
                known.house().source());
    }

    private List<String> rooms() {
        if (form.get("rooms").length() > LONGEST_TEXT) {
            faults.add(tooLong("rooms", LONGEST_TEXT));
        }
        return Arrays.stream(form.get("rooms").split("[\\r\\n;；]+"))
                .map(PlaceReader::oneLine)
                .filter(room -> !room.isEmpty())
                .distinct()
                .toList();
    }

    private @Nullable Integer toilets() {
        String typed = form.get("toilets").strip();
        Optional<Integer> toilets = WrittenNumber.read(typed);
        if (toilets.isEmpty() && !typed.isEmpty()) {
            fault("toilets", "トイレの数は、4 のように一つの数で書いてください。分からなければ空にします。");
        }
        return toilets.orElse(null);
    }

    private ShelterKind kind() {
        return Arrays.stream(ShelterKind.values())
                .filter(each -> each.name().equals(form.get("kind")))
                .findFirst()
                .orElseGet(() -> {
                    fault("kind", "区分を一つ選んでください。");
                    return known.kind();
                });
    }

    private @Nullable String nationalId(String name, String major) {
        String id = folded(name);
        if (id.isEmpty()) {
            return null;
        }
        String fault = NationalId.fault(id, major);
        if (!fault.isEmpty()) {
            fault(name, fault + "国の一覧のIDを、そのまま写してください。");
        } else if (places.isKnownAs(id, known.id())) {
            fault(name, "「" + id + "」は、ほかの避難所のIDです。一覧でその避難所を確かめてください。");
        }
        return id;
    }

    private String folded(String name) {
        return oneLine(Normalizer.normalize(form.get(name), Normalizer.Form.NFKC));
    }

    private String line(String name, int longest) {
        String line = oneLine(form.get(name));
        if (line.length() > longest) {
            faults.add(tooLong(name, longest));
            return "";
        }
        return line;
    }

    private FieldError tooLong(String name, int longest) {
        return FieldError.at(name, form.field(name).label() + "は、" + longest + "文字までで書いてください。");
    }

    private static String oneLine(String text) {
        return Graphemes.trimmed(text.replaceAll("\\p{Cntrl}+", " "));
    }

    private void fault(String name, String sentence) {
        faults.add(FieldError.at(name, sentence));
    }
}
