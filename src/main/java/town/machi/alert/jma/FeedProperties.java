package town.machi.alert.jma;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the 気象庁's feed is.
///
/// @param base of the feeds, with a slash at its end; empty: the feed is not watched
/// @param feeds names under the base: `extra.xml` (weather), `eqvol.xml` (quakes, tsunamis)
/// @param every how often each is asked; unchanged, it answers 304 and sends nothing
/// @param silentAfter how long without an answer until the office is told
@ConfigurationProperties("machi.jma")
public record FeedProperties(
        @DefaultValue("") String base,
        @DefaultValue({"extra.xml", "eqvol.xml"}) List<String> feeds,
        @DefaultValue("PT10S") Duration every,
        @DefaultValue("PT5M") Duration silentAfter) {

    public FeedProperties {
        feeds = List.copyOf(feeds);
    }

    public boolean isWatched() {
        return !base.isBlank();
    }

    List<URI> urls(String from) {
        return feeds.stream().map(name -> URI.create(from).resolve(name)).toList();
    }
}
