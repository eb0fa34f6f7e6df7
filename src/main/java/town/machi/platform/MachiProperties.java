package town.machi.platform;

import java.nio.file.Path;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the operator says by environment variables (`MACHI_PORT` is `machi.port`, and so on).
///
/// @param port the port to listen on; 0 means any free one
/// @param host the one source of links, cookies and allowed origins
/// @param data the folder for everything this node writes
/// @param town the folder that the town edits
/// @param demo whether made-up people, cases and accounts are there
/// @param surfaces what this node serves: public, office, desk, counter, kiosk
/// @param clean whether everything is deleted first (`bin/run --clean`)
/// @param publicUrl the address as people see it, where it is not the host and the port (behind a proxy)
/// @param residentsUrl where residents find the town, where that is its other zone
/// @param tls the folder of this node's own certificate; empty: plain HTTP
@ConfigurationProperties("machi")
public record MachiProperties(
        @DefaultValue("8080") int port,
        @DefaultValue("localhost") String host,
        @DefaultValue("data") Path data,
        @DefaultValue("towns/ashikita") Path town,
        @DefaultValue("false") boolean demo,
        @DefaultValue({"public", "office"}) Set<String> surfaces,
        @DefaultValue("") String publicUrl,
        @DefaultValue("") String residentsUrl,
        @DefaultValue("") String tls,
        @DefaultValue("false") boolean clean,
        @DefaultValue Db db) {

    public MachiProperties {
        data = data.toAbsolutePath().normalize();
        town = town.toAbsolutePath().normalize();
        surfaces = Set.copyOf(surfaces);
    }

    /// Where a database of one's own is; an empty `url` means the embedded server.
    ///
    /// @param appUser the working role's name; empty means the database's name and `_app`
    public record Db(
            @DefaultValue("") String url,
            @DefaultValue("machi") String user,
            @DefaultValue("") String password,
            @DefaultValue("") String appUser) {}
}
