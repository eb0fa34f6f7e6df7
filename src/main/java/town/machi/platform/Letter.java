package town.machi.platform;

import java.util.List;

/// What one zone tells the other.
///
/// @param kind by which the other side knows who reads it: `submission.filed`
/// @param about the record it tells of: `submission:<uuid>`; stays on this side, and by it its traces are erased
/// @param content JSON that explains itself
/// @param files that go with it, as they may be shown
public record Letter(String kind, String about, String content, List<FileId> files) {

    public Letter {
        files = List.copyOf(files);
    }

    public Letter(String kind, String about, String content) {
        this(kind, about, content, List.of());
    }

    /// What it says may be personal; logs get nothing of it.
    @Override
    public String toString() {
        return kind + " about " + about;
    }
}
