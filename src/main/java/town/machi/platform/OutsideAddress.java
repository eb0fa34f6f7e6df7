package town.machi.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// How the outside reaches this node: by TLS of its own, or through a proxy.
///
/// `MACHI_TLS` is a folder with `fullchain.pem` and `privkey.pem`. `MACHI_PROXY` names the addresses, separated by
/// commas, whose `X-Forwarded-For` and `X-Forwarded-Proto` count; from anybody else these headers mean nothing.
class OutsideAddress implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> settings = new HashMap<>();
        String tls = environment.getProperty("machi.tls", "");
        if (!tls.isBlank()) {
            settings.putAll(certificate(Path.of(tls).toAbsolutePath()));
        }
        String proxies = environment.getProperty("machi.proxy", "");
        if (!proxies.isBlank()) {
            settings.put("server.forward-headers-strategy", "native");
            settings.put("server.tomcat.remoteip.internal-proxies", exactly(proxies));
        }
        if (!settings.isEmpty()) {
            environment.getPropertySources().addFirst(new MapPropertySource("machi outside", settings));
        }
    }

    private static Map<String, Object> certificate(Path folder) {
        Path chain = folder.resolve("fullchain.pem");
        Path key = folder.resolve("privkey.pem");
        if (!Files.isReadable(chain) || !Files.isReadable(key)) {
            throw new CannotStart("MACHI_TLS: the folder " + folder
                    + " must hold the files fullchain.pem and privkey.pem, readable for the user that runs Machi.");
        }
        return Map.of(
                "server.ssl.certificate", chain.toUri().toString(),
                "server.ssl.certificate-private-key", key.toUri().toString());
    }

    private static String exactly(String proxies) {
        return Stream.of(proxies.split(",", -1))
                .map(String::strip)
                .filter(proxy -> !proxy.isEmpty())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }
}
