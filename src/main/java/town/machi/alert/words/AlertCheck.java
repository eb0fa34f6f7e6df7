package town.machi.alert.words;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import town.machi.platform.TownFolders;

/// `bin/check`, the part for `alerts/`: do the prepared messages of a town say the same level and place in all three
/// languages, and are its districts and rules known? Exit code 0 when all is well, 1 where there are faults, 2 where a
/// town cannot be read.
public final class AlertCheck {

    private static final String ALERTS = "alerts";

    private final TownFolders towns;
    private final PrintStream out;

    /// @param here the folder against which paths are written
    AlertCheck(Path here, PrintStream out) {
        this.towns = new TownFolders(here);
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
        Set<Path> checked = new LinkedHashSet<>();
        for (Path wanted : towns.wanted(folders)) {
            TownFolders.findAround(wanted)
                    .filter(town -> wanted.equals(town) || wanted.startsWith(town.resolve(ALERTS)))
                    .filter(town -> Files.isDirectory(town.resolve(ALERTS)))
                    .ifPresent(checked::add);
        }
        int templates = 0;
        List<String> faults = new ArrayList<>();
        List<String> toConfirm = new ArrayList<>();
        for (Path town : checked) {
            try {
                AlertTemplates read = AlertTemplates.ofTown(town);
                templates += read.list().size();
                read.faults().forEach(fault -> faults.add(line(town, fault)));
                RuleFile rules = RuleFile.read(town.resolve(ALERTS).resolve("rules.yaml"));
                rules.faults().forEach(fault -> faults.add(line(town, fault)));
                toConfirm.addAll(rules.list("to confirm", ""));
            } catch (RuntimeException unreadable) {
                out.println("町のフォルダーを読めません: " + unreadable.getMessage());
                return 2;
            }
        }
        return told(checked.size(), templates, faults, toConfirm);
    }

    /// What is to be confirmed is told and is no fault.
    private int told(int checked, int templates, List<String> faults, List<String> toConfirm) {
        if (checked == 0) {
            return 0;
        }
        faults.forEach(out::println);
        out.println("使える定型文が " + templates + " つあります。"
                + (faults.isEmpty() ? "まちがいはありません。" : "まちがいが " + faults.size() + " つあります。"));
        if (!toConfirm.isEmpty()) {
            out.println("使う前に、町が確かめること（" + toConfirm.size() + "件）:");
            toConfirm.forEach(each -> out.println("- " + each));
        }
        return faults.isEmpty() ? 0 : 1;
    }

    private String line(Path town, Fault fault) {
        Path path = town.resolve(ALERTS).resolve(fault.file());
        return towns.shown(path) + ":" + fault.line() + " " + fault.sentence();
    }
}
