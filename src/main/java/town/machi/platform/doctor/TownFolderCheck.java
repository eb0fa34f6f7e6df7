package town.machi.platform.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import town.machi.platform.Section;
import town.machi.platform.town.TownFile;

/// The folder that the town edits: readable, and what it has not said yet.
final class TownFolderCheck implements Check {

    @Override
    public List<Finding> look(Map<String, String> environment) {
        Path folder = Path.of(environment.getOrDefault("MACHI_TOWN", "towns/ashikita"))
                .toAbsolutePath()
                .normalize();
        boolean demo = Boolean.parseBoolean(environment.getOrDefault("MACHI_DEMO", "true"));
        TownFile town;
        try {
            town = TownFile.read(folder, demo);
        } catch (RuntimeException e) {
            return List.of(Finding.wrong("町のフォルダー " + folder + " が読めません。", String.valueOf(e.getMessage())));
        }
        List<Finding> found = new ArrayList<>();
        found.add(Finding.good(town.name() + "の町のフォルダーが読めました。手続と様式の中身は bin/check が調べます。"));
        if (town.telephone().isEmpty()) {
            found.add(Finding.look("役場の電話番号が未設定です。", "town.yaml の telephone に書いてください。困った人への案内に出ます。"));
        }
        List<String> silent = town.sections().stream()
                .filter(section -> section.telephone().isEmpty())
                .map(Section::name)
                .toList();
        if (!silent.isEmpty()) {
            found.add(Finding.look("電話番号が未設定の課: " + String.join("、", silent), "town.yaml の sections に書いてください。"));
        }
        return found;
    }
}
