package town.machi.platform;

import java.io.InputStream;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A file that somebody hands in.
///
/// @param content read to its end, not closed
/// @param originalName as the browser gives it; not trusted
/// @param owner to whom it belongs: `draft:uuid`, `submission:uuid`
/// @param keepUntil the last day; null: as long as its owner
public record NewFile(
        InputStream content,
        String originalName,
        String owner,
        @Nullable LocalDate keepUntil) {}
