package town.machi.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.CanvasOptions;
import org.springframework.modulith.docs.Documenter.DiagramOptions;
import town.machi.Machi;

@DisplayName("間取り")
class ModularityTests {

    private static final int LONGEST_FILE_LINES = 320;
    private static final Path MAIN = Path.of("src/main");
    private static final ApplicationModules MODULES = ApplicationModules.of(Machi.class);

    @Test
    @DisplayName("部屋は、左の部屋の玄関だけを訪ねる")
    void roomsUseOnlyTheFrontDoorsToTheirLeft() {
        MODULES.verify();
    }

    @Test
    @DisplayName("移行の順番は間取りの順番と同じで、どの部屋も漏れていない")
    void migrationsFollowTheFloorPlan() throws IOException {
        List<String> order = floorPlan();
        for (String room : list(MAIN.resolve("resources/db/migration"), Files::isDirectory)) {
            assertThat(order).contains(room);
        }
        for (ApplicationModule room : MODULES) {
            int own = order.indexOf(room.getIdentifier().toString());
            room.getDirectDependencies(MODULES)
                    .uniqueModules()
                    .map(earlier -> order.indexOf(earlier.getIdentifier().toString()))
                    .forEach(earlier -> assertThat(own == -1 || earlier < own)
                            .as("%s leans on a room that migrates later", room.getIdentifier())
                            .isTrue());
        }
    }

    @Test
    @DisplayName("SQL は自分の部屋の表だけを名指す")
    void sqlNamesNoOtherRoomsSchema() throws IOException {
        List<String> faults = new ArrayList<>();
        String rooms = String.join("|", floorPlan());
        Pattern table = Pattern.compile(
                "(?i)\\b(?:FROM|JOIN|INTO|UPDATE|TABLE|REFERENCES|ON|TRUNCATE)\\s+(?:ONLY\\s+)?(" + rooms + ")\\.\\w");
        for (Path file : sources()) {
            String room = roomOf(file);
            Matcher matcher = table.matcher(Files.readString(file));
            while (matcher.find()) {
                boolean backwardKey =
                        matcher.group().toUpperCase(java.util.Locale.ROOT).startsWith("REFERENCES");
                if (!matcher.group(1).equals(room) && !(backwardKey && isBefore(matcher.group(1), room))) {
                    faults.add(file + ": " + matcher.group());
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    @DisplayName("誰もが読み通せる長さのファイルだけがある")
    void noFileIsTooLong() throws IOException {
        List<String> tooLong = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.toString().matches(".*\\.(java|jte|js|css|sql)$")) {
                    long lines = Files.readAllLines(file).size();
                    if (lines > LONGEST_FILE_LINES) {
                        tooLong.add(file + ": " + lines);
                    }
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }

    /// Into `docs/modules` when `bin/test` asks for it, else only into `target`.
    @Test
    @DisplayName("間取りの図を描く")
    void drawsTheFloorPlan() throws IOException {
        Path folder =
                Path.of(System.getProperty("machi.docs", "target/modules")).toAbsolutePath();
        Documenter documenter =
                new Documenter(MODULES, Documenter.Options.defaults().withOutputFolder(folder.toString()));
        documenter.writeModulesAsPlantUml(DiagramOptions.defaults());
        documenter.writeIndividualModulesAsPlantUml(DiagramOptions.defaults());
        documenter.writeModuleCanvases(CanvasOptions.defaults());
        sortRelations(folder);
        assertThat(folder.resolve("components.puml")).exists();
    }

    /// The documenter writes relations in no order of its own; sorted, a picture changes only when the house does.
    private static void sortRelations(Path folder) throws IOException {
        try (Stream<Path> pictures =
                Files.list(folder).filter(file -> file.toString().endsWith(".puml"))) {
            for (Path picture : pictures.toList()) {
                List<String> lines = Files.readAllLines(picture);
                Iterator<String> sorted = lines.stream()
                        .filter(line -> line.startsWith("Rel("))
                        .sorted()
                        .iterator();
                Files.write(
                        picture,
                        lines.stream()
                                .map(line -> line.startsWith("Rel(") ? sorted.next() : line)
                                .toList());
            }
        }
    }

    private static List<String> floorPlan() throws IOException {
        return Files.readAllLines(MAIN.resolve("resources/db/migration/floor-plan.txt")).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    private static boolean isBefore(String earlier, String later) throws IOException {
        return floorPlan().indexOf(earlier) < floorPlan().indexOf(later);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().matches(".*\\.(java|sql)$"))
                    .toList();
        }
    }

    /// `src/main/java/town/machi/<room>/…` and `src/main/resources/db/migration/<room>/…`.
    private static String roomOf(Path file) {
        Path java = MAIN.resolve("java/town/machi");
        Path sql = MAIN.resolve("resources/db/migration");
        Path base = file.startsWith(java) ? java : sql;
        return file.startsWith(base) ? base.relativize(file).getName(0).toString() : "";
    }

    private static List<String> list(Path folder, java.util.function.Predicate<Path> filter) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(filter)
                    .map(path -> String.valueOf(path.getFileName()))
                    .toList();
        }
    }
}
