package town.machi.submission.zone;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import town.machi.form.Answers;
import town.machi.form.AnswersJson;
import town.machi.kernel.Language;
import town.machi.kernel.ReceiptNumber;
import town.machi.platform.FileId;
import town.machi.platform.Letter;
import town.machi.procedure.Channel;
import town.machi.procedure.ProcedureName;
import town.machi.procedure.ProcedureSource;
import town.machi.submission.Filed;

/// A package as a letter and back. What it says of its files is their ids; name, kind and hash are those of what
/// arrived.
public final class FiledLetter {

    public static final String KIND = "submission.filed";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FiledLetter() {}

    public static Letter of(Filed filed) {
        ObjectNode node = JSON.createObjectNode();
        node.put("submission", filed.submission().toString());
        node.put("sequence", filed.sequence());
        node.put("at", filed.at().toString());
        List<Filed.FileRef> files = switch (filed) {
            case Filed.New first -> {
                node.put("what", "new");
                describe(first, node);
                yield first.files();
            }
            case Filed.Correction correction -> {
                node.put("what", "correction");
                node.set("answers", JSON.readTree(AnswersJson.write(correction.answers())));
                yield correction.files();
            }
            case Filed.Withdrawal _ -> {
                node.put("what", "withdrawal");
                yield List.of();
            }
        };
        ids(node.putArray("files"), files.stream().map(Filed.FileRef::id).toList());
        List<FileId> parts =
                files.stream().map(file -> new FileId(file.id())).distinct().toList();
        return new Letter(KIND, "submission:" + filed.submission(), JSON.writeValueAsString(node), parts);
    }

    private static void describe(Filed.New filed, ObjectNode node) {
        node.put("receipt", filed.receipt().symbols());
        node.put("procedure", filed.procedure().value());
        node.put("version", filed.version());
        node.put("definition", filed.definitionHash());
        ObjectNode source = node.putObject("source");
        filed.source().files().forEach(source::put);
        node.set("answers", JSON.readTree(AnswersJson.write(filed.answers())));
        node.put("channel", filed.channel().code());
        node.put("typist", filed.typist());
        node.put("language", filed.language().code());
        node.put("mail", filed.mail());
        ids(node.putArray("linked"), new TreeSet<>(filed.linked()));
    }

    private static void ids(ArrayNode array, Iterable<UUID> ids) {
        ids.forEach(id -> array.add(id.toString()));
    }

    /// Which submission it is about.
    static UUID submission(String content) {
        return UUID.fromString(text(JSON.readTree(content), "submission"));
    }

    /// @param files what is known here of a file that came with it
    /// @throws RuntimeException when it is no package
    public static Filed read(String content, Function<UUID, Filed.FileRef> files) {
        JsonNode node = JSON.readTree(content);
        UUID submission = UUID.fromString(text(node, "submission"));
        int sequence = node.required("sequence").asInt();
        Instant at = Instant.parse(text(node, "at"));
        List<Filed.FileRef> refs =
                ids(node.required("files")).stream().map(files).toList();
        return switch (text(node, "what")) {
            case "new" -> first(node, submission, sequence, at, refs);
            case "correction" -> new Filed.Correction(submission, sequence, at, answers(node), refs);
            case "withdrawal" -> new Filed.Withdrawal(submission, sequence, at);
            default -> throw new IllegalArgumentException("unknown package " + text(node, "what"));
        };
    }

    private static Filed.New first(
            JsonNode node, UUID submission, int sequence, Instant at, List<Filed.FileRef> files) {
        SortedMap<String, String> source = new TreeMap<>();
        node.required("source")
                .properties()
                .forEach(file -> source.put(file.getKey(), file.getValue().asString()));
        return new Filed.New(
                submission,
                sequence,
                at,
                new ReceiptNumber(text(node, "receipt")),
                new ProcedureName(text(node, "procedure")),
                node.required("version").asInt(),
                text(node, "definition"),
                sound(new ProcedureSource(source), text(node, "definition")),
                answers(node),
                files,
                Channel.valueOf(text(node, "channel").toUpperCase(Locale.ROOT)),
                find(node, "typist"),
                Language.ofCode(text(node, "language")),
                find(node, "mail"),
                Set.copyOf(ids(node.required("linked"))));
    }

    private static ProcedureSource sound(ProcedureSource source, String hash) {
        if (!source.hash().equals(hash)) {
            throw new IllegalArgumentException("the definition is not the one that was answered");
        }
        return source;
    }

    private static Answers answers(JsonNode node) {
        return AnswersJson.read(JSON.writeValueAsString(node.required("answers")));
    }

    private static List<UUID> ids(JsonNode array) {
        return array.valueStream().map(id -> UUID.fromString(id.asString())).toList();
    }

    private static String text(JsonNode node, String name) {
        return Objects.requireNonNull(find(node, name), name);
    }

    private static @Nullable String find(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value.asString();
    }
}
