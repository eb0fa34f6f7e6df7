package town.machi.identity;

import org.jspecify.annotations.Nullable;
import town.machi.kernel.SectionId;

/// Which part of the staff list is asked for.
///
/// @param words part of a name or mail address; empty for all
/// @param section null for all
/// @param state null for all but those who are gone
/// @param page from 1
public record StaffQuery(
        String words, @Nullable SectionId section, @Nullable StaffState state, int page) {

    /// Rows on a page.
    public static final int PAGE_SIZE = 50;

    public StaffQuery {
        page = Math.max(1, Math.min(page, 100_000));
    }

    public int offset() {
        return (page - 1) * PAGE_SIZE;
    }
}
