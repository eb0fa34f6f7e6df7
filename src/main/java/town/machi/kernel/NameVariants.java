package town.machi.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// The usual form of letters that names write in several ways: 髙橋 and 高橋, 渡邊 and 渡辺, 﨑 and 崎, 𠮷 and 吉.
/// For searching only.
final class NameVariants {

    private static final String TABLE = "name-variants.txt";
    private static final Map<Integer, Integer> USUAL = read();

    private NameVariants() {}

    static int usual(int letter) {
        return USUAL.getOrDefault(letter, letter);
    }

    private static Map<Integer, Integer> read() {
        try (InputStream table = Objects.requireNonNull(NameVariants.class.getResourceAsStream(TABLE), TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.codePoints().toArray())
                    .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
