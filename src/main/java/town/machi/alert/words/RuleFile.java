package town.machi.alert.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `alerts/rules.yaml`: what the town has decided beforehand.
public final class RuleFile {

    private static final List<String> KEYS =
            List.of("areas", "draft from level", "draft from intensity", "send by themselves", "to confirm");

    private final Located root;
    private final List<Fault> faults;

    private RuleFile(Located root, List<Fault> faults) {
        this.root = root;
        this.faults = faults;
    }

    /// A file that is not there says nothing.
    public static RuleFile read(Path path) {
        List<Fault> faults = new ArrayList<>();
        String name = String.valueOf(path.getFileName());
        Located root = Located.read(name, Files.exists(path) ? text(path) : "areas: {}", faults);
        faults.addAll(root.unknownKeys(name, KEYS));
        return new RuleFile(root, faults);
    }

    public String text(String key) {
        return root.get(key).text().strip();
    }

    /// @param inner empty: the list stands under the key itself
    public List<String> list(String key, String inner) {
        Located found = inner.isEmpty() ? root.get(key) : root.get(key).get(inner);
        return found.list().stream().map(each -> each.text().strip()).toList();
    }

    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
