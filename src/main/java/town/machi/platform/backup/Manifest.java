package town.machi.platform.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What a backup holds, as `manifest.json` in it says.
///
/// @param format of the file; this program reads [#FORMAT]
/// @param versions the newest migration of each room that has tables: `casework` → `1`
/// @param tables in an order in which they can be loaded: what is referred to comes first
record Manifest(
        int format,
        Instant takenAt,
        Map<String, String> versions,
        List<TablePart> tables,
        List<SequencePart> sequences) {

    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    /// @param name with its schema: `casework.case`
    /// @param sha256 of the rows as PostgreSQL's COPY writes them, hexadecimal
    record TablePart(String name, List<String> columns, long rows, String sha256) {

        String entry() {
            return "tables/" + name + ".copy";
        }
    }

    /// @param last the value that was given out last
    record SequencePart(String name, long last) {}

    long rows() {
        return tables.stream().mapToLong(TablePart::rows).sum();
    }
}
