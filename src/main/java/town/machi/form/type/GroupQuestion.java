package town.machi.form.type;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import town.machi.form.Answers;
import town.machi.form.Asked;
import town.machi.form.FieldFault;
import town.machi.form.Parsed;
import town.machi.form.QuestionType;
import town.machi.form.Slot;
import town.machi.form.Typed;
import town.machi.procedure.Question;
import town.machi.procedure.ValueKind;
import town.machi.shell.Template;
import town.machi.shell.Texts;

/// The same few questions once for each of several: the members of a household. `min` and `max` entries (0 or 1, and
/// 30). The box `-count` says how many stand on the page; entries left blank altogether are dropped.
@Component
class GroupQuestion implements QuestionType {

    private static final int MOST = 30;

    @Override
    public String type() {
        return "group";
    }

    @Override
    public ValueKind kind() {
        return ValueKind.LIST;
    }

    @Override
    public Map<String, ValueKind> parts() {
        return Map.of();
    }

    @Override
    public Set<String> options() {
        return Set.of("min", "max");
    }

    @Override
    public boolean takesChildren() {
        return true;
    }

    @Override
    public Set<String> boxes() {
        return Set.of("-count");
    }

    @Override
    public boolean hasBox(Slot slot, String box) {
        if (box.equals(slot.box("count"))) {
            return true;
        }
        int dot = box.indexOf("].", slot.path().length());
        if (dot < 0 || !box.substring(slot.path().length(), dot + 1).matches("\\[\\d{1,2}]")) {
            return false;
        }
        int index = Integer.parseInt(box.substring(slot.path().length() + 1, dot));
        return children(slot, index).stream()
                .anyMatch(child ->
                        Answers.belongsTo(child.path(), box) && child.type().hasBox(child, box));
    }

    @Override
    public Parsed parse(Slot slot, Typed typed) {
        Map<String, String> values = new HashMap<>();
        List<FieldFault> faults = new ArrayList<>();
        int kept = 0;
        for (int index = 0; index < shownEntries(slot, typed); index++) {
            List<Slot> children = children(slot, index);
            if (isBlank(children, typed)) {
                continue;
            }
            for (Slot child : children) {
                Parsed parsed = child.parse(typed);
                faults.addAll(parsed.faults());
                String from = slot.entry(index);
                String to = slot.entry(kept);
                parsed.values().forEach((path, value) -> values.put(to + path.substring(from.length()), value));
            }
            kept++;
        }
        faults.addAll(count(slot, kept));
        return faults.isEmpty() ? new Parsed(values, List.of()) : new Parsed(Map.of(), faults);
    }

    private List<FieldFault> count(Slot slot, int entries) {
        int least = least(slot);
        if (entries == 0 && (slot.question().optional() || least <= 1)) {
            return List.of();
        }
        if (entries < least) {
            return List.of(FieldFault.of(firstBox(slot), "form.group-min", slot.label(), least));
        }
        int most = most(slot);
        return entries > most
                ? List.of(FieldFault.of(firstBox(slot), "form.group-max", slot.label(), most))
                : List.of();
    }

    /// A box that a page fills by itself (a ticked kind of account) makes no entry; what was typed does.
    private static boolean isBlank(List<Slot> children, Typed typed) {
        return children.stream()
                .allMatch(child -> child.type().parse(child, typed).isNothing());
    }

    static int least(Slot slot) {
        return slot.option("min", slot.question().optional() ? 0 : 1);
    }

    static int most(Slot slot) {
        return Math.min(99, slot.option("max", MOST));
    }

    /// How many entries stand on the page: as many as the page said or as have boxes, one at least, and one more than
    /// may be at most, so that too many are seen.
    static int shownEntries(Slot slot, Typed typed) {
        String count = typed.text(slot.box("count"));
        int said = count.matches("\\d{1,2}") ? Integer.parseInt(count) : 0;
        return Math.min(most(slot) + 1, Math.max(Math.max(said, typed.entries(slot.path())), Math.max(1, least(slot))));
    }

    static List<Slot> children(Slot slot, int index) {
        List<Slot> children = new ArrayList<>();
        for (Question child : slot.question().children()) {
            children.add(slot.child(child, index));
        }
        return children;
    }

    /// One word for each entry, so that a condition can count them.
    @Override
    public Optional<Object> toCondition(Slot slot, Answers answers) {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < entries(slot, answers); i++) {
            entries.add(Integer.toString(i + 1));
        }
        return entries.isEmpty() && !slot.question().optional() ? Optional.empty() : Optional.of(List.copyOf(entries));
    }

    private static int entries(Slot slot, Answers answers) {
        int count = 0;
        while (hasAny(answers, slot.entry(count))) {
            count++;
        }
        return count;
    }

    private static boolean hasAny(Answers answers, String entry) {
        var rest = answers.byPath().tailMap(entry);
        return !rest.isEmpty() && rest.firstKey().startsWith(entry);
    }

    @Override
    public List<String> show(Slot slot, Answers answers, Texts texts) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < entries(slot, answers); i++) {
            lines.add(texts.get("form.group-entry", i + 1));
            for (Slot child : children(slot, i)) {
                List<String> shown = child.type().show(child, answers, texts);
                if (!shown.isEmpty()) {
                    lines.add(child.label().in(texts.language()) + "： " + String.join("\u3000", shown));
                }
            }
        }
        return List.copyOf(lines);
    }

    @Override
    public Typed typed(Slot slot, Answers answers) {
        Typed typed = Typed.NOTHING;
        int entries = entries(slot, answers);
        for (int i = 0; i < entries; i++) {
            for (Slot child : children(slot, i)) {
                typed = typed.and(child.type().typed(child, answers));
            }
        }
        return entries == 0 ? typed : typed.with(slot.box("count"), Integer.toString(entries));
    }

    @Override
    public Typed held(Slot slot, Typed typed) {
        Typed held = Typed.NOTHING;
        for (int i = 0; i < shownEntries(slot, typed); i++) {
            for (Slot child : children(slot, i)) {
                held = held.and(child.type().held(child, typed));
            }
        }
        return held;
    }

    /// `add`, or `remove` with the index of the entry behind it.
    @Override
    public Typed press(Slot slot, String button, Typed typed) {
        int entries = shownEntries(slot, typed);
        if (button.equals("add")) {
            return typed.with(slot.box("count"), Integer.toString(Math.min(most(slot), entries + 1)));
        }
        return button.matches("remove\\d{1,2}")
                ? without(slot, Integer.parseInt(button.substring(6)), typed, entries)
                : typed;
    }

    private static Typed without(Slot slot, int removed, Typed typed, int entries) {
        SortedMap<String, List<String>> boxes = new TreeMap<>();
        typed.boxes().forEach((box, values) -> {
            int index = box.startsWith(slot.path() + "[") ? Typed.indexAfter(slot.path(), box) : -1;
            if (index < 0 || index < removed) {
                boxes.put(box, values);
            } else if (index > removed) {
                boxes.put(
                        slot.entry(index - 1) + box.substring(slot.entry(index).length()), values);
            }
        });
        return new Typed(boxes).with(slot.box("count"), Integer.toString(Math.max(1, entries - 1)));
    }

    @Override
    public List<UUID> files(Slot slot, Answers answers) {
        List<UUID> files = new ArrayList<>();
        for (int i = 0; i < entries(slot, answers); i++) {
            children(slot, i).forEach(child -> files.addAll(child.type().files(child, answers)));
        }
        return List.copyOf(files);
    }

    @Override
    public Template ask(Slot slot, Asked asked) {
        return GroupPartial.of(slot, asked);
    }
}
