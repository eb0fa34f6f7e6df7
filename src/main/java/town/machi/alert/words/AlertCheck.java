package town.machi.alert.words;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/// `bin/check`, the part for `alerts/`: do the prepared messages of a town say the same level and place in all three
/// languages, and are its districts and rules known? Exit code 0 when all is well, 1 where there are faults, 2 where a
/// town cannot be read.
public final class AlertCheck {

    private static final String TOWN = "town.yaml";
    private static final String ALERTS = "alerts";

    private final Path here;
    private final PrintStream out;

    /// @param here the folder against which paths are written
    AlertCheck(Path here, PrintStream out) {
        this.here = here.toAbsolutePath().normalize();
        this.out = out;
    }

    @SuppressWarnings("SystemOut") // a command speaks to whoever ran it
    public static void main(String[] arguments) {
        LoggingSystem.get(AlertCheck.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
        System.exit(new AlertCheck(Path.of(""), System.out).run(List.of(arguments)));
    }

    /// @param folders of towns, or in one; none: every town of `towns/`. A folder of procedures has nothing to check.
    int run(List<String> folders) {
        Set<Path> towns = new LinkedHashSet<>();
        for (Path folder : folders.isEmpty()
                ? towns()
                : folders.stream().map(here::resolve).toList()) {
            Path wanted = folder.normalize();
            Path town = townOf(wanted);
            if (town != null
                    && (wanted.equals(town) || wanted.startsWith(town.resolve(ALERTS)))
                    && Files.isDirectory(town.resolve(ALERTS))) {
                towns.add(town);
            }
        }
        int templates = 0;
        List<String> faults = new ArrayList<>();
        for (Path town : towns) {
            try {
                AlertTemplates read = AlertTemplates.ofTown(town);
                templates += read.list().size();
                read.faults().forEach(fault -> faults.add(line(town, fault)));
                RuleFile.read(town.resolve(ALERTS).resolve("rules.yaml"))
                        .faults()
                        .forEach(fault -> faults.add(line(town, fault)));
            } catch (RuntimeException unreadable) {
                out.println("町のフォルダーを読めません: " + unreadable.getMessage());
                return 2;
            }
        }
        return told(towns.size(), templates, faults);
    }

    private int told(int towns, int templates, List<String> faults) {
        if (towns == 0) {
            return 0;
        }
        faults.forEach(out::println);
        out.println("使える定型文が " + templates + " つあります。"
                + (faults.isEmpty() ? "まちがいはありません。" : "まちがいが " + faults.size() + " つあります。"));
        return faults.isEmpty() ? 0 : 1;
    }

    private String line(Path town, Fault fault) {
        Path path = town.resolve(ALERTS).resolve(fault.file());
        return (path.startsWith(here) ? here.relativize(path) : path) + ":" + fault.line() + " " + fault.sentence();
    }

    private List<Path> towns() {
        Path towns = here.resolve("towns");
        if (!Files.isDirectory(towns)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(towns)) {
            return children.filter(child -> Files.exists(child.resolve(TOWN)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Path townOf(Path folder) {
        Path at = folder;
        while (at != null && !Files.exists(at.resolve(TOWN))) {
            at = at.getParent();
        }
        return at;
    }
}
