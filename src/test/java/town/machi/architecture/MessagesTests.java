package town.machi.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import town.machi.kernel.Language;
import town.machi.kernel.Problem;
import town.machi.shell.Template;

@DisplayName("言葉のファイル")
class MessagesTests {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[0-9]}");
    private static final Pattern IN_TEMPLATE = Pattern.compile("\\.(?:t|get)\\(\"([a-z]+\\.[a-zA-Z0-9.-]+)\"( \\+)?");
    private static final Pattern IN_JAVA = Pattern.compile(
            "(?:Refusal(?:\\.of)?|\\.t|[tT]exts\\.get|\\)\\.get)\\(\\s*\"([a-z]+\\.[a-zA-Z0-9.-]+)\"( \\+)?");

    private final Map<String, Map<Language, Properties>> rooms = read();

    @Test
    @DisplayName("どの言葉も、日本語・やさしい日本語・英語の三つにある")
    void everyKeyStandsInAllThreeLanguages() {
        var missing = new ArrayList<String>();
        rooms.forEach((room, languages) -> {
            var all = new TreeSet<>(keys(room));
            for (var language : Language.values()) {
                var has = languages.getOrDefault(language, new Properties());
                all.stream()
                        .filter(key -> !has.containsKey(key))
                        .forEach(key -> missing.add(language.code() + ": " + key));
            }
        });
        assertThat(missing).isEmpty();
    }

    @Test
    @DisplayName("どの言葉も、部屋の名で始まり、空ではない")
    void everyKeyBeginsWithItsRoom() {
        rooms.forEach((room, languages) -> languages.forEach((_, words) -> words.forEach((key, value) -> {
            assertThat(key.toString()).startsWith(room + ".");
            assertThat(value.toString()).as(key.toString()).isNotBlank();
        })));
    }

    @Test
    @DisplayName("差し込みの場所は、三つの言語で同じ")
    void placeholdersAgree() {
        var differing = new ArrayList<String>();
        rooms.forEach((room, languages) -> keys(room).forEach(key -> {
            var found = languages.values().stream()
                    .filter(words -> words.containsKey(key))
                    .map(words -> placeholders(words.getProperty(key)))
                    .collect(Collectors.toSet());
            if (found.size() > 1) {
                differing.add(key + " " + found);
            }
        }));
        assertThat(differing).isEmpty();
    }

    @Test
    @DisplayName("画面とプログラムが使う言葉は、すべてある")
    void everyUsedKeyExists() throws IOException {
        var all = rooms.keySet().stream().flatMap(room -> keys(room).stream()).collect(Collectors.toSet());
        var unknown = new ArrayList<String>();
        for (var file : files("src/main/jte", ".jte")) {
            collectUnknown(file, IN_TEMPLATE, all, unknown);
        }
        for (var file : files("src/main/java", ".java")) {
            collectUnknown(file, IN_JAVA, all, unknown);
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    @DisplayName("不具合の符号は一つずつ違い、どれにも言葉がある")
    void problemsHaveUniqueCodesAndWords() {
        var all = rooms.keySet().stream().flatMap(room -> keys(room).stream()).collect(Collectors.toSet());
        var codes = new TreeMap<String, String>();
        for (var type : implementing(Problem.class)) {
            for (var constant : type.getEnumConstants()) {
                var problem = (Problem) constant;
                assertThat(codes.put(problem.code(), type.getName()))
                        .as(problem.code())
                        .isNull();
                assertThat(all).contains(problem.key());
                assertThat(problem.status()).as(problem.code()).isBetween(400, 599);
            }
        }
        assertThat(codes).isNotEmpty();
    }

    @Test
    @DisplayName("どの画面にも、その形（テンプレート）がある")
    void everyPageHasItsTemplate() {
        for (var page : implementing(Template.class)) {
            var file = page.getName().substring("town.machi.".length()).replace('.', '/') + ".jte";
            assertThat(Path.of("src/main/jte", file)).exists();
        }
    }

    private static void collectUnknown(Path file, Pattern use, Set<String> all, List<String> unknown)
            throws IOException {
        use.matcher(Files.readString(file))
                .results()
                .filter(found -> !isKnown(found, all))
                .forEach(found -> unknown.add(file.getFileName() + ": " + found.group(1)));
    }

    private static boolean isKnown(MatchResult found, Set<String> all) {
        var key = found.group(1);
        return found.group(2) == null ? all.contains(key) : all.stream().anyMatch(each -> each.startsWith(key));
    }

    private Set<String> keys(String room) {
        return rooms.getOrDefault(room, Map.of()).values().stream()
                .flatMap(words -> words.stringPropertyNames().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> placeholders(String words) {
        return PLACEHOLDER
                .matcher(words)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Class<?>> implementing(Class<?> type) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(
                    org.springframework.beans.factory.annotation.AnnotatedBeanDefinition definition) {
                return definition.getMetadata().isConcrete();
            }
        };
        scanner.addIncludeFilter(new AssignableTypeFilter(type));
        return scanner.findCandidateComponents("town.machi").stream()
                .<Class<?>>map(definition -> load(String.valueOf(definition.getBeanClassName())))
                .filter(each -> type != Problem.class || each.isEnum())
                .filter(each -> !isFromTests(each))
                .toList();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isFromTests(Class<?> type) {
        return type.getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .contains("test-classes");
    }

    private static List<Path> files(String folder, String suffix) throws IOException {
        try (Stream<Path> walk = Files.walk(Path.of(folder))) {
            return walk.filter(file -> file.toString().endsWith(suffix)).toList();
        }
    }

    private static Map<String, Map<Language, Properties>> read() {
        var rooms = new TreeMap<String, Map<Language, Properties>>();
        try {
            for (var file : files(MESSAGES.toString(), ".properties")) {
                var name = file.getFileName().toString().split("\\.");
                var words = new Properties();
                try (var reader = Files.newBufferedReader(file)) {
                    words.load(reader);
                }
                rooms.computeIfAbsent(name[0], _ -> new TreeMap<>()).put(Language.ofCode(name[1]), words);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rooms;
    }
}
