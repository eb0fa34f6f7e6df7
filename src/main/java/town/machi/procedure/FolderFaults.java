package town.machi.procedure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;
import town.machi.platform.Town;

/// What is wrong in the town's folder now, on this node.
@Component
public class FolderFaults {

    private final Town town;
    private final Definitions definitions;

    FolderFaults(Town town, Definitions definitions) {
        this.town = town;
        this.definitions = definitions;
    }

    /// Faults of all procedures; the file with its folder: `water-start/procedure.yaml`.
    public List<Fault> list() {
        Surroundings surroundings = definitions.surroundings();
        return new ProcedureFolder(town.folder())
                .list().stream()
                        .flatMap(found -> ProcedureFolder.check(found, surroundings).stream()
                                .map(fault -> new Fault(
                                        found.folder() + "/" + fault.file(),
                                        fault.line(),
                                        fault.column(),
                                        fault.sentence())))
                        .toList();
    }

    /// The town's vocabulary as it stands in the folder; empty where there is none.
    public String vocabulary() {
        Path file = town.folder().resolve(ProcedureSource.VOCABULARY);
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
