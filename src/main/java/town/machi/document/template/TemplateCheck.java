package town.machi.document.template;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import town.machi.platform.TownFolders;

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
        TownFolders towns = new TownFolders(here);
        Set<Path> checked = new LinkedHashSet<>();
        towns.wanted(folders).forEach(folder -> TownFolders.findAround(folder).ifPresent(checked::add));
        int faults = 0;
        int papers = 0;
        for (Path town : checked) {
            TemplateFolder read = TemplateFolder.read(town.resolve("documents"));
            papers += read.list().size();
            faults += read.faults().size();
            Path folder = towns.shown(town).resolve("documents");
            read.faults()
                    .forEach(fault ->
                            out.println(folder.resolve(fault.file()) + ":" + fault.line() + ":1 " + fault.sentence()));
        }
        out.println((papers + faults) + " つの様式を調べました。" + (faults == 0 ? "まちがいはありません。" : "まちがいが " + faults + " つあります。"));
        return faults == 0 ? 0 : 1;
    }
}
