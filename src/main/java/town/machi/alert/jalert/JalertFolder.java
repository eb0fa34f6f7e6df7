package town.machi.alert.jalert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The watched folder: `<id>.txt` with the status in its first line and the words below. What was taken moves to
/// `done`, what cannot be read to `unreadable`.
final class JalertFolder {

    private static final Logger log = LoggerFactory.getLogger(JalertFolder.class);
    private static final int LARGEST_BYTES = 100_000;

    private final Path folder;
    private final JalertDesk desk;

    JalertFolder(Path folder, JalertDesk desk) {
        this.folder = folder;
        this.desk = desk;
    }

    void look() {
        for (Path file : files()) {
            try {
                take(file);
            } catch (IOException e) {
                log.warn("A J-ALERT file could not be moved and is looked at again", e);
            }
        }
    }

    private void take(Path file) throws IOException {
        Optional<JalertMessage> message = read(file);
        Optional<String> fault =
                message.isEmpty() ? Optional.of("not text") : message.get().findFault();
        if (fault.isPresent()) {
            log.warn("A J-ALERT file cannot be read: {} ({})", file.getFileName(), fault.get());
            move(file, "unreadable");
            return;
        }
        desk.take(message.get());
        move(file, "done");
    }

    private static Optional<JalertMessage> read(Path file) {
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                return Optional.empty();
            }
            String[] parts = Files.readString(file).strip().split("\\R", 2);
            String name = String.valueOf(file.getFileName());
            return Optional.of(new JalertMessage(
                    name.substring(0, name.length() - ".txt".length()),
                    parts[0].strip(),
                    parts.length == 2 ? parts[1].strip() : ""));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void move(Path file, String to) throws IOException {
        Path target = Files.createDirectories(folder.resolve(to));
        Files.move(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".txt") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
