package town.machi.platform.files;

import com.drew.imaging.heif.HeifMetadataReader;
import com.drew.metadata.heif.HeifDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns HEIC into JPEG by libheif's own tool, where it is installed (Debian: `libheif-examples`).
final class HeicConverter {

    private static final Logger log = LoggerFactory.getLogger(HeicConverter.class);
    private static final List<String> TOOLS = List.of("heif-dec", "heif-convert");
    private static final long PATIENCE_SECONDS = 30;

    /// The picture's size as its head says; empty when it says none.
    Optional<ImageSize> readSize(Path heic) throws IOException {
        try (InputStream in = Files.newInputStream(heic)) {
            return HeifMetadataReader.readMetadata(in).getDirectoriesOfType(HeifDirectory.class).stream()
                    .flatMap(head -> Stream.ofNullable(sizeIn(head)))
                    .max(Comparator.comparingLong(ImageSize::width));
        } catch (RuntimeException e) {
            throw new Unreadable("the HEIC cannot be read");
        }
    }

    private static @Nullable ImageSize sizeIn(HeifDirectory head) {
        Long width = head.getLongObject(HeifDirectory.TAG_IMAGE_WIDTH);
        Long height = head.getLongObject(HeifDirectory.TAG_IMAGE_HEIGHT);
        return width == null || height == null ? null : new ImageSize(width, height);
    }

    /// Writes the JPEG; false when no tool is there or it fails, and the file is then offered for download only.
    boolean convert(Path heic, Path jpeg) throws IOException {
        Optional<Path> tool = findTool();
        if (tool.isEmpty()) {
            return false;
        }
        Process process = new ProcessBuilder(tool.get().toString(), "-q", "88", heic.toString(), jpeg.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return false;
        }
        Path first = jpeg.resolveSibling(jpeg.getFileName().toString().replace(".jpg", "-1.jpg"));
        if (!Files.exists(jpeg) && Files.exists(first)) {
            Files.move(first, jpeg); // a file of several pictures: the first is the one that was meant
        }
        boolean done = process.exitValue() == 0 && Files.exists(jpeg) && Files.size(jpeg) > 0;
        if (!done) {
            log.warn("{} could not convert a HEIC file (exit {})", tool.get().getFileName(), process.exitValue());
        }
        return done;
    }

    private static Optional<Path> findTool() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin");
        return TOOLS.stream()
                .flatMap(tool -> Stream.of(path.split(":", -1)).map(folder -> Path.of(folder, tool)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
