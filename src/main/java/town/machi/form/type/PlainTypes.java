package town.machi.form.type;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import town.machi.form.QuestionType;
import town.machi.form.QuestionTypes;
import town.machi.form.Slot;
import town.machi.platform.FileId;
import town.machi.platform.StoredFile;
import town.machi.platform.Town;

/// The kinds of question of this room without Spring and database, for commands and examples. A file is answered by its
/// name alone (`roof.jpg`), and is what its name says.
public final class PlainTypes {

    private static final Map<String, String> TYPES = Map.of(
            "jpg",
            "image/jpeg",
            "jpeg",
            "image/jpeg",
            "png",
            "image/png",
            "heic",
            "image/heic",
            "pdf",
            "application/pdf");

    private PlainTypes() {}

    public static QuestionTypes of(Town town) {
        List<QuestionType> types = List.of(
                new TextQuestion(),
                new LongTextQuestion(),
                new NumberQuestion(),
                new YenQuestion(),
                new DateQuestion(),
                new ChoiceQuestion(),
                new ChoicesQuestion(),
                new PersonQuestion(),
                new AddressQuestion(town),
                new PhoneQuestion(),
                new MailQuestion(),
                new BankAccountQuestion(),
                new PlaceQuestion(town),
                new GroupQuestion(),
                new ConsentQuestion(),
                new FileQuestion(PlainTypes::named));
        return new QuestionTypes(types);
    }

    private static Optional<StoredFile> named(Slot slot, String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(TYPES.get(ending))
                .map(type -> new StoredFile(
                        new FileId(new UUID(0, 0)),
                        name,
                        type,
                        0,
                        "",
                        slot.owner(),
                        Optional.empty(),
                        Optional.of(type),
                        Instant.EPOCH));
    }
}
