package town.machi.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("画面の形（テンプレート）")
class TemplatesTests {

    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Pattern INLINE = Pattern.compile("\\sstyle=|<style|\\son[a-z]+=\"|<script(?![^>]*\\ssrc=)");
    private static final Pattern POST = Pattern.compile("<form[^>]*method=\"post\"");
    private static final Pattern UNSAFE = Pattern.compile("\\$unsafe\\{");
    private static final Pattern CSRF = Pattern.compile("component\\.csrf\\(");
    private static final Pattern NATIVE_DATE = Pattern.compile("type=\"(date|month|time|number)\"");

    @Test
    @DisplayName("書式や命令をその場に書いた画面はない（CSP が止める）")
    void nothingInline() throws IOException {
        assertThat(found(INLINE)).isEmpty();
    }

    @Test
    @DisplayName("逃がさずに出す文字はない")
    void nothingUnescaped() throws IOException {
        assertThat(found(UNSAFE)).isEmpty();
    }

    @Test
    @DisplayName("日付や数に、つまずきやすい欄を使わない")
    void noNativePickers() throws IOException {
        assertThat(found(NATIVE_DATE)).isEmpty();
    }

    @Test
    @DisplayName("送る欄には、すべて合言葉がある")
    void everyPostCarriesTheToken() throws IOException {
        var without = new ArrayList<String>();
        for (var template : templates()) {
            var text = Files.readString(template);
            if (POST.matcher(text).results().count()
                    > CSRF.matcher(text).results().count()) {
                without.add(template.toString());
            }
        }
        assertThat(without).isEmpty();
    }

    private static List<String> found(Pattern pattern) throws IOException {
        var found = new ArrayList<String>();
        for (var template : templates()) {
            pattern.matcher(Files.readString(template))
                    .results()
                    .forEach(hit -> found.add(template + ": " + hit.group()));
        }
        return found;
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> walk = Files.walk(TEMPLATES)) {
            return walk.filter(file -> file.toString().endsWith(".jte")).toList();
        }
    }
}
