package town.machi.shell;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import town.machi.kernel.Language;

/// The message files of all rooms, read once at start.
@Component
public class Messages {

    private static final Pattern NAME = Pattern.compile("([a-z]+)\\.(ja|easy|en)\\.properties");

    private final Map<Language, Texts> texts = new EnumMap<>(Language.class);

    public Messages() {
        var read = new EnumMap<Language, Map<String, String>>(Language.class);
        for (var language : Language.values()) {
            read.put(language, new HashMap<>());
        }
        for (var file : files()) {
            read(file, read);
        }
        var japanese = Objects.requireNonNull(read.get(Language.JA));
        read.forEach((language, words) -> {
            var complete = new HashMap<>(japanese);
            complete.putAll(words);
            texts.put(language, new Texts(language, Map.copyOf(complete)));
        });
    }

    /// The words in this language; for pages use `frame.texts()`, for mails and papers this.
    public Texts in(Language language) {
        return Objects.requireNonNull(texts.get(language));
    }

    private static Resource[] files() {
        try {
            return new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(Resource file, Map<Language, Map<String, String>> into) {
        var name = NAME.matcher(Objects.requireNonNull(file.getFilename()));
        if (!name.matches()) {
            throw new IllegalStateException("messages/" + file.getFilename() + ": not <room>.<ja|easy|en>.properties");
        }
        var properties = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var words = Objects.requireNonNull(into.get(Language.ofCode(name.group(2))));
        properties.forEach((key, value) -> words.put((String) key, (String) value));
    }
}
