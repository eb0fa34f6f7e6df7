package town.machi.form.type;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.form.Answers;
import town.machi.form.Asked;
import town.machi.form.Parsed;
import town.machi.form.QuestionType;
import town.machi.form.Slot;
import town.machi.form.Typed;
import town.machi.kernel.Graphemes;
import town.machi.kernel.Place;
import town.machi.platform.Town;
import town.machi.platform.TownArea;
import town.machi.procedure.ValueKind;
import town.machi.shell.Template;
import town.machi.shell.Texts;
import town.machi.shell.component.Field;
import town.machi.shell.component.MapModel;

/// A point on the map, with the 町字 from a list beside it and a landmark in words. Point or 町字 is enough. A point
/// outside the town is taken and flagged: the map may be wrong, or the finger.
@Component
class PlaceQuestion implements QuestionType {

    private static final Pattern POINT =
            Pattern.compile("(-?\\d{1,3}(?:\\.\\d{1,12})?)[,、 ]+(-?\\d{1,3}(?:\\.\\d{1,12})?)");

    private final Town town;

    PlaceQuestion(Town town) {
        this.town = town;
    }

    @Override
    public String type() {
        return "place";
    }

    @Override
    public ValueKind kind() {
        return ValueKind.PARTS;
    }

    @Override
    public Map<String, ValueKind> parts() {
        return Map.of(
                "point", ValueKind.TEXT, "area", ValueKind.TEXT, "note", ValueKind.TEXT, "inTown", ValueKind.BOOLEAN);
    }

    @Override
    public Set<String> boxes() {
        return Set.of("", "-lat", "-lon", "-area", ".area", ".note");
    }

    @Override
    public Parsed missing(Slot slot) {
        return Parsed.fault(firstBox(slot), "form.place.missing");
    }

    @Override
    public Parsed parse(Slot slot, Typed typed) {
        String point = Graphemes.trimmed(point(slot, typed));
        String area = Graphemes.trimmed(typed.text(slot.part("area")) + typed.text(slot.box("area")));
        String note = Graphemes.trimmed(typed.text(slot.part("note")));
        if ((point + area + note).isEmpty()) {
            return Parsed.NOTHING;
        }
        Map<String, String> values = new LinkedHashMap<>();
        Optional<Place> place = read(point);
        if (!point.isEmpty() && place.isEmpty()) {
            return Parsed.fault(slot.path(), "form.place.point");
        }
        if (place.isEmpty() && area.isEmpty()) {
            return missing(slot);
        }
        if (!area.isEmpty() && !areaNames().contains(area)) {
            return Parsed.fault(slot.path(), "form.not-a-choice", slot.label());
        }
        Parsed fault = Limits.checkLine(slot, slot.part("note"), note, Limits.LINE);
        if (!fault.isNothing()) {
            return fault;
        }
        place.ifPresent(at -> values.put(slot.path(), canonical(at)));
        putIfAny(values, slot.part("area"), area);
        putIfAny(values, slot.part("note"), note);
        return new Parsed(values, List.of());
    }

    /// In one box, as programs answer, or in two.
    private static String point(Slot slot, Typed typed) {
        String latitude = typed.text(slot.box("lat")).strip();
        String longitude = typed.text(slot.box("lon")).strip();
        return (latitude + longitude).isEmpty() ? typed.text(slot.path()) : latitude + "," + longitude;
    }

    private static void putIfAny(Map<String, String> values, String path, String text) {
        if (!text.isEmpty()) {
            values.put(path, text);
        }
    }

    private static Optional<Place> read(String point) {
        Matcher matcher = POINT.matcher(Normalizer.normalize(point, Normalizer.Form.NFKC));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double latitude = Double.parseDouble(matcher.group(1));
        double longitude = Double.parseDouble(matcher.group(2));
        boolean onTheGlobe = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
        return onTheGlobe ? Optional.of(new Place(latitude, longitude)) : Optional.empty();
    }

    /// Six decimals: a tenth of a metre.
    private static String canonical(Place place) {
        return String.format(Locale.ROOT, "%.6f,%.6f", place.latitude(), place.longitude());
    }

    private List<String> areaNames() {
        return town.areas().stream().map(TownArea::name).distinct().toList();
    }

    @Override
    public Optional<Object> toCondition(Slot slot, Answers answers) {
        Optional<Place> place = read(answers.text(slot.path()));
        String area = answers.text(slot.part("area"));
        if (place.isEmpty() && area.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> parts = new HashMap<>();
        parts.put("point", answers.text(slot.path()));
        parts.put("area", area);
        parts.put("note", answers.text(slot.part("note")));
        parts.put("inTown", place.map(town::contains).orElse(true));
        return Optional.of(parts);
    }

    @Override
    public List<String> show(Slot slot, Answers answers, Texts texts) {
        List<String> lines = new ArrayList<>();
        String area = answers.text(slot.part("area"));
        if (!area.isEmpty()) {
            lines.add(area);
        }
        String note = answers.text(slot.part("note"));
        if (!note.isEmpty()) {
            lines.add(note);
        }
        read(answers.text(slot.path())).ifPresent(place -> {
            lines.add(texts.get("form.place.shown", decimals(place.latitude()), decimals(place.longitude())));
            if (!town.contains(place)) {
                lines.add(texts.get("form.place.outside"));
            }
        });
        return List.copyOf(lines);
    }

    private static String decimals(double degrees) {
        return String.format(Locale.ROOT, "%.5f", degrees);
    }

    @Override
    public Typed typed(Slot slot, Answers answers) {
        Map<String, String> boxes = new HashMap<>();
        String[] point = answers.text(slot.path()).split(",", 2);
        if (point.length == 2) {
            boxes.put(slot.box("lat"), point[0]);
            boxes.put(slot.box("lon"), point[1]);
        }
        putIfAny(boxes, slot.box("area"), answers.text(slot.part("area")));
        putIfAny(boxes, slot.part("note"), answers.text(slot.part("note")));
        return Typed.of(boxes);
    }

    @Override
    public Template ask(Slot slot, Asked asked) {
        Typed typed = asked.typed();
        Field note = asked.part(slot, "note", asked.texts().get("form.place.note"), Field.Need.OPTIONAL);
        Optional<Place> place = read(point(slot, typed));
        boolean outside = place.isPresent() && !town.contains(place.get());
        MapModel map = new MapModel(points(), chosen(typed.text(slot.box("area")), place));
        return new PlacePartial(asked.field(slot), map, note, outside);
    }

    private static MapModel.@Nullable Point chosen(String area, Optional<Place> place) {
        return place.map(at -> new MapModel.Point(area, "", at, null)).orElse(null);
    }

    private List<MapModel.Point> points() {
        Map<String, MapModel.Point> byName = new LinkedHashMap<>();
        for (TownArea area : town.areas()) {
            byName.putIfAbsent(area.name(), new MapModel.Point(area.name(), area.kana(), area.place(), null));
        }
        return List.copyOf(byName.values());
    }
}
