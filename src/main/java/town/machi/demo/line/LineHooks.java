package town.machi.demo.line;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;
import town.machi.messaging.LineSignature;

/// Tells the town what its friends say: signed webhooks, as LINE sends them.
public final class LineHooks {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String DESTINATION = "U00000000000000000000000000000000";

    /// How a delivery reaches the town.
    public interface Way {

        /// @return the HTTP status; 0 when nobody answers
        int post(byte[] body, String signature);
    }

    private final String secret;
    private final Way way;
    private final Clock clock;
    private final AtomicLong number = new AtomicLong();

    LineHooks(String secret, Way way, Clock clock) {
        this.secret = secret;
        this.way = way;
        this.clock = clock;
    }

    /// Over HTTP.
    ///
    /// @param webhook where the town listens, known at the latest when somebody says something
    public static Way to(Supplier<URI> webhook) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        return (body, signature) -> post(client, webhook.get(), body, signature);
    }

    /// The parts that every event has.
    ///
    /// @param replyToken empty: none
    Map<String, Object> event(String type, String user, String replyToken) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("type", type);
        event.put("mode", "active");
        event.put("timestamp", clock.millis());
        event.put("source", Map.of("type", "user", "userId", user));
        event.put(
                "webhookEventId",
                "01"
                        + UUID.randomUUID()
                                .toString()
                                .replace("-", "")
                                .substring(0, 24)
                                .toUpperCase(java.util.Locale.ROOT));
        event.put("deliveryContext", Map.of("isRedelivery", false));
        if (!replyToken.isEmpty()) {
            event.put("replyToken", replyToken);
        }
        return event;
    }

    String newMessageId() {
        return Long.toString(500_000_000_000_000_000L + number.incrementAndGet());
    }

    /// Sends events in one delivery.
    ///
    /// @return the HTTP status; 0 when nobody answers
    public int deliver(List<Map<String, Object>> events) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("destination", DESTINATION);
        body.put("events", events);
        byte[] bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        return way.post(bytes, LineSignature.of(secret, bytes));
    }

    /// Sends any bytes with any signature.
    public int deliver(byte[] body, String signature) {
        return way.post(body, signature);
    }

    private static int post(HttpClient client, URI webhook, byte[] body, String signature) {
        HttpRequest request = HttpRequest.newBuilder(webhook)
                .timeout(Duration.ofSeconds(10))
                .header("content-type", "application/json; charset=utf-8")
                .header("x-line-signature", signature)
                .header("user-agent", "LineBotWebhook/2.0")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
