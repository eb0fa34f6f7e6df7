package town.machi.casework.desk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import town.machi.kernel.Language;
import town.machi.kernel.ReceiptNumber;
import town.machi.platform.Letter;

/// What a resident is told of their case, before it has become a mail or a message on LINE.
///
/// @param title of the procedure, in the language
/// @param mail null: they gave no address
/// @param said what the act says, and what the office writes
/// @param section with its telephone
record ResidentNote(
        UUID submission,
        ReceiptNumber receipt,
        Language language,
        String title,
        @Nullable String mail,
        String said,
        String section) {

    static final String KIND = "casework.note";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    String about() {
        return "submission:" + submission;
    }

    Letter letter() {
        var node = JSON.createObjectNode()
                .put("submission", submission.toString())
                .put("receipt", receipt.symbols())
                .put("language", language.code())
                .put("title", title)
                .put("mail", mail)
                .put("said", said)
                .put("section", section);
        return new Letter(KIND, about(), JSON.writeValueAsString(node));
    }

    static ResidentNote read(String content) {
        var node = JSON.readTree(content);
        return new ResidentNote(
                UUID.fromString(node.required("submission").asString()),
                new ReceiptNumber(node.required("receipt").asString()),
                Language.ofCode(node.required("language").asString()),
                node.required("title").asString(),
                node.required("mail").asStringOpt().orElse(null),
                node.required("said").asString(),
                node.required("section").asString());
    }

    /// Who is told what is personal; logs get neither.
    @Override
    public String toString() {
        return "note about " + about();
    }
}
