package town.machi.identity.posting;

import java.util.Optional;
import java.util.Set;
import town.machi.kernel.Role;
import town.machi.kernel.Seat;
import town.machi.kernel.SectionId;
import town.machi.kernel.StaffId;

/// One line of a transfer.
///
/// @param line of the file, counted from 1
/// @param staff who; empty for the new name of a section
/// @param name of the person, or the section's new one
/// @param sections after it; of a renamed section, that one
public record PostingLine(
        long line,
        Kind kind,
        Optional<StaffId> staff,
        String name,
        String mail,
        Set<SectionId> sections,
        Set<Role> roles,
        Set<Seat> seats) {

    public PostingLine {
        sections = Set.copyOf(sections);
        roles = Set.copyOf(roles);
        seats = Set.copyOf(seats);
    }

    /// What happens. Stored by name.
    public enum Kind {
        MOVES("異動"),
        LEAVES("退職"),
        JOINS("採用"),
        RENAMES("課の改名");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
