package town.machi.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import town.machi.platform.CannotStart;

/// The folder for everything a node writes (`MACHI_DATA`). A mark in it says that it is ours, so that starting anew
/// never empties anybody else's.
final class DataFolder {

    private static final String MARK = ".machi-data";

    /// PostgreSQL's programs; worth keeping.
    private static final String TOOLS = "tools";

    private final Path folder;

    DataFolder(Path folder) {
        this.folder = folder;
    }

    Path postgres() {
        return folder.resolve("postgres");
    }

    Path tools() {
        return folder.resolve(TOOLS);
    }

    void prepare() {
        try {
            Files.createDirectories(folder);
            if (!Files.exists(folder.resolve(MARK))) {
                Files.createFile(folder.resolve(MARK));
            }
        } catch (IOException e) {
            throw new CannotStart(
                    "The data folder " + folder + " cannot be written (" + e + "). Choose another with MACHI_DATA.", e);
        }
    }

    /// Empties the folder: everything of this town is gone afterwards. One that holds PostgreSQL's programs alone,
    /// which
    /// are unpacked before anything else, is as good as empty.
    void clear(PostgresBinaries binaries) {
        if (!Files.isDirectory(folder) || list().stream().allMatch(entry -> entry.endsWith(TOOLS))) {
            return;
        }
        if (!Files.exists(folder.resolve(MARK))) {
            throw new CannotStart("The folder " + folder
                    + " holds something that Machi did not put there, so it is not emptied. Choose another with"
                    + " MACHI_DATA.");
        }
        EmbeddedServer.discard(postgres(), binaries);
        for (Path entry : list()) {
            String name = String.valueOf(entry.getFileName());
            if (!name.equals(TOOLS) && !name.equals(MARK)) {
                FileUtils.deleteQuietly(entry.toFile());
            }
        }
    }

    private List<Path> list() {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
