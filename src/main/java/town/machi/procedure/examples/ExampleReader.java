package town.machi.procedure.examples;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import town.machi.procedure.Example;
import town.machi.procedure.yaml.Faults;
import town.machi.procedure.yaml.Nearest;

/// Reads the folder `examples/` of a procedure. An example may be `like:` another one: it then has the answers of that
/// one, and says only what is different.
public final class ExampleReader {

    private final Faults faults = new Faults();
    private final SortedMap<String, ExampleFile> files = new TreeMap<>();

    private ExampleReader() {}

    /// @param texts by file name, `examples/person.yaml`
    public static Example.Outcome read(Map<String, String> texts) {
        ExampleReader reader = new ExampleReader();
        texts.forEach((file, text) -> reader.files.put(file, ExampleFile.read(file, text, reader.faults)));
        List<Example> examples = new ArrayList<>();
        reader.files.values().forEach(file -> reader.example(file).ifPresent(examples::add));
        return new Example.Outcome(List.copyOf(examples), reader.faults.list());
    }

    private Optional<Example> example(ExampleFile file) {
        Map<String, Example.Line> answers = new LinkedHashMap<>();
        Map<String, String> settings = new TreeMap<>();
        if (!inherit(file, new HashSet<>(), answers, settings) || file.at().isEmpty() || !file.whole()) {
            return Optional.empty();
        }
        answers.values().removeIf(line -> line.text().isEmpty());
        return Optional.of(new Example(
                file.name(),
                file.title(),
                file.at().get(),
                Map.copyOf(settings),
                List.copyOf(answers.values()),
                file.expected(),
                file.pages()));
    }

    /// The other's answers first, then the file's own over them. An empty answer takes the other's away.
    private boolean inherit(
            ExampleFile file, Set<String> seen, Map<String, Example.Line> answers, Map<String, String> settings) {
        seen.add(file.name());
        Optional<Example.Line> like = file.like();
        if (like.isPresent()) {
            String name = "examples/" + like.get().text();
            ExampleFile other = files.get(name);
            if (other == null || seen.contains(name)) {
                faults.add(like.get().fault(unlike(like.get().text(), other != null)));
                return false;
            }
            if (!inherit(other, seen, answers, settings)) {
                return false;
            }
        }
        file.settings().forEach(line -> settings.put(line.path(), line.text()));
        file.answers().forEach(line -> override(line, answers));
        return true;
    }

    private static void override(Example.Line line, Map<String, Example.Line> answers) {
        if (line.text().isEmpty()) {
            answers.keySet()
                    .removeIf(path -> path.equals(line.path())
                            || path.startsWith(line.path() + ".")
                            || path.startsWith(line.path() + "["));
        }
        answers.put(line.path(), line);
    }

    private String unlike(String name, boolean circle) {
        if (circle) {
            return "like をたどると「" + name + "」に戻ってしまいます。どちらか一つに answers を全部書いてください。";
        }
        List<String> names = files.keySet().stream()
                .map(file -> file.substring(file.indexOf('/') + 1))
                .toList();
        return "例「" + name + "」はありません。" + Nearest.hint(name, names);
    }
}
