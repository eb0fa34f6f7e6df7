package town.machi.support;

import java.nio.file.Path;
import town.machi.platform.Town;

/// A town for tests that need no database.
public final class TestTown {

    private static final Path ASHIKITA = Path.of("towns/ashikita");

    private TestTown() {}

    /// 芦北町 as its folder says, at `http://localhost:8080`.
    public static Town ashikita() {
        return read(ASHIKITA, false);
    }

    /// The same with the demo's sample values.
    public static Town ashikitaDemo() {
        return read(ASHIKITA, true);
    }

    /// The town of any folder.
    public static Town read(Path folder, boolean demo) {
        return Town.ofFolder(folder, demo);
    }
}
