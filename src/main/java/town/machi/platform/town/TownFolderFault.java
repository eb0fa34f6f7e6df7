package town.machi.platform.town;

import java.nio.file.Path;
import java.util.List;

/// The town's settings cannot be used as they stand. The message names every fault, for whoever edits the files.
public final class TownFolderFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TownFolderFault(Path file, List<String> faults) {
        super(file + " を直してください。\n  - " + String.join("\n  - ", faults));
    }
}
