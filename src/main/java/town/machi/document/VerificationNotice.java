package town.machi.document;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import town.machi.platform.Exchange;
import town.machi.platform.Zone;
import town.machi.procedure.Words;

/// Where the town is cut in two: what anybody may hear of a document that was issued inside, by its code, which only
/// the document says. The code itself does not pass, only what is made of it.
@Component
class VerificationNotice {

    private static final String KIND = "document.verification";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Exchange exchange;

    VerificationNotice(Exchange exchange) {
        this.exchange = exchange;
    }

    void tell(VerificationCode code, Verification told) {
        if (exchange.zone() == Zone.INNER) {
            exchange.post(KIND, name(code), write(told));
        }
    }

    Optional<Verification> find(VerificationCode code) {
        return exchange.zone() == Zone.PUBLIC
                ? exchange.findPosted(KIND, name(code)).map(VerificationNotice::read)
                : Optional.empty();
    }

    private static String name(VerificationCode code) {
        return UUID.nameUUIDFromBytes((KIND + " " + code.symbols()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static String write(Verification told) {
        var node = JSON.createObjectNode()
                .put("number", told.number())
                .put("issuedOn", told.issuedOn().toString())
                .put("pages", told.pages())
                .put("sha256", told.sha256());
        node.set("kind", words(told.kind()));
        node.set("section", words(told.section()));
        return JSON.writeValueAsString(node);
    }

    private static JsonNode words(Words words) {
        return JSON.createObjectNode()
                .put("ja", words.ja())
                .put("easy", words.easy())
                .put("en", words.en());
    }

    private static Verification read(String content) {
        JsonNode node = JSON.readTree(content);
        return new Verification(
                words(node, "kind"),
                text(node, "number"),
                LocalDate.parse(node.required("issuedOn").asString()),
                words(node, "section"),
                node.required("pages").asInt(),
                node.required("sha256").asString());
    }

    private static Words words(JsonNode node, String name) {
        JsonNode words = node.required(name);
        return new Words(words.required("ja").asString(), text(words, "easy"), text(words, "en"));
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.path(name).asStringOpt().orElse(null);
    }
}
