package town.machi.alert.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import town.machi.alert.AlertAct;
import town.machi.alert.AlertKind;
import town.machi.messaging.District;
import town.machi.messaging.Districts;
import town.machi.platform.Town;

/// The town's prepared messages and its districts, read once at start from `alerts/` in its folder. A file with a
/// fault is left out, and named in the log and on the office's page.
@Component
public class AlertTemplates {

    private static final Logger log = LoggerFactory.getLogger(AlertTemplates.class);
    private static final String DISTRICTS = "districts.yaml";
    private static final String RULES = "rules.yaml";

    private final Map<String, AlertTemplate> byName = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final PlaceWords places;

    @Autowired
    AlertTemplates(Town town, Districts districts) {
        this(town.folder().resolve("alerts"), districts.list());
    }

    /// Those of a town that is not running.
    ///
    /// @param folder the town's, with `town.yaml` in it
    static AlertTemplates ofTown(Path folder) {
        Town town = Town.ofFolder(folder, false);
        return new AlertTemplates(folder.resolve("alerts"), Districts.of(town).list());
    }

    /// @param folder with one file for each template, and `districts.yaml`
    public AlertTemplates(Path folder, List<District> districts) {
        for (Path file : files(folder)) {
            TemplateReader.Result result = TemplateReader.read(String.valueOf(file.getFileName()), text(file));
            result.template().ifPresent(template -> byName.put(template.name(), template));
            faults.addAll(result.faults());
        }
        this.places = places(folder.resolve(DISTRICTS), districts);
        faults.forEach(fault -> log.warn("{}", fault));
    }

    public List<AlertTemplate> list() {
        return List.copyOf(byName.values());
    }

    public Optional<AlertTemplate> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// The template by which a message of this kind is ended.
    public Optional<AlertTemplate> findEnding(AlertKind kind, AlertAct act) {
        return byName.values().stream()
                .filter(template -> template.act() == act && (act == AlertAct.RETRACT || template.kind() == kind))
                .findFirst();
    }

    /// The template for what a telegram says.
    ///
    /// @param warning `RAIN`, `WIND_SPECIAL`, `QUAKE`
    public Optional<AlertTemplate> findFor(String warning, int level) {
        return byName.values().stream()
                .filter(template -> template.kind() == AlertKind.WEATHER
                        && template.level() == level
                        && template.warnings().contains(warning))
                .findFirst();
    }

    public PlaceWords places() {
        return places;
    }

    /// What must be mended in the folder.
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    private PlaceWords places(Path file, List<District> districts) {
        List<PlaceWords.Area> areas = districts.stream()
                .map(district -> new PlaceWords.Area(district.id(), district.name(), district.kana()))
                .toList();
        List<PlaceWords.Group> groups = new ArrayList<>();
        if (Files.exists(file)) {
            Located root = Located.read(DISTRICTS, text(file), faults);
            root.table().forEach((name, group) -> groups.add(group(name, group, areas)));
        }
        return new PlaceWords(areas, groups);
    }

    private PlaceWords.Group group(String name, Located group, List<PlaceWords.Area> areas) {
        List<String> members = new ArrayList<>();
        for (Located member : group.get("areas").list()) {
            areas.stream()
                    .filter(area -> area.name().equals(member.text()))
                    .findFirst()
                    .ifPresentOrElse(
                            area -> members.add(area.id()),
                            () -> faults.add(
                                    new Fault(DISTRICTS, member.line(), "「" + member.text() + "」という大字はありません。")));
        }
        return new PlaceWords.Group(name, group.get("kana").text(), List.copyOf(members));
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).endsWith(".yaml"))
                    .filter(file -> !List.of(DISTRICTS, RULES).contains(String.valueOf(file.getFileName())))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
