package town.machi.demo.line;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import town.machi.messaging.LineAccount;

/// The Messaging API on a free port of the loopback.
///
/// Made for the demo and for tests: it keeps all in memory, tells listeners each call with its answer, and does faults
/// on demand.
public final class LinePlatform implements AutoCloseable {

    static {
        // Without it small answers wait for 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /// A call and what came of it.
    ///
    /// @param status 0 where no answer was given
    public record Seen(LineCall call, int status) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String secret;
    private final String token;
    private final LineFaults faults = new LineFaults();
    private final LineHooks hooks;
    private final LinePhones phones;
    private final LineDesk desk;
    private final List<Consumer<Seen>> listeners = new CopyOnWriteArrayList<>();

    private LinePlatform(String secret, String token, LineHooks.Way webhook, Clock clock) throws IOException {
        this.secret = secret;
        this.token = token;
        this.hooks = new LineHooks(secret, webhook, clock);
        this.phones = new LinePhones(hooks, clock);
        this.desk = new LineDesk(token, phones, clock);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /// @param webhook how what friends say reaches the town: [LineHooks#to]
    public static LinePlatform start(String secret, String token, LineHooks.Way webhook, Clock clock) {
        try {
            return new LinePlatform(secret, token, webhook, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the town must know to use it.
    public LineAccount account() {
        URI here = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new LineAccount(secret, token, here, here, Duration.ofSeconds(10));
    }

    public LinePhones phones() {
        return phones;
    }

    public LineFaults faults() {
        return faults;
    }

    public LineHooks hooks() {
        return hooks;
    }

    public LineMenus menus() {
        return desk.menus();
    }

    /// How many messages the account has sent this month, and the most that it may; negative: no limit.
    public LineQuota quota() {
        return desk.quota();
    }

    /// Forgets which calls were made when.
    public void resetLimits() {
        desk.resetLimits();
    }

    public void listen(Consumer<Seen> listener) {
        listeners.add(listener);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            LineCall call = read(exchange);
            LineFaults.Fault fault = faults.take(call.endpoint());
            pause(faults.latency());
            switch (fault) {
                case LineFaults.Fault.None _ -> answer(exchange, call, desk.handle(call));
                case LineFaults.Fault.Broken(int status) ->
                    answer(exchange, call, LineReply.fault(status, "An error occurred"));
                case LineFaults.Fault.TooMany(Duration wait) ->
                    answer(exchange, call, desk.tooMany().with("Retry-After", Long.toString(wait.toSeconds())));
                case LineFaults.Fault.Late(Duration by) -> {
                    LineReply reply = desk.handle(call);
                    tell(call, reply.status());
                    pause(by);
                    write(exchange, reply);
                }
                case LineFaults.Fault.LostAnswer _ -> {
                    desk.handle(call);
                    tell(call, 0);
                }
                case LineFaults.Fault.LostCall _ -> tell(call, 0);
                case LineFaults.Fault.Silent(Duration time) -> {
                    tell(call, 0);
                    pause(time);
                }
            }
        }
    }

    private static LineCall read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return new LineCall(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                Map.copyOf(headers),
                exchange.getRequestBody().readAllBytes());
    }

    private void answer(HttpExchange exchange, LineCall call, LineReply reply) throws IOException {
        tell(call, reply.status());
        write(exchange, reply);
    }

    private static void write(HttpExchange exchange, LineReply reply) throws IOException {
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
        exchange.getResponseBody().write(reply.body());
    }

    private void tell(LineCall call, int status) {
        Seen seen = new Seen(call, status);
        listeners.forEach(listener -> listener.accept(seen));
    }

    private static void pause(Duration time) {
        if (!time.isZero()) {
            try {
                Thread.sleep(time);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
