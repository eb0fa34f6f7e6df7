package town.machi.form.examples;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import town.machi.platform.TownFolders;

/// `bin/check`: is anything wrong with the procedures of a town, and do their examples come out as they say? Exit code
/// 0 when all is well, 1 where there are faults, 2 where there is nothing to check or a town cannot be read.
public final class ProcedureCheck {

    private final TownFolders towns;
    private final PrintStream out;
    private final Set<String> faults = new LinkedHashSet<>();
    private int procedures;
    private int examples;

    /// @param here the folder against which paths are written
    ProcedureCheck(Path here, PrintStream out) {
        this.towns = new TownFolders(here);
        this.out = out;
    }

    @SuppressWarnings("SystemOut") // a command speaks to whoever ran it
    public static void main(String[] arguments) {
        LoggingSystem.get(ProcedureCheck.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        Path here = Path.of("");
        System.exit(new ProcedureCheck(here, System.out).run(List.of(arguments)));
    }

    /// @param folders of towns, of all procedures of one, or of one procedure; none: every town of `towns/`
    int run(List<String> folders) {
        Map<Path, Path> wanted = new LinkedHashMap<>();
        for (Path folder : towns.wanted(folders)) {
            Optional<Path> town = Files.isDirectory(folder) ? TownFolders.findAround(folder) : Optional.empty();
            if (town.isEmpty()) {
                out.println("「" + folder + "」は町のフォルダー（town.yaml のあるところ）でも、その中の手続のフォルダーでもありません。");
                return 2;
            }
            wanted.put(folder, town.get());
        }
        try {
            wanted.forEach(this::check);
        } catch (RuntimeException unreadable) {
            out.println("町のフォルダーを読めません: " + unreadable.getMessage());
            return 2;
        }
        return told();
    }

    private int told() {
        if (procedures == 0) {
            out.println("調べる手続がありません。towns/<町>/procedures/<手続>/procedure.yaml を書いてください。");
            return 2;
        }
        faults.forEach(out::println);
        String counted = procedures + " つの手続と " + examples + " の例を調べました。";
        out.println(counted + (faults.isEmpty() ? "まちがいはありません。" : "まちがいが " + faults.size() + " つあります。"));
        return faults.isEmpty() ? 0 : 1;
    }

    private void check(Path folder, Path town) {
        for (TownCheck.Checked checked : TownCheck.of(town).list()) {
            if (checked.folder().startsWith(folder)) {
                procedures++;
                examples += checked.examples();
                checked.faults().forEach(fault -> faults.add(line(fault)));
            }
        }
    }

    private String line(TownCheck.Located located) {
        return towns.shown(located.path()) + ":" + located.fault().line() + ":"
                + located.fault().column() + " " + located.fault().sentence();
    }
}
