package town.machi.messaging.line;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import town.machi.messaging.LineSignature;
import town.machi.messaging.jdbc.LineEventRows;
import town.machi.messaging.jdbc.LineEventRows.Arrived;
import town.machi.platform.Ids;

/// Takes in what LINE tells, and nothing more: the work comes later, so that LINE has its answer at once.
@Component
public class WebhookInbox {

    /// What came of one delivery.
    public enum Outcome {
        TAKEN,
        WRONG_SIGNATURE,
        NO_JSON
    }

    private final LineConnection connection;
    private final LineEventRows rows;
    private final Ids ids;
    private final Clock clock;
    private final JsonMapper json;
    private final LineBell bell;

    WebhookInbox(LineConnection connection, LineEventRows rows, Ids ids, Clock clock, JsonMapper json, LineBell bell) {
        this.connection = connection;
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
        this.bell = bell;
    }

    /// @param body the very bytes
    public Outcome take(byte[] body, @Nullable String signature) {
        String secret = connection.account().map(account -> account.secret()).orElse("");
        if (!LineSignature.isGood(secret, body, signature)) {
            return Outcome.WRONG_SIGNATURE;
        }
        List<Arrived> events = new ArrayList<>();
        try {
            json.readTree(body).path("events").forEach(event -> add(event, events));
        } catch (JacksonException e) {
            return Outcome.NO_JSON;
        }
        if (!events.isEmpty()) {
            rows.insert(events, clock.instant());
            bell.ring();
        }
        return Outcome.TAKEN;
    }

    /// Whatever it is, it is kept; only what has no id cannot be told from its repeats, and is left.
    private void add(JsonNode event, List<Arrived> to) {
        String name = event.path("webhookEventId").asString("");
        if (name.isEmpty() || to.stream().anyMatch(same -> same.webhookEventId().equals(name))) {
            return;
        }
        String body = event.toString().replace("\\u0000", "");
        String picture = IncomingReader.read(body) instanceof Incoming.Said said
                        && said.what() instanceof Incoming.What.Picture shown
                ? shown.messageId()
                : null;
        to.add(new Arrived(ids.next(), name, body, picture));
    }
}
