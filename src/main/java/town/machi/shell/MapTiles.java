package town.machi.shell;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where the map's background comes from, while there is a line: `machi.map.tiles` (environment
/// `MACHI_MAP_TILES`), e.g. `https://cyberjapandata.gsi.go.jp/xyz/pale/{z}/{x}/{y}.png`, with
/// `machi.map.attribution`. Empty: no tiles, the town's own outline alone.
@Component
public class MapTiles {

    private final String url;
    private final String attribution;

    MapTiles(@Value("${machi.map.tiles:}") String url, @Value("${machi.map.attribution:地理院タイル}") String attribution) {
        this.url = url.strip();
        this.attribution = attribution;
    }

    public String url() {
        return url;
    }

    public String attribution() {
        return attribution;
    }

    /// The origin that the content security policy must allow for pictures, or null.
    public @Nullable String origin() {
        if (url.isEmpty()) {
            return null;
        }
        var uri = URI.create(url.substring(0, url.indexOf('/', "https://".length())));
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
