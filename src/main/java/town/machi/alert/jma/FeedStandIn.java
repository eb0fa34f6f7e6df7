package town.machi.alert.jma;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.springframework.context.SmartLifecycle;
import town.machi.kernel.BusinessCalendar;

/// The 気象庁's feed for the demo and for tests: an HTTP server on loopback that serves an Atom feed and telegrams,
/// with ETag and 304 as the real one. Which telegrams are in the feed is decided by [#publish].
public final class FeedStandIn implements SmartLifecycle {

    private final Path folder;
    private final Clock clock;
    private final List<String> published = new CopyOnWriteArrayList<>();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private volatile @org.jspecify.annotations.Nullable HttpServer server;

    /// @param folder with telegrams; `{now}` in them is the moment of publishing
    public FeedStandIn(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /// What can be published, by name.
    public List<String> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".xml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Puts one of [#list] into the feed.
    public void publish(String name) {
        if (!list().contains(name)) {
            throw new IllegalArgumentException("no such telegram: " + name);
        }
        try {
            String now = OffsetDateTime.now(clock.withZone(BusinessCalendar.TOKYO))
                    .truncatedTo(ChronoUnit.SECONDS)
                    .toString();
            publish(name, Files.readString(folder.resolve(name)).replace("{now}", now));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void publish(String name, String xml) {
        String served = (published.size() + 1) + "_0_" + name;
        files.put(served, xml.getBytes(StandardCharsets.UTF_8));
        published.addFirst(served);
    }

    /// With a slash at its end.
    public String base() {
        HttpServer running = server;
        if (running == null) {
            throw new IllegalStateException("the stand-in does not run");
        }
        return "http://127.0.0.1:" + running.getAddress().getPort() + "/";
    }

    @Override
    public synchronized void start() {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            made.createContext("/", this::answer);
            made.start();
            server = made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void stop() {
        HttpServer running = server;
        if (running != null) {
            running.stop(0);
            server = null;
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    /// Before the jobs, which ask it.
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE / 2;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String name = exchange.getRequestURI().getPath().substring(1);
            byte[] found = name.equals("extra.xml") || name.equals("eqvol.xml") ? feed() : files.get(name);
            if (found == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            String etag = "\"" + Integer.toHexString(java.util.Arrays.hashCode(found)) + "\"";
            exchange.getResponseHeaders().set("ETag", etag);
            exchange.getResponseHeaders().set("Content-Type", "application/xml; charset=UTF-8");
            if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            exchange.sendResponseHeaders(200, found.length);
            exchange.getResponseBody().write(found);
        }
    }

    private byte[] feed() {
        List<String> lines = new ArrayList<>();
        lines.add("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
        lines.add("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>見本のフィード</title>");
        published.forEach(name -> lines.add(
                "<entry><title>見本</title><link type=\"application/xml\" href=\"" + base() + name + "\"/></entry>"));
        lines.add("</feed>");
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }
}
