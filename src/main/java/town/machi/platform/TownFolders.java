package town.machi.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The folders of towns, for commands that are told a folder, or nothing: a town is where a `town.yaml` lies.
///
/// @param here the folder against which paths are read and shown
public record TownFolders(Path here) {

    private static final String TOWN = "town.yaml";

    public TownFolders {
        here = here.toAbsolutePath().normalize();
    }

    /// Every town of `towns/`, by name.
    public List<Path> list() {
        Path towns = here.resolve("towns");
        if (!Files.isDirectory(towns)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(towns)) {
            return children.filter(TownFolders::isTown).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// These folders, or every town where none is named.
    public List<Path> wanted(List<String> folders) {
        return folders.isEmpty()
                ? list()
                : folders.stream()
                        .map(folder -> here.resolve(folder).normalize())
                        .toList();
    }

    /// The town that a folder is, or lies in.
    public static Optional<Path> findAround(Path folder) {
        return Stream.iterate(folder, at -> at != null, Path::getParent)
                .filter(TownFolders::isTown)
                .findFirst();
    }

    /// As whoever stands here writes it.
    public Path shown(Path path) {
        return path.startsWith(here) ? here.relativize(path) : path;
    }

    private static boolean isTown(Path folder) {
        return Files.exists(folder.resolve(TOWN));
    }
}
