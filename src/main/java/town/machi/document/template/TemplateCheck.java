package town.machi.document.template;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// `bin/check`, the part about 様式: is anything wrong with the papers of a town? Exit code 0 when all is well, 1 where
/// there are faults.
public final class TemplateCheck {

    private TemplateCheck() {}

    @SuppressWarnings("SystemOut") // a command speaks to whoever ran it
    public static void main(String[] arguments) {
        System.exit(run(Path.of(""), List.of(arguments), System.out));
    }

    /// @param here the folder against which paths are read and written
    /// @param folders of towns, or anywhere inside one; none: every town of `towns/`
    static int run(Path here, List<String> folders, PrintStream out) {
        Path home = here.toAbsolutePath().normalize();
        int faults = 0;
        int papers = 0;
        for (Path town : towns(home, folders)) {
            TemplateFolder read = TemplateFolder.read(town.resolve("documents"));
            papers += read.list().size();
            faults += read.faults().size();
            Path folder = town.startsWith(home) ? home.relativize(town) : town;
            read.faults()
                    .forEach(fault -> out.println(folder.resolve("documents").resolve(fault.file()) + ":" + fault.line()
                            + ":1 " + fault.sentence()));
        }
        out.println((papers + faults) + " つの様式を調べました。" + (faults == 0 ? "まちがいはありません。" : "まちがいが " + faults + " つあります。"));
        return faults == 0 ? 0 : 1;
    }

    private static Set<Path> towns(Path home, List<String> folders) {
        Set<Path> towns = new LinkedHashSet<>();
        for (String folder : folders) {
            for (Path at = home.resolve(folder).normalize(); at != null; at = at.getParent()) {
                if (Files.exists(at.resolve("town.yaml"))) {
                    towns.add(at);
                    break;
                }
            }
        }
        return folders.isEmpty() ? all(home.resolve("towns")) : towns;
    }

    private static Set<Path> all(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            Set<Path> towns = new LinkedHashSet<>();
            children.sorted()
                    .filter(child -> Files.exists(child.resolve("town.yaml")))
                    .forEach(towns::add);
            return towns;
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
