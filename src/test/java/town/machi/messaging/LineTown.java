package town.machi.messaging;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import town.machi.demo.line.Endpoint;
import town.machi.demo.line.LineHooks;
import town.machi.demo.line.LinePlatform;
import town.machi.support.TestClock;

/// The stand-in beside a house under test: its calls are recorded, and what friends say goes straight to the inbox.
public final class LineTown {

    private static final JsonMapper JSON = new JsonMapper();

    private final TestClock clock = new TestClock();
    private final AtomicReference<LineHooks.Way> inbox = new AtomicReference<>();
    private final List<LinePlatform.Seen> seen = new CopyOnWriteArrayList<>();
    private final LinePlatform platform = LinePlatform.start(
            "test-secret",
            "test-token",
            (body, signature) -> Objects.requireNonNull(inbox.get()).post(body, signature),
            clock);

    private final Optional<LineOpenApi> openApi = LineOpenApi.read();
    private final List<String> faults = new CopyOnWriteArrayList<>();

    public LineTown() {
        platform.listen(each -> {
            seen.add(each);
            openApi.ifPresent(rules -> faults.addAll(
                    rules.faults(each.call().endpoint(), each.call().body())));
        });
    }

    /// What of all that the house has ever sent LINE's OpenAPI forbids.
    public List<String> faults() {
        return faults;
    }

    /// For `@DynamicPropertySource`.
    public void register(DynamicPropertyRegistry registry) {
        registry.add("machi.line.secret", () -> platform.account().secret());
        registry.add("machi.line.token", () -> platform.account().token());
        registry.add("machi.line.api", () -> platform.account().api().toString());
        registry.add("machi.line.data-api", () -> platform.account().dataApi().toString());
        registry.add("machi.line.answer-within", () -> "500ms");
    }

    /// What friends say goes to this house.
    public void connect(MockMvc http) {
        inbox.set((body, signature) -> deliver(http, body, signature));
    }

    /// One call of the webhook.
    ///
    /// @return the status that was answered
    public static int deliver(MockMvc http, byte[] body, String signature) {
        try {
            return http.perform(post("/line/webhook")
                            .contentType("application/json")
                            .header("x-line-signature", signature)
                            .content(body))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public LinePlatform platform() {
        return platform;
    }

    /// The platform's own clock; not the house's.
    public TestClock clock() {
        return clock;
    }

    public void forget() {
        seen.clear();
        platform.faults().clear();
        platform.resetLimits();
    }

    public List<LinePlatform.Seen> calls(Endpoint endpoint) {
        return seen.stream().filter(each -> each.call().endpoint() == endpoint).toList();
    }

    public static JsonNode body(LinePlatform.Seen seen) {
        return JSON.readTree(seen.call().body());
    }

    public static Set<String> keys(List<LinePlatform.Seen> calls) {
        return calls.stream()
                .map(each -> each.call().headers().get("x-line-retry-key"))
                .collect(Collectors.toSet());
    }

    /// LINE's id with that number.
    public static String user(int number) {
        return "U" + String.format("%032x", number);
    }

    /// Friends that the house knows already, straight in its table.
    public List<String> settle(JdbcClient jdbc, int heads, String district, String language) {
        List<String> users = new ArrayList<>();
        int from = platform.phones().list().size() + 1;
        for (int i = from; i < from + heads; i++) {
            platform.phones().addFriend(user(i), "例" + i);
            users.add(user(i));
        }
        jdbc.sql("""
                INSERT INTO messaging.friend (id, line_user_id, district, language, since)
                SELECT gen_random_uuid(), u, :district, :language, '2026-04-01T09:00:00+09:00'
                FROM unnest(:users::text[]) AS u
                """)
                .param("users", users.toArray(String[]::new))
                .param("district", district.isEmpty() ? null : district)
                .param("language", language)
                .update();
        return users;
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
