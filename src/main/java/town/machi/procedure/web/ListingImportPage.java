package town.machi.procedure.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;

/// Replaces the town's list by a CSV: looked at first, then all or nothing.
///
/// @param csv what was looked at and found whole; null: nothing yet
/// @param counts what it would do, in words
record ListingImportPage(UUID onceId, @Nullable String csv, String counts, List<String> faults) implements Template {

    @Override
    public int status() {
        return faults.isEmpty() ? 200 : 422;
    }
}
