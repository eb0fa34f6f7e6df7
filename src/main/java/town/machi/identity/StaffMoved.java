package town.machi.identity;

import java.util.Set;
import town.machi.kernel.SectionId;
import town.machi.kernel.StaffId;

/// Somebody has other sections, or other seats, from now on. Published inside the transaction.
///
/// @param sections none for who has left the hall
public record StaffMoved(StaffId staff, Set<SectionId> sections) {

    public StaffMoved {
        sections = Set.copyOf(sections);
    }
}
