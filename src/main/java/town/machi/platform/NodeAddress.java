package town.machi.platform;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Where this node is reached, known for sure once it listens. The data folder's file `address` says it too: whoever
/// asked for any free port (`MACHI_PORT=0`) finds it there, when the node is ready and not before.
@Component
public class NodeAddress {

    private static final Logger log = LoggerFactory.getLogger(NodeAddress.class);

    private final MachiProperties properties;
    private volatile int port;

    public NodeAddress(MachiProperties properties) {
        this.properties = properties;
        this.port = properties.port();
    }

    /// The one source of links, cookies and allowed origins.
    public URI baseUri() {
        return URI.create(properties.publicUrl().isEmpty() ? ownAddress() : properties.publicUrl());
    }

    private String ownAddress() {
        boolean tls = !properties.tls().isEmpty();
        String usual = tls ? ":443" : ":80";
        String address = (tls ? "https://" : "http://") + properties.host() + ":" + port;
        return address.endsWith(usual) ? address.substring(0, address.length() - usual.length()) : address;
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() == null) {
            port = event.getWebServer().getPort();
        }
    }

    @EventListener
    void ready(ApplicationReadyEvent event) throws IOException {
        Files.createDirectories(properties.data());
        Path half = properties.data().resolve("address.half");
        Files.writeString(half, baseUri() + "\n");
        Files.move(
                half,
                properties.data().resolve("address"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        log.info("開庁しました: {}", baseUri());
    }
}
