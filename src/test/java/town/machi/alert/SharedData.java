package town.machi.alert;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Public data that is too large, or not ours, to lie in the repository: `shared/data` in a folder above, where
/// present.
public final class SharedData {

    private SharedData() {}

    /// @param name `cap/CAP-v1.2.xsd`
    public static Optional<Path> find(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            Path found = folder.resolve("shared/data").resolve(name);
            if (Files.exists(found)) {
                return Optional.of(found);
            }
            folder = folder.getParent();
        }
        return Optional.empty();
    }
}
