package town.machi.document.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All 様式 of the town, read once. A file with a fault is left out as a whole; the others stand.
public final class TemplateFolder {

    private final Map<String, DocumentTemplate> templates = new LinkedHashMap<>();
    private final List<TemplateFault> faults = new ArrayList<>();
    private byte @Nullable [] seal;

    /// @param folder may be absent: then there are none
    public static TemplateFolder read(Path folder) {
        TemplateFolder all = new TemplateFolder();
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            try {
                TemplateReader.Result read = TemplateReader.read(name, Files.readString(file));
                all.faults.addAll(read.faults());
                read.template().ifPresent(template -> all.templates.put(template.name(), template));
            } catch (IOException unreadable) {
                all.faults.add(new TemplateFault(name, 1, "ファイルを読めません（UTF-8で保存してください）。"));
            }
        }
        all.readSeal(folder.resolve("seal.png"));
        return all;
    }

    private void readSeal(Path file) {
        if (Files.isRegularFile(file)) {
            try {
                seal = Files.readAllBytes(file);
            } catch (IOException unreadable) {
                faults.add(new TemplateFault("seal.png", 1, "印影のファイルを読めません。"));
            }
        }
        templates.values().stream()
                .filter(template -> template.seal() == DocumentTemplate.Seal.PRINTED && seal == null)
                .forEach(template -> faults.add(new TemplateFault(
                        template.name() + ".yaml", 1, "印影（seal: 印影）を刷るには、documents フォルダーに seal.png を置いてください。")));
    }

    /// The town's 印影, `seal.png` beside the templates; empty where there is none.
    public Optional<byte[]> findSeal() {
        return Optional.ofNullable(seal).map(byte[]::clone);
    }

    public Optional<DocumentTemplate> find(String name) {
        return Optional.ofNullable(templates.get(name));
    }

    public List<DocumentTemplate> list() {
        return List.copyOf(templates.values());
    }

    public List<TemplateFault> faults() {
        return List.copyOf(faults);
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
