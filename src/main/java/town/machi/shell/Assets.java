package town.machi.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// Our stylesheets, scripts and pictures (`src/main/resources/assets`), under addresses that carry
/// the hash of all of them: `/assets/<hash>/css/public.css` never changes, so browsers keep it.
/// Every `css/<name>/*.css`, joined in the order of their file names, is `css/<name>.css`.
@Component
public class Assets {

    private static final String ROOT = "/assets/";
    private static final String WEBJARS = "META-INF/resources/webjars/";

    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, String> webjars = new TreeMap<>();
    private final String hash;

    public Assets() {
        try {
            var resolver = new PathMatchingResourcePatternResolver();
            var found = new TreeMap<String, Resource>();
            for (var file : resolver.getResources("classpath*:assets/**/*.*")) {
                found.put(pathOf(file), file);
            }
            for (var file : found.entrySet()) {
                add(file.getKey(), file.getValue().getContentAsByteArray());
            }
            for (var description : resolver.getResources("classpath*:" + WEBJARS + "*/*/package.json")) {
                addWebjar(description.getURL().toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        hash = hashOf(files);
    }

    /// The address of one of our files, e.g. `css/public.css`, `js/machi.js`, `mark.svg`.
    public String url(String path) {
        if (!files.containsKey(path)) {
            throw new IllegalArgumentException("no such file under assets/: " + path);
        }
        return ROOT + hash + "/" + path;
    }

    /// The address of a file in a WebJar, e.g. `("leaflet", "dist/leaflet.css")`.
    public String webjar(String name, String path) {
        var version = webjars.get(name);
        if (version == null) {
            throw new IllegalArgumentException("no such WebJar: " + name);
        }
        return "/webjars/" + name + "/" + version + "/" + path;
    }

    public Optional<byte[]> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /// The files under a folder, e.g. `js/desk/`.
    public List<String> list(String folder) {
        return files.keySet().stream().filter(path -> path.startsWith(folder)).toList();
    }

    public String hash() {
        return hash;
    }

    private void add(String path, byte[] content) {
        var parts = path.split("/");
        if (parts.length == 3 && parts[0].equals("css")) {
            files.merge("css/" + parts[1] + ".css", content, Assets::joined);
        } else {
            files.put(path, content);
        }
    }

    private void addWebjar(String url) {
        var parts = url.substring(url.lastIndexOf(WEBJARS) + WEBJARS.length()).split("/");
        webjars.put(parts[0], parts[1]);
    }

    private static String pathOf(Resource file) throws IOException {
        var url = file.getURL().toString();
        return url.substring(url.lastIndexOf(ROOT) + ROOT.length());
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var both = new ByteArrayOutputStream(first.length + second.length);
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }

    private static String hashOf(Map<String, byte[]> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.forEach((path, content) -> {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update(Objects.requireNonNull(content));
            });
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
