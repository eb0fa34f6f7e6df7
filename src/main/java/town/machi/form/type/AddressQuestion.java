package town.machi.form.type;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import town.machi.form.Answers;
import town.machi.form.Asked;
import town.machi.form.Parsed;
import town.machi.form.Slot;
import town.machi.form.Typed;
import town.machi.kernel.PostalCode;
import town.machi.platform.Town;
import town.machi.platform.TownArea;
import town.machi.shell.Template;
import town.machi.shell.Texts;

/// An address. The postal codes of the town are looked up; addresses elsewhere are typed and never refused, unless
/// `within: town` says that the place has to be in the town. Source of the parts: GIF 433 住所.
@Component
class AddressQuestion extends Parts {

    private final Town town;

    AddressQuestion(Town town) {
        this.town = town;
    }

    @Override
    public String type() {
        return "address";
    }

    @Override
    List<String> names() {
        return List.of("postcode", "prefecture", "municipality", "area", "number", "building");
    }

    @Override
    public Set<String> options() {
        return Set.of("within");
    }

    private static boolean inTown(Slot slot) {
        return "town".equals(slot.option("within", ""));
    }

    /// The town's own name stands in the boxes of a place that has to be in it, and makes no answer.
    @Override
    boolean isBlank(Slot slot, Map<String, String> parts) {
        return parts.entrySet().stream()
                .filter(part ->
                        !inTown(slot) || !Set.of("prefecture", "municipality").contains(part.getKey()))
                .allMatch(part -> part.getValue().isEmpty());
    }

    @Override
    public Parsed missing(Slot slot) {
        return Parsed.fault(slot.part("area"), "form.required", slot.label());
    }

    @Override
    void read(Slot slot, Map<String, String> typed, Draft into) {
        Map<String, String> parts = new LinkedHashMap<>(typed);
        Optional<PostalCode> postcode = readPostcode(parts, into);
        if (inTown(slot)) {
            readInTown(parts, postcode, into);
        } else {
            completeFrom(postcode, parts);
            require("municipality", "form.address.municipality", parts, into);
        }
        if (parts.getOrDefault("area", "").isEmpty()
                && parts.getOrDefault("number", "").isEmpty()) {
            into.fault("area", "form.address.area");
        }
        parts.forEach((name, text) -> {
            if (!name.equals("postcode")) {
                into.put(name, text);
            }
        });
    }

    private static Optional<PostalCode> readPostcode(Map<String, String> parts, Draft into) {
        String typed = parts.getOrDefault("postcode", "");
        Optional<PostalCode> postcode = PostalCode.parse(typed);
        if (!typed.isEmpty() && postcode.isEmpty()) {
            into.fault("postcode", "form.address.postcode");
        }
        postcode.ifPresent(code -> into.put("postcode", code.format()));
        return postcode;
    }

    private void readInTown(Map<String, String> parts, Optional<PostalCode> postcode, Draft into) {
        String municipality = parts.getOrDefault("municipality", "");
        if (!municipality.isEmpty() && !municipality.endsWith(town.name())) {
            into.fault("municipality", "form.address.not-in-town", town.name());
        } else if (postcode.isPresent()
                && town.findAreasByPostcode(postcode.get()).isEmpty()) {
            into.fault("postcode", "form.address.not-in-town", town.name());
        }
        parts.put("prefecture", town.prefecture());
        parts.put("municipality", town.municipality());
    }

    private static void require(String part, String key, Map<String, String> parts, Draft into) {
        if (parts.getOrDefault(part, "").isEmpty()) {
            into.fault(part, key);
        }
    }

    /// A postal code of the town says what was left empty.
    private void completeFrom(Optional<PostalCode> postcode, Map<String, String> parts) {
        List<TownArea> areas = postcode.map(town::findAreasByPostcode).orElse(List.of());
        if (areas.isEmpty()) {
            return;
        }
        if (parts.getOrDefault("municipality", "").isEmpty()) {
            parts.put("prefecture", town.prefecture());
            parts.put("municipality", town.municipality());
        }
        List<String> names = areas.stream().map(TownArea::name).distinct().toList();
        if (parts.getOrDefault("area", "").isEmpty() && names.size() == 1) {
            parts.put("area", names.getFirst());
        }
    }

    /// What the button 住所を出す does to the boxes.
    Typed lookUp(Slot slot, Typed typed) {
        List<TownArea> areas = town.findAreasByPostcode(typed.text(slot.part("postcode")));
        if (areas.isEmpty()) {
            return typed;
        }
        Typed filled = typed.with(slot.part("prefecture"), town.prefecture())
                .with(slot.part("municipality"), town.municipality());
        List<String> names = areas.stream().map(TownArea::name).distinct().toList();
        return names.size() == 1 ? filled.with(slot.part("area"), names.getFirst()) : filled;
    }

    @Override
    public Typed press(Slot slot, String button, Typed typed) {
        return button.equals("lookup") ? lookUp(slot, typed) : typed;
    }

    @Override
    public List<String> show(Slot slot, Answers answers, Texts texts) {
        String line = Stream.of("prefecture", "municipality", "area", "number")
                .map(part -> answers.text(slot.part(part)))
                .reduce("", String::concat);
        if (line.isEmpty()) {
            return List.of();
        }
        String postcode = answers.text(slot.part("postcode"));
        return Stream.of(postcode.isEmpty() ? "" : "〒" + postcode, line, answers.text(slot.part("building")))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    @Override
    public Template ask(Slot slot, Asked asked) {
        return AddressPartial.of(slot, asked, inTown(slot), areaNames(slot, asked.typed()), town);
    }

    /// The 町字 to choose from: those of the postal code where one of the town's was typed, else all.
    private List<String> areaNames(Slot slot, Typed typed) {
        List<TownArea> areas = town.findAreasByPostcode(typed.text(slot.part("postcode")));
        return (areas.isEmpty() ? town.areas() : areas)
                .stream().map(TownArea::name).distinct().toList();
    }
}
