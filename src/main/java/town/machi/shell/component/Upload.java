package town.machi.shell.component;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A place to hand in photos or PDFs.
///
/// Without JavaScript the files travel with the form (`enctype="multipart/form-data"`) under the
/// field's name, and a file is taken out by the button `remove` with the file's id. With it, each
/// file is posted alone to `sendTo` (fields `file`, `_csrf`); the answer is the partial
/// `component/fileList.jte`, or a problem whose title is shown.
///
/// @param files what is there already
/// @param most how many files at most
/// @param mostBytes size of one file at most
/// @param accept the `accept` attribute, e.g. `image/jpeg,image/png,image/heic,application/pdf`
/// @param sendTo path for one file at a time; null: only with the form
public record Upload(
        List<Item> files,
        int most,
        long mostBytes,
        String accept,
        @Nullable String sendTo) {

    private static final long MEGABYTE = 1024L * 1024;

    /// One file that was handed in.
    ///
    /// @param id what `remove` names
    /// @param href where it can be looked at; null: nowhere
    public record Item(
            String id, String name, long bytes, @Nullable String href) {}

    public boolean isFull() {
        return files.size() >= most;
    }

    /// 1.2 MB, 20 MB, 340 KB; never bytes. A megabyte is 1024 times 1024 bytes, as in the limit on a file.
    public static String sizeOf(long bytes) {
        if (bytes < MEGABYTE) {
            return Math.max(1, bytes / 1024) + " KB";
        }
        return bytes % MEGABYTE == 0 ? bytes / MEGABYTE + " MB" : "%.1f MB".formatted(bytes / (double) MEGABYTE);
    }
}
