package town.machi.submission.seal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import town.machi.form.AnswersJson;
import town.machi.submission.Filed;

/// Signs what passes to casework. The signature covers everything in it; the definition's source by its hash.
@Component
public class Packages {

    private static final String PURPOSE = "package";

    private final TownKey key;
    private final JsonMapper json = JsonMapper.builder().build();

    Packages(TownKey key) {
        this.key = key;
    }

    public byte[] sign(Filed filed) {
        return key.sign(PURPOSE, canonical(filed));
    }

    public boolean isGenuine(Filed filed, byte[] signature) {
        return key.isSigned(PURPOSE, canonical(filed), signature);
    }

    /// The same bytes for the same package, whoever writes them.
    private byte[] canonical(Filed filed) {
        ObjectNode node = json.createObjectNode();
        node.put("submission", filed.submission().toString());
        node.put("sequence", filed.sequence());
        node.put("at", filed.at().toString());
        String content = switch (filed) {
            case Filed.New first -> {
                node.put("kind", "new");
                describe(first, node);
                yield AnswersJson.write(first.answers());
            }
            case Filed.Correction correction -> {
                node.put("kind", "correction");
                node.put("files", hashes(correction.files()));
                yield AnswersJson.write(correction.answers());
            }
            case Filed.Withdrawal _ -> {
                node.put("kind", "withdrawal");
                yield "";
            }
        };
        return (json.writeValueAsString(node) + "\n" + content).getBytes(StandardCharsets.UTF_8);
    }

    private static void describe(Filed.New filed, ObjectNode node) {
        node.put("receipt", filed.receipt().symbols());
        node.put("procedure", filed.procedure().value());
        node.put("version", filed.version());
        node.put("definition", filed.definitionHash());
        node.put("channel", filed.channel().code());
        node.put("typist", filed.typist());
        node.put("language", filed.language().code());
        node.put("mail", filed.mail());
        node.put(
                "linked",
                filed.linked().stream().map(Object::toString).sorted().toList().toString());
        node.put("files", hashes(filed.files()));
    }

    private static String hashes(List<Filed.FileRef> files) {
        return files.stream()
                .map(file -> file.id() + "=" + file.sha256())
                .toList()
                .toString();
    }
}
