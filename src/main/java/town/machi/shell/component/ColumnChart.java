package town.machi.shell.component;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Upright columns side by side, one or two for each month or the like, with their numbers. The table that belongs to
/// it
/// says the same to whoever does not see it.
///
/// @param words what it shows, for whoever hears it
/// @param first what the dark column is
/// @param second what the light one beside it is; null: there is none
public record ColumnChart(
        String words, String first, @Nullable String second, List<Group> groups) {

    /// As many stand on one row, so that a phone shows them large enough; a desk shows two rows beside each other.
    private static final int A_ROW = 6;
    private static final int HIGHEST = 100;

    /// @param label under the columns: 「4月」
    public record Group(String label, long first, long second) {}

    public List<List<Group>> rows() {
        List<List<Group>> rows = new ArrayList<>();
        for (int at = 0; at < groups.size(); at += A_ROW) {
            rows.add(groups.subList(at, Math.min(at + A_ROW, groups.size())));
        }
        return rows;
    }

    /// Of a column, in units of the picture. What is not nothing is seen.
    public long height(long value) {
        long most = groups.stream()
                .flatMapToLong(group -> LongStream.of(group.first(), group.second()))
                .max()
                .orElse(0);
        return value == 0 ? 0 : Math.max(2, value * HIGHEST / Math.max(1, most));
    }
}
