package town.machi.messaging;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import town.machi.demo.line.Endpoint;

/// LINE's own OpenAPI, where it stands beside the project, read by a public validator (networknt
/// json-schema-validator).
/// A schema with a discriminator says nothing of its kinds: each message, template and action is checked by its own.
final class LineOpenApi {

    private static final Path FILE = Path.of("../shared/data/line-openapi/messaging-api.yml");
    private static final String BASE = "https://line.example/messaging-api.json";
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode document;
    private final SchemaRegistry schemas;

    private LineOpenApi(JsonNode document) {
        this.document = document;
        this.schemas = SchemaRegistry.withDialect(
                Dialects.getOpenApi30(), builder -> builder.schemas(Map.of(BASE, document.toString())));
    }

    /// Empty where the file is not there.
    static Optional<LineOpenApi> read() {
        if (!Files.exists(FILE)) {
            return Optional.empty();
        }
        try {
            Object yaml = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(FILE));
            return Optional.of(new LineOpenApi(JSON.valueToTree(Objects.requireNonNull(yaml))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is wrong with a body; empty: nothing.
    List<String> faults(Endpoint endpoint, byte[] body) {
        Optional<String> schema = switch (endpoint) {
            case PUSH -> Optional.of("PushMessageRequest");
            case REPLY -> Optional.of("ReplyMessageRequest");
            case MULTICAST -> Optional.of("MulticastRequest");
            case BROADCAST -> Optional.of("BroadcastRequest");
            case RICH_MENU_CREATE -> Optional.of("RichMenuRequest");
            case RICH_MENU_LINK -> Optional.of("RichMenuBulkLinkRequest");
            case RICH_MENU_UNLINK -> Optional.of("RichMenuBulkUnlinkRequest");
            default -> Optional.empty();
        };
        return schema.map(name -> faults(name, JSON.readTree(body))).orElse(List.of());
    }

    private List<String> faults(String schema, JsonNode request) {
        List<String> faults = new ArrayList<>();
        check(schema, request, faults);
        request.path("messages").forEach(message -> {
            kind("Message", message, faults);
            kind("Template", message.path("template"), faults);
            message.path("template").path("actions").forEach(action -> kind("Action", action, faults));
            message.path("quickReply").path("items").forEach(item -> kind("Action", item.path("action"), faults));
        });
        request.path("areas").forEach(area -> kind("Action", area.path("action"), faults));
        return faults;
    }

    /// By the schema that the discriminator's mapping names.
    private void kind(String base, JsonNode value, List<String> faults) {
        if (value.isMissingNode()) {
            return;
        }
        String type = value.path("type").asString("");
        JsonNode mapped = document.path("components")
                .path("schemas")
                .path(base)
                .path("discriminator")
                .path("mapping")
                .path(type);
        if (!mapped.isString()) {
            faults.add(base + " of type " + type);
            return;
        }
        check(mapped.asString().substring(mapped.asString().lastIndexOf('/') + 1), value, faults);
    }

    private void check(String schema, JsonNode value, List<String> faults) {
        Schema rule = schemas.getSchema(SchemaLocation.of(BASE + "#/components/schemas/" + schema));
        for (Error error : rule.validate(value)) {
            faults.add(schema + " " + error.getInstanceLocation() + ": " + error.getMessage());
        }
    }
}
