package town.machi.form.type;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import town.machi.form.Answers;
import town.machi.form.Asked;
import town.machi.form.Parsed;
import town.machi.form.QuestionType;
import town.machi.form.Slot;
import town.machi.form.Typed;
import town.machi.platform.FileId;
import town.machi.platform.Files;
import town.machi.platform.StoredFile;
import town.machi.procedure.ValueKind;
import town.machi.procedure.Words;
import town.machi.shell.Template;
import town.machi.shell.Texts;
import town.machi.shell.component.Upload;

/// Files that were handed in. `max` of them (5 where nothing is said); `accept: photo` or `accept: document` takes only
/// those. What is answered is their ids; the bytes are in platform's `Files`.
@Component
class FileQuestion implements QuestionType {

    private static final int MOST = 5;

    private final BiFunction<Slot, String, Optional<StoredFile>> kept;

    @Autowired
    FileQuestion(Files files) {
        this((_, id) -> isId(id) ? files.find(new FileId(UUID.fromString(id))) : Optional.empty());
    }

    /// @param kept finds a file by what the answer says
    FileQuestion(BiFunction<Slot, String, Optional<StoredFile>> kept) {
        this.kept = kept;
    }

    @Override
    public String type() {
        return "file";
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
        return Set.of("max", "accept");
    }

    @Override
    public Set<String> boxes() {
        return Set.of("", "[]");
    }

    @Override
    public Parsed parse(Slot slot, Typed typed) {
        List<String> ids = typed.listed(slot.path()).stream()
                .filter(id -> !id.isBlank())
                .distinct()
                .toList();
        int most = slot.option("max", MOST);
        if (ids.size() > most) {
            return Parsed.fault(slot.path(), "form.file.too-many", slot.label(), most);
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String id : ids) {
            Optional<StoredFile> file =
                    kept.apply(slot, id).filter(found -> found.owner().equals(slot.owner()));
            if (file.isEmpty()) {
                return Parsed.fault(slot.path(), "form.file.gone", slot.label());
            }
            if (!accepted(slot, file.get().contentType())) {
                return Parsed.fault(slot.path(), "form.file.wrong-type", slot.label(), acceptedWords(slot));
            }
            values.put(slot.entry(values.size()), id);
        }
        return new Parsed(values, List.of());
    }

    private static boolean isId(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    private static boolean accepted(Slot slot, String contentType) {
        return switch (slot.option("accept", "any")) {
            case "photo" -> contentType.startsWith("image/");
            case "document" -> contentType.equals("application/pdf");
            default -> true;
        };
    }

    private static Words acceptedWords(Slot slot) {
        return switch (slot.option("accept", "any")) {
            case "photo" -> new Words("写真（JPEG・PNG・HEIC）", "写真（しゃしん）", "photos (JPEG, PNG, HEIC)");
            default -> new Words("PDF", "PDF", "PDF files");
        };
    }

    private static String acceptedTypes(Slot slot) {
        String photos = "image/jpeg,image/png,image/heic,image/heif";
        return switch (slot.option("accept", "any")) {
            case "photo" -> photos;
            case "document" -> "application/pdf";
            default -> photos + ",application/pdf";
        };
    }

    @Override
    public Parsed missing(Slot slot) {
        return Parsed.fault(slot.path(), "form.file.missing", slot.label());
    }

    /// What was handed in is kept by the town, and not by the boxes of the page.
    @Override
    public Typed held(Slot slot, Typed typed) {
        return typed.only(box -> box.startsWith(slot.path() + "["));
    }

    @Override
    public Typed hold(Slot slot, Typed typed, String value) {
        return typed.with(slot.entry(typed.entries(slot.path())), value);
    }

    @Override
    public Optional<Object> toCondition(Slot slot, Answers answers) {
        List<String> ids = Listed.values(slot, answers);
        return ids.isEmpty() && !slot.question().optional() ? Optional.empty() : Optional.of(ids);
    }

    @Override
    public List<String> show(Slot slot, Answers answers, Texts texts) {
        return Listed.values(slot, answers).stream()
                .map(id -> kept.apply(slot, id)
                        .map(file -> file.name() + " (" + Upload.sizeOf(file.size()) + ")")
                        .orElse(texts.get("form.file.erased")))
                .toList();
    }

    @Override
    public Typed typed(Slot slot, Answers answers) {
        Map<String, String> boxes = new LinkedHashMap<>();
        Listed.values(slot, answers).forEach(id -> boxes.put(slot.entry(boxes.size()), id));
        return Typed.of(boxes);
    }

    @Override
    public List<UUID> files(Slot slot, Answers answers) {
        return Listed.values(slot, answers).stream()
                .filter(FileQuestion::isId)
                .map(UUID::fromString)
                .toList();
    }

    @Override
    public Template ask(Slot slot, Asked asked) {
        List<Upload.Item> items = asked.typed().listed(slot.path()).stream()
                .flatMap(id -> kept.apply(slot, id).stream())
                .filter(file -> file.owner().equals(slot.owner()))
                .map(file -> new Upload.Item(
                        file.id().toString(),
                        file.name(),
                        file.size(),
                        asked.fileHref(file.id().toString())))
                .toList();
        int most = slot.option("max", MOST);
        return new FilePartial(
                asked.field(slot),
                new Upload(items, most, Files.LARGEST_BYTES, acceptedTypes(slot), asked.fileHref(slot.path())));
    }
}
