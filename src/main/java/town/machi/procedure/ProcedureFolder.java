package town.machi.procedure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import town.machi.procedure.examples.ExampleReader;
import town.machi.procedure.yaml.Nearest;
import town.machi.procedure.yaml.YamlText;

/// The folder `procedures/` of a town: one folder for each procedure, and `vocabulary.yaml` beside them.
public final class ProcedureFolder {

    private static final Set<String> OWN = Set.of(ProcedureSource.MAIN, ProcedureSource.EASY, ProcedureSource.ENGLISH);

    private final Path town;

    /// @param town the folder that the town edits
    public ProcedureFolder(Path town) {
        this.town = town;
    }

    /// One procedure as it stands in the folder.
    ///
    /// @param folder the name of its folder
    /// @param examples by file name
    /// @param faults of files that are no text at all; those of their content are for the reader
    public record Found(String folder, ProcedureSource source, SortedMap<String, String> examples, List<Fault> faults) {

        /// The examples, read; to run them, one must know how questions are asked, as the room `form` does.
        public Example.Outcome readExamples() {
            return ExampleReader.read(examples);
        }
    }

    /// All procedures, by the names of their folders.
    public List<Found> list() {
        Path procedures = town.resolve("procedures");
        if (!Files.isDirectory(procedures)) {
            return List.of();
        }
        return children(procedures).stream()
                .filter(Files::isDirectory)
                .map(this::found)
                .toList();
    }

    private Found found(Path folder) {
        List<Fault> faults = new ArrayList<>();
        SortedMap<String, String> files = new TreeMap<>();
        for (Path file : children(folder)) {
            String name = file.getFileName().toString();
            if (OWN.contains(name)) {
                text(file, name, faults).ifPresent(text -> files.put(name, text));
            } else if (name.endsWith(".yaml") || name.endsWith(".yml")) {
                faults.add(new Fault(name, 1, 1, "このファイルは読まれません。" + Nearest.hint(name, OWN)));
            }
        }
        Path vocabulary = town.resolve(ProcedureSource.VOCABULARY);
        if (Files.exists(vocabulary)) {
            text(vocabulary, ProcedureSource.VOCABULARY, faults)
                    .ifPresent(text -> files.put(ProcedureSource.VOCABULARY, text));
        }
        return new Found(
                folder.getFileName().toString(),
                new ProcedureSource(files),
                examples(folder.resolve("examples"), faults),
                List.copyOf(faults));
    }

    private static SortedMap<String, String> examples(Path folder, List<Fault> faults) {
        SortedMap<String, String> examples = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            for (Path file : children(folder)) {
                String name = file.getFileName().toString();
                if (name.endsWith(".yaml")) {
                    text(file, "examples/" + name, faults).ifPresent(text -> examples.put("examples/" + name, text));
                }
            }
        }
        return examples;
    }

    private static Optional<String> text(Path file, String name, List<Fault> faults) {
        try {
            if (Files.size(file) > YamlText.LARGEST_BYTES) {
                faults.add(new Fault(name, 1, 1, "ファイルが 200 KB を超えています。手続を分けるか、長い文を短くしてください。"));
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(file);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            faults.add(new Fault(name, 1, 1, "文字コードが UTF-8 ではありません。UTF-8 で保存し直してください（Shift_JIS では読めません）。"));
            return Optional.empty();
        } catch (IOException unreadable) {
            faults.add(new Fault(name, 1, 1, "ファイルを開けません。読む権限があるか確かめてください。"));
            return Optional.empty();
        }
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> !child.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Everything that is wrong with a procedure of the folder. Its examples are not run: a town goes on without them.
    public static List<Fault> check(Found found, Surroundings surroundings) {
        List<Fault> faults = new ArrayList<>(found.faults());
        DefinitionReader.Outcome outcome = new DefinitionReader(surroundings).read(found.source(), found.folder());
        outcome.faults().stream().filter(fault -> !unreadable(found, fault)).forEach(faults::add);
        return List.copyOf(faults);
    }

    /// A file that could not be opened is not missing as well.
    private static boolean unreadable(Found found, Fault fault) {
        Map<String, String> files = found.source().files();
        return !files.containsKey(fault.file())
                && found.faults().stream().anyMatch(own -> own.file().equals(fault.file()));
    }
}
