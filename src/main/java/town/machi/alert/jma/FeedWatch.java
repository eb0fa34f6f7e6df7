package town.machi.alert.jma;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.xml.stream.XMLStreamException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.machi.alert.jdbc.TelegramRows;

/// Watches the feeds of the 気象庁, one node at a time, and takes what is new in them. Asks politely: what has not
/// changed is not sent again (ETag, If-Modified-Since), and each telegram is fetched once.
public class FeedWatch {

    private static final Logger log = LoggerFactory.getLogger(FeedWatch.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LARGEST_BYTES = 4 * 1024 * 1024;
    private static final int MOST_AT_ONCE = 50;
    private static final Duration KEPT = Duration.ofDays(400);

    private final FeedProperties properties;
    private final Supplier<List<URI>> urls;
    private final TelegramDesk desk;
    private final TelegramRows rows;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /// @param urls of the feeds; none: nothing is watched
    FeedWatch(FeedProperties properties, Supplier<List<URI>> urls, TelegramDesk desk, TelegramRows rows, Clock clock) {
        this.properties = properties;
        this.urls = urls;
        this.desk = desk;
        this.rows = rows;
        this.clock = clock;
    }

    /// Looks at every feed once.
    public void look() {
        urls.get().forEach(this::look);
    }

    private void look(URI url) {
        TelegramRows.Feed feed = rows.listFeeds().stream()
                .filter(each -> each.url().equals(url.toString()))
                .findFirst()
                .orElse(new TelegramRows.Feed(url.toString(), "", "", Optional.empty(), Optional.empty(), ""));
        try {
            HttpResponse<InputStream> answer = http.send(asking(url, feed), BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                switch (answer.statusCode()) {
                    case 304 -> rows.put(seen(feed, feed.etag(), feed.lastModified(), feed.changedAt()));
                    case 200 -> changed(url, feed, answer, body.readNBytes(LARGEST_BYTES));
                    default -> rows.put(failed(feed, "HTTP " + answer.statusCode()));
                }
            }
        } catch (IOException | XMLStreamException e) {
            rows.put(failed(feed, e.getClass().getSimpleName()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The mark of having seen it is kept only once everything in it is taken.
    private void changed(URI url, TelegramRows.Feed feed, HttpResponse<InputStream> answer, byte[] atom)
            throws XMLStreamException {
        boolean all = true;
        int fetched = 0;
        for (URI link : FeedReader.links(url, atom)) {
            if (!desk.mayBeOurs(fileName(link)) || rows.isKnown(link.toString())) {
                continue;
            }
            all = ++fetched <= MOST_AT_ONCE && take(link) && all;
        }
        String etag = all ? answer.headers().firstValue("ETag").orElse("") : "";
        String modified = all ? answer.headers().firstValue("Last-Modified").orElse("") : "";
        rows.put(seen(feed, etag, modified, Optional.of(clock.instant())));
    }

    private static String fileName(URI link) {
        String path = String.valueOf(link.getPath());
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private boolean take(URI link) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(link).timeout(PATIENCE).GET().build();
            HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != 200) {
                    return false;
                }
                desk.take(link.toString(), fileName(link), body.readNBytes(LARGEST_BYTES));
                return true;
            }
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (RuntimeException e) {
            log.warn("A telegram could not be taken and is tried again: {}", link, e);
            return false;
        }
    }

    private static HttpRequest asking(URI url, TelegramRows.Feed feed) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url).timeout(PATIENCE).GET();
        if (!feed.etag().isEmpty()) {
            request.header("If-None-Match", feed.etag());
        }
        if (!feed.lastModified().isEmpty()) {
            request.header("If-Modified-Since", feed.lastModified());
        }
        return request.build();
    }

    private TelegramRows.Feed seen(TelegramRows.Feed feed, String etag, String modified, Optional<Instant> changedAt) {
        return new TelegramRows.Feed(feed.url(), etag, modified, Optional.of(clock.instant()), changedAt, "");
    }

    private static TelegramRows.Feed failed(TelegramRows.Feed feed, String fault) {
        return new TelegramRows.Feed(
                feed.url(), feed.etag(), feed.lastModified(), feed.okAt(), feed.changedAt(), fault);
    }

    /// How it stands with what is to be watched.
    ///
    /// @param watched whether a feed is configured at all
    /// @param silent feeds that have not answered for too long
    /// @param unreadable telegrams of the last day that could not be read
    public record Health(boolean watched, List<TelegramRows.Feed> feeds, List<String> silent, int unreadable) {}

    public Health health() {
        Instant limit = clock.instant().minus(properties.silentAfter());
        List<URI> watched = urls.get();
        List<TelegramRows.Feed> feeds = rows.listFeeds().stream()
                .filter(feed -> watched.contains(URI.create(feed.url())))
                .toList();
        List<String> silent = feeds.stream()
                .filter(feed -> feed.okAt().filter(at -> at.isAfter(limit)).isEmpty())
                .map(TelegramRows.Feed::url)
                .toList();
        int unreadable = rows.countUnreadable(clock.instant().minus(Duration.ofDays(1)));
        return new Health(!watched.isEmpty(), feeds, silent, unreadable);
    }

    /// Telegrams older than 400 days go.
    void forget() {
        rows.deleteOlderThan(clock.instant().minus(KEPT));
    }
}
