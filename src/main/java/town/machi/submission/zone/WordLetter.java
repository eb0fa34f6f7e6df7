package town.machi.submission.zone;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import town.machi.platform.Letter;
import town.machi.procedure.Words;
import town.machi.submission.PartKept;
import town.machi.submission.StatusWord;

/// A status word as a letter and back, and the two short letters: a part that goes on, a withdrawal that came too late.
/// A word holds what the resident may see, and nothing else of the case.
public final class WordLetter {

    public static final String WORD = "submission.word";
    public static final String KEPT = "submission.kept";
    public static final String TOO_LATE = "submission.withdrawal-late";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeSet<String>> PATHS = new TypeReference<>() {};

    private WordLetter() {}

    public static Letter of(StatusWord word) {
        var node = JSON.createObjectNode()
                .put("submission", word.submission().toString())
                .put("revision", word.revision())
                .put("at", word.at().toString())
                .put("state", word.state())
                .put("ja", word.label().ja())
                .put("easy", word.label().easy())
                .put("en", word.label().en())
                .put("message", word.message())
                .put("firm", word.firm())
                .put("closed", word.closed());
        node.set("open", JSON.valueToTree(new TreeSet<>(word.openFields())));
        return new Letter(WORD, about(word.submission()), JSON.writeValueAsString(node));
    }

    public static StatusWord readWord(String content) {
        var node = JSON.readTree(content);
        Set<String> open = JSON.convertValue(node.required("open"), PATHS);
        return new StatusWord(
                UUID.fromString(node.required("submission").asString()),
                node.required("revision").asInt(),
                Instant.parse(node.required("at").asString()),
                node.required("state").asString(),
                new Words(
                        node.required("ja").asString(),
                        node.required("easy").asStringOpt().orElse(null),
                        node.required("en").asStringOpt().orElse(null)),
                open,
                node.required("message").asStringOpt().orElse(null),
                node.required("firm").asBoolean(),
                node.required("closed").asBoolean());
    }

    public static Letter of(PartKept kept) {
        return brief(KEPT, kept.submission(), kept.at());
    }

    public static PartKept readKept(String content) {
        var node = JSON.readTree(content);
        return new PartKept(
                UUID.fromString(node.required("submission").asString()),
                Instant.parse(node.required("at").asString()));
    }

    public static Letter tooLate(UUID submission, Instant at) {
        return brief(TOO_LATE, submission, at);
    }

    public static UUID readTooLate(String content) {
        return UUID.fromString(JSON.readTree(content).required("submission").asString());
    }

    private static Letter brief(String kind, UUID submission, Instant at) {
        var node =
                JSON.createObjectNode().put("submission", submission.toString()).put("at", at.toString());
        return new Letter(kind, about(submission), JSON.writeValueAsString(node));
    }

    private static String about(UUID submission) {
        return "submission:" + submission;
    }
}
